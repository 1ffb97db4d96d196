import Desk
import IntentEngine

extension ReviewScreen {
    func drawQueue(on canvas: inout Canvas) {
        let count = queue.items.count
        let more = queue.hasMore ? "+" : ""
        var left = "Courtois · "
        left += wording.listed(status, count, more)
        if !queue.filter.isEmpty {
            left += " · " + wording.say("filtre", "filter") + " " + wording.quoted(queue.filter) + wording.colon + "\(queue.shown.count)"
        }
        canvas.put(bar(left, "\(colleague.name) · \(wording.moment(now))"), row: 0)
        canvas.put(heads, row: 1)
        for row in 0..<queueRows where queue.top + row < queue.shown.count {
            let item = queue.items[queue.shown[queue.top + row]]
            canvas.put(line(item, isChosen: queue.top + row == queue.row), row: 2 + row)
        }
        if queue.shown.isEmpty {
            let text =
                queue.filter.isEmpty
                ? wording.nothing(status) : wording.say("Aucun dossier ne correspond.", "No case matches.")
            canvas.put(Strip("  " + text, .faint), row: 3)
        }
        drawPreview(on: &canvas)
    }

    /// What the customer of the chosen case wrote.
    private func drawPreview(on canvas: inout Canvas) {
        guard let item = queue.chosen else { return }
        let intent = item.case.intent.map { " · " + wording.intent($0) } ?? ""
        let who = item.customer?.name ?? item.customer?.id ?? "–"
        canvas.put(rule("\(who) · \(wording.moment(item.receivedAt)) · \(item.case.conversation.channel)\(intent)"), row: size.rows - 6)
        for (row, line) in Wrapping().lines(of: String(item.text.prefix(4 * size.columns)), columns: size.columns - 4).prefix(3)
            .enumerated()
        {
            canvas.put(Strip("  ").with(line.strip), row: size.rows - 5 + row)
        }
    }

    // MARK: Columns

    private var heads: Strip {
        let names = [
            wording.say("N°", "No."), "P", wording.say("échéance", "due"), wording.say("suite", "way"), wording.say("équipe", "team"),
            wording.say("pris par", "held by"), wording.say("message", "message"),
        ]
        return columns(names.map { Strip($0, .faint) }, ink: .faint)
    }

    private func line(_ item: QueueItem, isChosen: Bool) -> Strip {
        let found = item.case
        let base: Ink = isChosen ? .bar : .plain
        func ink(_ colour: Ink.Colour?) -> Ink { Ink(colour: colour, isBold: colour != nil, isReversed: isChosen) }
        let isLate = found.due.map { $0 < now } ?? false
        let claim = claim(of: found)
        let text = (item.customer?.name ?? item.customer?.id ?? "–") + wording.colon + item.text.prefix(size.columns)
        return columns(
            [
                Strip("\(found.number)@\(found.version)", base),
                Strip("\(found.priority.rawValue)", ink(found.priority == .p1 ? .red : nil)),
                Strip(wording.due(found.due, now: now), ink(isLate ? .red : nil)), Strip(wording.disposition(found.disposition), base),
                Strip(wording.team(found.team), base),
                Strip(claim.map { wording.holder($0, me: colleague.name, now: now) } ?? "", ink(claim == nil ? nil : .yellow)),
                // As much as a wide screen can show; the rest is not looked at.
                Strip(text, base),
            ], ink: base, sign: isChosen ? "▸ " : "  ")
    }

    private func columns(_ parts: [Strip], ink: Ink, sign: String = "  ") -> Strip {
        let isWide = size.columns >= 110
        let widths = [isWide ? 9 : 6, 1, isWide ? 13 : 11, isWide ? 11 : 9, isWide ? 22 : 14, isWide ? 16 : 10]
        var strip = Strip(sign, ink)
        for (part, width) in zip(parts, widths) { strip = strip.with(part.fitted(to: width, ink: ink)).with(" ", ink) }
        return strip.with(parts.last ?? Strip()).fitted(to: size.columns, ink: ink)
    }
}
