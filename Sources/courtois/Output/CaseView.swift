import Desk
import IntentEngine

/// Cases as text for people.
struct CaseView {
    let style: Style
    let now: Instant

    /// One line of the queue: number and version, priority, time left, team, who, and the start of what they wrote.
    func line(_ item: QueueItem, width: Int) -> String {
        let found = item.case
        let head = [
            pad("\(found.number)@\(found.version)", 10), style.bold("P\(found.priority.rawValue)"), pad(due(found), 9),
            pad(found.disposition.rawValue, 8), pad(found.team.rawValue, 21), claim(found),
        ].compactMap(\.self).joined(separator: " ")
        let end = head.lastIndex { $0 != " " }.map { head.index(after: $0) } ?? head.endIndex
        let who = item.customer?.name ?? item.customer?.id ?? "–"
        let text = TextRenderer.oneLine("\(who): \(item.text)")
        return head[..<end] + "\n    " + style.faint(String(text.prefix(max(20, width - 4))))
    }

    func lines(_ file: CaseFile) -> [String] {
        let found = file.case
        var lines = [style.bold("Case \(found.number), version \(found.version)") + ": " + state(found)]
        lines.append(
            "  "
                + [found.conversation.channel, found.conversation.account, found.conversation.thread].map(TextRenderer.oneLine).joined(
                    separator: " · "))
        for message in file.messages {
            lines.append("")
            let who = message.author?.name ?? message.author?.id ?? "–"
            lines.append(
                style.bold(TextRenderer.oneLine(who)) + style.faint(" · \(message.receivedAt.utc) · \(TextRenderer.oneLine(message.id))"))
            if let change = ReviewWording(.english).change(of: message, wasAnswered: file.wasAnswered(before: message)) {
                lines.append("  " + style.yellow(change))
            }
            lines += indented(message.text ?? "(erased)")
        }
        for draft in file.drafts where draft.state != .replaced {
            lines.append("")
            lines.append(
                style.green("Draft") + style.faint(" · \(Self.state(draft, file.delivery(of: draft))) · \(draft.author ?? "rules")")
                    + story(draft))
            if draft.state.kind == .undelivered, let advice = file.delivery(of: draft)?.advice {
                lines.append("  " + style.yellow(TextRenderer.oneLine(advice)))
            }
            lines += indented(draft.text.isEmpty ? "(erased)" : draft.text).map { style.green("│") + $0 }
            lines += draft.findings.map { "  " + style.red("! \($0.rule): \($0.cause) — \($0.remedy)") }
        }
        for note in file.notes {
            lines.append("")
            lines.append(style.yellow("Note") + style.faint(" · \(note.at.utc) · \(TextRenderer.oneLine(note.by))"))
            lines += indented(note.text ?? "(erased)")
        }
        return lines
    }

    /// What has become of a case, in a line.
    func state(_ item: Case) -> String {
        var parts = [item.status.rawValue, item.disposition.rawValue, "P\(item.priority.rawValue)", item.team.rawValue]
        if item.due != nil, item.status == .waiting { parts.append("due " + due(item)) }
        if let until = item.promisedUntil { parts.append("reply promised before \(until.utc)") }
        if let claim = claim(item) { parts.append(claim) }
        if let name = item.takenOverBy { parts.append("led by \(TextRenderer.oneLine(name))") }
        if item.needsSecondReader { parts.append("needs a second reader") }
        return parts.joined(separator: " · ")
    }

    /// What has become of a draft: of one that did not end well, what is known of its delivery.
    private static func state(_ draft: CaseDraft, _ delivery: Delivery?) -> String {
        draft.state.kind == .undelivered ? delivery?.state.kind.rawValue ?? "undelivered" : draft.state.kind.rawValue
    }

    private func story(_ draft: CaseDraft) -> String {
        switch draft.state {
        case .approved(let approval):
            let left = approval.undoUntil.seconds - now.seconds
            return style.faint(" by \(TextRenderer.oneLine(approval.by))") + (left > 0 ? ", can be undone for \(left) s" : "")
        case .sent(let approval), .undelivered(let approval): return style.faint(" by \(TextRenderer.oneLine(approval.by))")
        case .rejected(let name, let reason): return style.faint(" by \(TextRenderer.oneLine(name)): \(TextRenderer.oneLine(reason))")
        case .superseded(let cause): return style.faint(": " + cause.rawValue.split(separator: "_").joined(separator: " "))
        case .proposed, .replaced: return ""
        }
    }

    private func claim(_ item: Case) -> String? {
        guard let claim = item.claim, claim.isLive(at: now) else { return nil }
        let left = claim.remaining(at: now).map { " for \(Self.span($0))" } ?? ""
        return style.yellow("held by \(TextRenderer.oneLine(claim.by))\(left)")
    }

    /// How much time is left, or by how much it is over.
    private func due(_ item: Case) -> String {
        guard let due = item.due else { return "–" }
        let left = due.seconds - now.seconds
        return left < 0 ? style.red("−" + Self.span(-left)) : Self.span(left)
    }

    /// The two largest units: `3d 4h`, `25m`.
    private static func span(_ seconds: Int) -> String {
        if seconds >= 86400 { return "\(seconds / 86400)d \(seconds % 86400 / 3600)h" }
        if seconds >= 3600 { return "\(seconds / 3600)h \(seconds % 3600 / 60)m" }
        return seconds >= 60 ? "\(seconds / 60)m" : "\(seconds)s"
    }

    private func pad(_ text: String, _ width: Int) -> String { text + String(repeating: " ", count: max(0, width - text.count)) }

    private func indented(_ text: String) -> [String] {
        TextRenderer.safe(text).split(separator: "\n", omittingEmptySubsequences: false).map { "  \($0)" }
    }
}
