/// Phrases that branch.
extension AutomatonWalk {
    mutating func goBack(fromNode number: Int, at: Int, gap: UInt32) {
        let before = nodes[number].before
        guard before & Automaton.Node.several != 0, before != Automaton.Node.start else {
            return goBack(overNode: before, at: at, gap: gap)
        }
        let list = Int(before & ~Automaton.Node.several)
        for place in list + 1...list + Int(self.before[list]) { goBack(overNode: self.before[place], at: at, gap: gap) }
    }

    private mutating func goBack(overNode number: UInt32, at: Int, gap: UInt32) {
        if number == Automaton.Node.start { return addStart(at) }
        let step = nodes[Int(number)].step
        if step.isBranch { return goBack(fromNode: Int(number), at: at, gap: gap) }
        if step.isWord {
            if step.isOptional { goBack(fromNode: Int(number), at: at, gap: gap) }
            return stepBack(over: step, to: .node(number), at: at, gap: gap)
        }
        switch step.symbol {
        case Symbol.clauseStart: if startsClause(at) { addStart(at) }
        case Symbol.clauseEnd: return
        default: goBack(fromNode: Int(number), at: at, gap: max(gap, step.symbol - Symbol.firstGap))
        }
    }

    mutating func goAhead(fromNode number: Int, at: Int, gap: UInt32) { goAhead(overNode: nodes[number].next, at: at, gap: gap) }

    private mutating func goAhead(overNode number: UInt32, at: Int, gap: UInt32) {
        if number == 0 { return addMatches(endingAt: at) }
        let step = nodes[Int(number)].step
        if step.isBranch {
            goAhead(fromNode: Int(number), at: at, gap: gap)
            return goAhead(overNode: step.symbol, at: at, gap: gap)
        }
        if step.isWord {
            if step.isOptional { goAhead(fromNode: Int(number), at: at, gap: gap) }
            return stepAhead(over: step, to: .node(number), at: at, gap: gap)
        }
        switch step.symbol {
        case Symbol.clauseStart: return
        case Symbol.clauseEnd: if endsClause(at) { goAhead(fromNode: Int(number), at: at, gap: 0) }
        default: goAhead(fromNode: Int(number), at: at, gap: max(gap, step.symbol - Symbol.firstGap))
        }
    }
}
