import Desk

/// What the screen shows: a pure function of the screen's value.
///
///     row 0        bar: where one is, how much waits, the time
///     row 1        what the columns mean, or who holds the case
///     …            the list, the case, or two texts
///     last but 1   what just happened · the time left to undo
///     last         the keys
extension ReviewScreen {
    func draw() -> Canvas {
        var canvas = Canvas(size)
        guard size.isEnough else {
            let least = ScreenSize.least
            canvas.put(
                Strip(wording.say("Terminal trop petit\u{A0}: ", "Terminal too small: ") + "\(least.columns)×\(least.rows)", .alarm), row: 0
            )
            return canvas
        }
        switch page {
        case .queue: drawQueue(on: &canvas)
        case .case: drawCase(on: &canvas)
        case .conflict(let conflict): draw(conflict, on: &canvas)
        }
        drawStatus(on: &canvas)
        canvas.put(Strip(wording.hints(page), .faint), row: size.rows - 1)
        switch overlay {
        case .help(let top): drawHelp(top, on: &canvas)
        case .input(let input): draw(input, on: &canvas)
        case .teams(_, let selected): drawTeams(selected, on: &canvas)
        case .acceptance: drawAcceptance(on: &canvas)
        case nil: break
        }
        return canvas
    }

    func bar(_ left: String, _ right: String) -> Strip {
        Strip.justified(Strip(" " + left, .bar), Strip(right + " ", .bar), to: size.columns, ink: .bar)
    }

    /// A rule with words in it.
    func rule(_ text: String) -> Strip {
        var strip = Strip("── ", .faint).with(text, .bold).with(" ", .faint)
        while strip.columns < size.columns { strip.append("─", .faint) }
        return strip.fitted(to: size.columns)
    }

    // MARK: What just happened

    private func drawStatus(on canvas: inout Canvas) {
        var right = Strip()
        if let last = pending.last(where: { now < $0.until }) {
            let left = last.until.seconds - now.seconds
            right = Strip(
                wording.say(
                    "dossier \(last.subject.number)\u{A0}: part dans \(left)\u{A0}s, u annule",
                    "case \(last.subject.number): leaves in \(left) s, u undoes"),
                .warning)
        }
        guard let notice else {
            canvas.put(Strip.justified(Strip(), right, to: size.columns), row: size.rows - 2)
            return
        }
        let ink: Ink = notice.isAlarm ? .alarm : .bold
        let sign = notice.isAlarm ? "! " : "✓ "
        let room = size.columns - 2 - (right.columns == 0 ? 0 : right.columns + 1)
        // A short word stands beside the countdown; a long one gets as many lines as it takes, above it.
        var lines = Wrapping(ink: ink).lines(of: notice.text, columns: room).map(\.strip)
        if lines.count > 1 {
            lines = Wrapping(ink: ink).lines(of: notice.text, columns: size.columns - 2).map(\.strip) + (right.columns > 0 ? [Strip()] : [])
        }
        lines = Array(lines.prefix(5))
        for (index, line) in lines.enumerated() {
            let isLast = index == lines.count - 1
            let left = Strip(index == 0 ? sign : "  ", ink).with(line)
            canvas.put(
                isLast ? Strip.justified(left, right, to: size.columns) : left.fitted(to: size.columns),
                row: size.rows - 1 - lines.count + index)
        }
    }

    // MARK: Conflict

    private func draw(_ conflict: Conflict, on canvas: inout Canvas) {
        canvas.put(bar(wording.say("Dossier \(conflict.number)", "Case \(conflict.number)"), wording.moment(now)), row: 0)
        let change = conflict.change
        let isLate = change.seen != change.current
        let title =
            isLate
            ? wording.refusal(.stale(change), case: conflict.number)
            : wording.say("Votre texte n’a pas été enregistré.", "Your text was not kept.")
        canvas.put(Strip(title, .alarm), row: 1)
        let body = ConflictBody(conflict, self)
        let yours =
            conflict.isEdit
            ? wording.say("Votre texte", "Your text") : wording.say("Ce que vous aviez lu", "What you had read")
        canvas.put(Strip(yours, .title), row: 3)
        canvas.put(Strip(wording.say("Ce qui est là maintenant", "What is there now"), .title), row: 3, column: body.columns + 3)
        for row in 0..<max(1, size.rows - 7) where conflict.top + row < body.rows.count {
            let pair = body.rows[conflict.top + row]
            canvas.put(pair.left, row: 4 + row, columns: body.columns)
            canvas.put(Strip("│", .faint), row: 4 + row, column: body.columns + 1)
            canvas.put(pair.right, row: 4 + row, column: body.columns + 3)
        }
    }
}
