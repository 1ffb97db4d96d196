/// Runs an automaton over the units of one message from every start.
struct AutomatonWalk {
    let states: UnsafeBufferPointer<Automaton.State>
    let edges: UnsafeBufferPointer<Automaton.Edge>
    let outputs: [UInt32]
    let symbols: UnsafeBufferPointer<UInt32>
    let units: UnsafeBufferPointer<Unit>
    /// Sorted by start.
    let jumps: UnsafeBufferPointer<Jump>
    var matches: [Match] = []
    private var from: Int32 = 0

    init(
        states: UnsafeBufferPointer<Automaton.State>, edges: UnsafeBufferPointer<Automaton.Edge>, outputs: [UInt32],
        symbols: UnsafeBufferPointer<UInt32>, units: UnsafeBufferPointer<Unit>, jumps: UnsafeBufferPointer<Jump>
    ) {
        self.states = states
        self.edges = edges
        self.outputs = outputs
        self.symbols = symbols
        self.units = units
        self.jumps = jumps
    }

    mutating func run(start: [UInt32], clauseStart: UInt32) {
        var jump = 0
        for at in 0..<units.count {
            from = Int32(truncatingIfNeeded: at)
            let unit = units[at]
            for symbol in 0..<Int(unit.side.symbolCount) {
                let target = start[Int(symbols[Int(unit.side.symbolStart) + symbol])]
                if target != 0 { visit(target, at + 1) }
            }
            while jump < jumps.count, jumps[jump].start == from {
                let target = start[Int(jumps[jump].symbol)]
                if target != 0 { visit(target, Int(jumps[jump].end)) }
                jump += 1
            }
            if clauseStart != 0, !unit.flags.isDisjoint(with: [.startsClause, .afterPause, .afterGreeting]) {
                step(states[Int(clauseStart)], at)
            }
        }
    }

    /// Arrives in a state before unit `at`: reports what ends there and goes on.
    private mutating func visit(_ number: UInt32, _ at: Int) {
        let state = states[Int(number)]
        for output in 0..<Int(state.outputCount) {
            matches.append(
                Match(pattern: outputs[Int(state.outputStart) + output], start: from, end: Int32(truncatingIfNeeded: at)))
        }
        guard state.edgeCount > 0 else { return }
        let ends = at == units.count || units[at].flags.contains(.startsClause)
        if state.signs.contains(.clauseEnd), ends || units[at].flags.contains(.afterPause) {
            let target = Automaton.target(state, Symbol.clauseEnd, edges: edges)
            if target != 0 { visit(target, at) }
        }
        if ends { return }
        step(state, at)
    }

    /// Follows the edges of a state over unit `at`, inside its clause.
    private mutating func step(_ state: Automaton.State, _ at: Int) {
        let unit = units[at]
        for symbol in 0..<Int(unit.side.symbolCount) {
            let target = Automaton.target(state, symbols[Int(unit.side.symbolStart) + symbol], edges: edges)
            if target != 0 { visit(target, at + 1) }
        }
        if state.signs.isEmpty { return }
        if state.signs.contains(.jump), !jumps.isEmpty { followJumps(state, at) }
        if state.signs.contains(.gap) { leap(state, at) }
    }

    private mutating func followJumps(_ state: Automaton.State, _ at: Int) {
        var jump = firstJump(at)
        while jump < jumps.count, Int(jumps[jump].start) == at {
            let target = Automaton.target(state, jumps[jump].symbol, edges: edges)
            if target != 0 { visit(target, Int(jumps[jump].end)) }
            jump += 1
        }
    }

    /// The first jump that starts at unit `at` or behind it.
    private func firstJump(_ at: Int) -> Int {
        var low = 0
        var high = jumps.count
        while low < high {
            let middle = (low + high) / 2
            if Int(jumps[middle].start) < at { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Follows the gaps of a state: up to so many words are passed over; a pause counts as one.
    private mutating func leap(_ state: Automaton.State, _ at: Int) {
        for edge in Int(state.edgeStart)..<Int(state.edgeStart) + Int(state.edgeCount) {
            let symbol = edges[edge].symbol
            if symbol <= Symbol.firstGap { continue }
            if symbol > Symbol.lastGap { break }
            let behind = states[Int(edges[edge].target)]
            var left = Int(symbol - Symbol.firstGap)
            var next = at
            while next < units.count, next == at || !units[next].flags.contains(.startsClause) {
                if next > at, units[next].flags.contains(.afterPause) { left -= 1 }
                if left < 0 { break }
                step(behind, next)
                left -= 1
                if left < 0 { break }
                next += 1
            }
        }
    }
}
