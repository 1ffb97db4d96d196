import Desk

extension ReviewScreen {
    /// Rows the list of cases has.
    var queueRows: Int { max(1, size.rows - 8) }

    mutating func queueKey(_ key: Key) -> Action? {
        switch key {
        case .character("j"), .down: queue.move(by: 1, rows: queueRows)
        case .character("k"), .up: queue.move(by: -1, rows: queueRows)
        case .character("g"), .home: queue.move(to: 0, rows: queueRows)
        case .character("G"), .end: queue.move(to: queue.shown.count - 1, rows: queueRows)
        case .pageDown, .control("f"): queue.move(by: queueRows, rows: queueRows)
        case .pageUp, .control("b"): queue.move(by: -queueRows, rows: queueRows)
        case .enter, .right: return queue.chosen.map { .open($0.case.number) }
        case .character("/"):
            overlay = .input(Input(purpose: .filter(before: queue.filter), line: LineEditor(queue.filter)))
        case .escape: queue.setFilter("", rows: queueRows)
        case .character("R"): return .refresh
        case .character("q"): return .quit
        case .character("w"):
            status = status.next
            return .refresh
        case .character("a"), .character("e"), .character("r"), .character("t"), .character("x"), .character("o"):
            // Nothing is let go, changed or refused unread.
            if queue.chosen != nil { say(wording.say("Ouvrez d’abord le dossier avec Entrée.", "Open the case with Enter first.")) }
        default: return commonKey(key, queue.chosen?.case)
        }
        return nil
    }
}

extension Case.Status {
    /// The list that comes after this one's, round and round.
    fileprivate var next: Case.Status {
        switch self {
        case .waiting: .answered
        case .answered: .closed
        case .closed: .waiting
        }
    }
}
