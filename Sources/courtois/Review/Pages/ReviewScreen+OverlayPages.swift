import Desk

extension ReviewScreen {
    /// The line that is being typed, in the place of the status.
    func draw(_ input: Input, on canvas: inout Canvas) {
        let label =
            switch input.purpose {
            case .filter: "/"
            case .reason: wording.say("Raison du refus\u{A0}: ", "Reason: ")
            case .note: wording.say("Note\u{A0}: ", "Note: ")
            case .handOver: wording.say("Remettre à (nom)\u{A0}: ", "Hand over to (name): ")
            case .closing: wording.say("Raison de la clôture\u{A0}: ", "Close, because: ")
            case .reopening: wording.say("Raison de la réouverture\u{A0}: ", "Reopen, because: ")
            case .escalation(_, let team):
                wording.say("Mot pour \(wording.team(team)) (facultatif)\u{A0}: ", "A word for \(wording.team(team)) (optional): ")
            }
        let head = Strip(label, .bold)
        let room = max(4, size.columns - head.columns - 1)
        // The part around the cursor is shown.
        let before = Strip(String(input.line.text[..<input.line.cursor]))
        var line = Strip()
        if before.columns > room { line.append("…", .faint) }
        let skipped = before.columns > room ? before.columns - room + 2 : 0
        line.append(before.dropping(skipped))
        let rest = input.line.text[input.line.cursor...]
        line.append(rest.first.map(String.init) ?? " ", .bar)
        line.append(String(rest.dropFirst()))
        canvas.put(head.with(line).fitted(to: size.columns), row: size.rows - 2)
        let hints = wording.say("Entrée valider   Échap abandonner", "Enter confirm   Esc cancel")
        canvas.put(Strip(hints, .faint).fitted(to: size.columns), row: size.rows - 1)
    }

    func drawHelp(_ top: Int, on canvas: inout Canvas) {
        for row in 0..<size.rows { canvas.put(Strip().fitted(to: size.columns), row: row) }
        canvas.put(
            bar(wording.say("Aide", "Help"), wording.say("j k défiler, une autre touche ferme", "j k scroll, any other key closes")), row: 0
        )
        for (row, line) in wording.help.dropFirst(top).prefix(size.rows - 3).enumerated() {
            let isHeading = line.key.isEmpty
            let strip =
                isHeading
                ? Strip(" " + line.meaning, .title)
                : Strip("   ").with(Strip(line.key, .bold).fitted(to: 12)).with(line.meaning)
            canvas.put(strip, row: row + 2)
        }
    }

    func drawTeams(_ selected: Int, on canvas: inout Canvas) {
        var lines = [Strip(wording.say("Confier à quelle équipe\u{202F}?", "Escalate to which team?"), .bold)]
        for (index, team) in Team.allCases.enumerated() {
            let isChosen = index == selected
            lines.append(Strip("\(isChosen ? "▸" : " ") \(index + 1)  \(wording.team(team))", isChosen ? .bar : .plain))
        }
        lines.append(Strip(wording.say("Entrée choisir   Échap abandonner", "Enter choose   Esc cancel"), .faint))
        box(lines, on: &canvas)
    }

    func drawAcceptance(on canvas: inout Canvas) {
        let findings = open?.file.case.draft?.findings ?? []
        let columns = min(size.columns - 8, 72)
        var lines = Wrapping(ink: .bold).lines(
            of: wording.say(
                "Le correcteur a des remarques. Laisser partir ce texte malgré tout\u{202F}?",
                "The proofreader holds something against it. Let this text go all the same?"), columns: columns
        ).map(\.strip)
        let room = size.rows - 10
        let details = findings.flatMap { finding in
            Wrapping().lines(
                of: "\(finding.rule)\(wording.colon)\(finding.cause) — \(finding.remedy)", columns: columns - 2
            )
            .enumerated().map { Strip($0 == 0 ? "! " : "  ", .alarm).with($1.strip) }
        }
        lines += details.prefix(room)
        if details.count > room { lines.append(Strip("…", .faint)) }
        lines.append(Strip(wording.say("o oui   toute autre touche non", "y yes   any other key no"), .faint))
        box(lines, on: &canvas)
    }

    /// Lines in a frame, in the middle.
    private func box(_ lines: [Strip], on canvas: inout Canvas) {
        let columns = min(size.columns - 4, lines.map(\.columns).max() ?? 0)
        let column = (size.columns - columns - 4) / 2
        let row = max(0, (size.rows - lines.count - 2) / 2)
        let edge = String(repeating: "─", count: columns + 2)
        canvas.put(Strip("┌\(edge)┐"), row: row, column: column)
        for (index, line) in lines.enumerated() {
            canvas.put(Strip("│ ").with(line.fitted(to: columns)).with(" │"), row: row + 1 + index, column: column)
        }
        canvas.put(Strip("└\(edge)┘"), row: row + 1 + lines.count, column: column)
    }
}

extension Strip {
    /// Without so many columns at its start; half of a wide character becomes a blank.
    func dropping(_ columns: Int) -> Strip {
        guard columns > 0 else { return self }
        var strip = Strip()
        for (index, cell) in cells.enumerated() where index >= columns {
            if let glyph = cell.glyph { strip.append(String(glyph), cell.ink) } else if strip.columns == 0 { strip.append(" ", cell.ink) }
        }
        return strip
    }
}
