import Desk
import IntentEngine

extension ReviewScreen {
    mutating func overlayKey(_ key: Key) -> Action? {
        switch overlay {
        case .help(let top): helpKey(key, top)
        case .input(let input): return inputKey(key, input)
        case .teams(let subject, let selected): teamKey(key, subject, selected)
        case .acceptance(let subject):
            overlay = nil
            let yes: Set<Key> = wording.language == .french ? [.character("o"), .character("O")] : [.character("y"), .character("Y")]
            if yes.contains(key) { return .review(subject, .approve(acceptsFindings: true)) }
        case nil: break
        }
        return nil
    }

    private mutating func helpKey(_ key: Key, _ top: Int) {
        switch key {
        case .character("j"), .down: overlay = .help(top: min(top + 1, max(0, wording.help.count - size.rows + 4)))
        case .character("k"), .up: overlay = .help(top: max(0, top - 1))
        default: overlay = nil
        }
    }

    private mutating func inputKey(_ key: Key, _ input: Input) -> Action? {
        var input = input
        switch key {
        case .enter:
            overlay = nil
            return finish(input)
        case .escape:
            overlay = nil
            if case .filter(let before) = input.purpose { queue.setFilter(before, rows: queueRows) }
            return nil
        default:
            guard input.line.take(key) else { return nil }
            overlay = .input(input)
            if case .filter = input.purpose { queue.setFilter(input.line.string, rows: queueRows) }
            return nil
        }
    }

    private mutating func finish(_ input: Input) -> Action? {
        let text = input.line.string
        switch input.purpose {
        case .filter: return nil
        case .escalation(let subject, let team): return .review(subject, .escalate(team, note: input.line.isBlank ? nil : text))
        case .reason(let subject) where !input.line.isBlank: return .review(subject, .reject(reason: text))
        case .note(let subject) where !input.line.isBlank: return .review(subject, .note(text))
        case .handOver(let subject) where !input.line.isBlank:
            return .review(subject, .handOver(to: text.trimmingWhitespace))
        case .closing(let subject) where !input.line.isBlank: return .review(subject, .close(reason: text))
        case .reopening(let subject) where !input.line.isBlank: return .review(subject, .reopen(reason: text))
        case .reason, .note, .handOver, .closing, .reopening:
            say(wording.say("Rien n’a été fait\u{A0}: le texte est vide.", "Nothing was done: the text is empty."), alarm: true)
            return nil
        }
    }

    private mutating func teamKey(_ key: Key, _ subject: Subject, _ selected: Int) {
        let teams = Team.allCases
        switch key {
        case .character("j"), .down, .tab: overlay = .teams(subject, selected: min(selected + 1, teams.count - 1))
        case .character("k"), .up, .backTab: overlay = .teams(subject, selected: max(selected - 1, 0))
        case .enter: overlay = .input(Input(purpose: .escalation(subject, teams[selected]), line: LineEditor()))
        case .character(let digit):
            if let number = digit.wholeNumberValue, teams.indices.contains(number - 1) {
                overlay = .input(Input(purpose: .escalation(subject, teams[number - 1]), line: LineEditor()))
            } else if digit == "q" {
                overlay = nil
            }
        case .escape: overlay = nil
        default: break
        }
    }

    // MARK: Conflicts

    mutating func conflictKey(_ key: Key, _ conflict: Conflict) -> Action? {
        var conflict = conflict
        let last = max(0, ConflictBody(conflict, self).rows.count - caseRows)
        switch key {
        case .character("j"), .down: conflict.top = min(conflict.top + 1, last)
        case .character("k"), .up: conflict.top = max(0, conflict.top - 1)
        case .pageDown: conflict.top = min(conflict.top + caseRows, last)
        case .pageUp: conflict.top = max(0, conflict.top - caseRows)
        case .enter: return .open(conflict.number)
        case .character("e"):
            guard conflict.isEdit, let text = conflict.change.yours else { return nil }
            return .edit(Subject(number: conflict.number, version: conflict.change.current), text: text)
        case .character("q"), .escape, .left: return leaveCase()
        case .character("?"): overlay = .help(top: 0)
        default: break
        }
        page = .conflict(conflict)
        return nil
    }
}

extension String {
    /// Without the blanks around it.
    fileprivate var trimmingWhitespace: String {
        let rest = drop { $0.isWhitespace }
        return rest.lastIndex { !$0.isWhitespace }.map { String(rest[...$0]) } ?? ""
    }
}
