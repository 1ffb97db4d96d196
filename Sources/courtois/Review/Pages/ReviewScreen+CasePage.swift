import Desk

extension ReviewScreen {
    func drawCase(on canvas: inout Canvas) {
        guard let open else { return }
        let item = open.file.case
        var parts = [
            wording.say("Dossier", "Case") + " \(item.number)@\(item.version)", "P\(item.priority.rawValue)", wording.team(item.team),
            item.status == .waiting ? wording.disposition(item.disposition) : wording.status(item.status),
        ]
        if item.status == .waiting, item.due != nil { parts.append(wording.say("échéance ", "due ") + wording.due(item.due, now: now)) }
        if item.promisedUntil != nil { parts.append(wording.say("réponse promise", "reply promised")) }
        canvas.put(bar(parts.joined(separator: " · "), colleague.name), row: 0)
        canvas.put(Strip.justified(place(of: item), standing(of: item), to: size.columns), row: 1)
        let lines = CaseBody(open, self).lines
        for row in 0..<caseRows where open.top + row < lines.count {
            canvas.put(lines[open.top + row].strip, row: 2 + row)
        }
        drawEvidence(open, more: lines.count - open.top - caseRows, on: &canvas)
    }

    private func place(of item: Case) -> Strip {
        let key = item.conversation
        return Strip(" " + [key.channel, key.account, key.name].filter { !$0.isEmpty }.joined(separator: " · "), .faint)
    }

    /// Who holds it, who leads it, and whether it takes two.
    private func standing(of item: Case) -> Strip {
        if let listed = queue.items.first(where: { $0.case.number == item.number })?.case, listed.version != item.version {
            return Strip(wording.say("a changé\u{A0}: R pour relire ", "has changed: R reads it again "), .alarm)
        }
        if let name = item.takenOverBy {
            return Strip(wording.say("\(name) mène la conversation ", "\(name) leads the conversation "), .warning)
        }
        var parts: [String] = []
        if item.needsSecondReader { parts.append(wording.say("second lecteur requis", "needs a second reader")) }
        if let claim = claim(of: item) {
            parts.append(wording.say("pris par ", "held by ") + wording.holder(claim, me: colleague.name, now: now))
        }
        return Strip(parts.joined(separator: " · ") + " ", .warning)
    }

    /// The evidence that is looked at: who wrote the phrase where, and what it counts.
    private func drawEvidence(_ open: OpenCase, more: Int, on canvas: inout Canvas) {
        let row = size.rows - 5
        let below =
            more > 0 ? " · " + wording.count(more, ("ligne", "lignes"), ("line", "lines")) + wording.say(" plus bas (j)", " below (j)") : ""
        guard let focus = open.focus else {
            canvas.put(rule(wording.say("Aucune preuve", "No evidence") + below), row: row)
            return
        }
        let item = open.places[focus].evidence
        canvas.put(rule(wording.say("Preuve", "Evidence") + " \(focus + 1)/\(open.places.count)" + below), row: row)
        let owner =
            switch item.owner {
            case .intent(let name, _): "→ " + wording.intent(name)
            case .signal(let name, let level): "⚑ " + wording.signal(name) + ", " + wording.say("niveau", "level") + " \(level)"
            }
        let points = wording.count(item.points, ("point", "points"), ("point", "points"))
        canvas.put(Strip.justified(Strip("  \(owner)", .bold), Strip("\(points) ", .bold), to: size.columns), row: row + 1)
        canvas.put(
            Strip.justified(Strip("  \(item.phrase)", .plain), Strip("\(item.source) ", .faint), to: size.columns), row: row + 2)
    }
}
