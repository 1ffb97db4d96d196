/// Runs an automaton over the units of one message from every start.
///
/// `presence` says for each symbol at which units it stands, one bit a unit, modulo 64. A state with few edges asks for
/// its own symbols instead of searching for those of every unit that a gap may lead to.
struct AutomatonWalk {
    let states: UnsafeBufferPointer<Automaton.State>
    let edges: UnsafeBufferPointer<Automaton.Edge>
    let outputs: UnsafeBufferPointer<UInt32>
    let symbols: UnsafeBufferPointer<UInt32>
    let units: UnsafeBufferPointer<Unit>
    /// Sorted by start.
    let jumps: UnsafeBufferPointer<Jump>
    /// By symbol; all zero before and after a walk.
    let presence: UnsafeMutableBufferPointer<UInt64>
    /// One bit a symbol: whether it stands anywhere. Small enough to stay in the nearest cache.
    let anywhere: UnsafeMutableBufferPointer<UInt64>
    var matches: [Match] = []
    private var from: Int32 = 0

    /// States with more edges than this are searched for the symbols of a unit.
    private static let fewEdges = 400

    init(
        states: UnsafeBufferPointer<Automaton.State>, edges: UnsafeBufferPointer<Automaton.Edge>, outputs: UnsafeBufferPointer<UInt32>,
        symbols: UnsafeBufferPointer<UInt32>, units: UnsafeBufferPointer<Unit>, jumps: UnsafeBufferPointer<Jump>,
        presence: UnsafeMutableBufferPointer<UInt64>, anywhere: UnsafeMutableBufferPointer<UInt64>
    ) {
        self.anywhere = anywhere
        self.states = states
        self.edges = edges
        self.outputs = outputs
        self.symbols = symbols
        self.units = units
        self.jumps = jumps
        self.presence = presence
    }

    mutating func run(start: UnsafeBufferPointer<UInt32>, clauseStart: UInt32) {
        for at in 0..<units.count {
            for symbol in symbols(at: at) {
                presence[Int(symbol)] |= Self.bit(at)
                anywhere[Int(symbol >> 6)] |= 1 << UInt64(symbol & 63)
            }
        }
        var jump = 0
        for at in 0..<units.count {
            from = Int32(truncatingIfNeeded: at)
            for symbol in symbols(at: at) {
                let target = start[Int(symbol)]
                if target != 0 { visit(target, at + 1) }
            }
            while jump < jumps.count, jumps[jump].start == from {
                let target = start[Int(jumps[jump].symbol)]
                if target != 0 { visit(target, Int(jumps[jump].end)) }
                jump += 1
            }
            if clauseStart != 0, !units[at].flags.isDisjoint(with: [.startsClause, .afterPause, .afterGreeting]) {
                step(states[Int(clauseStart)], at)
            }
        }
        for at in 0..<units.count {
            for symbol in symbols(at: at) {
                presence[Int(symbol)] = 0
                anywhere[Int(symbol >> 6)] = 0
            }
        }
    }

    private static func bit(_ at: Int) -> UInt64 { 1 << UInt64(truncatingIfNeeded: at & 63) }

    private func symbols(at: Int) -> UnsafeBufferPointer<UInt32> {
        let side = units[at].side
        return UnsafeBufferPointer(rebasing: symbols[Int(side.symbolStart)..<Int(side.symbolStart) + Int(side.symbolCount)])
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
        read(state, Self.bit(at), from: at)
        if state.signs.isEmpty { return }
        if state.signs.contains(.jump), !jumps.isEmpty { followJumps(state, at) }
        if state.signs.contains(.gap) { leap(state, at) }
    }

    /// Follows the edges of a state over the units of `window`, which are `first` and some of the 63 behind it.
    private mutating func read(_ state: Automaton.State, _ window: UInt64, from first: Int) {
        if Int(state.edgeCount) <= Self.fewEdges {
            for number in Int(state.edgeStart)..<Int(state.edgeStart) + Int(state.edgeCount) {
                let edge = edges[number]
                if anywhere[Int(edge.symbol >> 6)] & 1 << UInt64(edge.symbol & 63) == 0 { continue }
                var hits = presence[Int(edge.symbol)] & window
                while hits != 0 {
                    let at = first + (hits.trailingZeroBitCount - first) & 63
                    hits &= hits - 1
                    // In a long message the bit may stand for a unit 64 places away.
                    if units.count <= 64 || symbols(at: at).contains(edge.symbol) { visit(edge.target, at + 1) }
                }
            }
            return
        }
        var left = window
        while left != 0 {
            let at = first + (left.trailingZeroBitCount - first) & 63
            left &= left - 1
            for symbol in symbols(at: at) {
                let target = Automaton.target(state, symbol, edges: edges)
                if target != 0 { visit(target, at + 1) }
            }
        }
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
        for number in Int(state.edgeStart)..<Int(state.edgeStart) + Int(state.edgeCount) {
            let edge = edges[number]
            if edge.symbol <= Symbol.firstGap { continue }
            if edge.symbol > Symbol.lastGap { break }
            let behind = states[Int(edge.target)]
            let (window, end) = reach(at, words: Int(edge.symbol - Symbol.firstGap))
            read(behind, window, from: at)
            if behind.signs.contains(.jump), !jumps.isEmpty {
                for next in at..<end where window & Self.bit(next) != 0 { followJumps(behind, next) }
            }
        }
    }

    /// The units that may stand behind a gap of so many words before unit `at`.
    private func reach(_ at: Int, words: Int) -> (window: UInt64, end: Int) {
        var window: UInt64 = 0
        var left = words
        var next = at
        while next < units.count, next == at || !units[next].flags.contains(.startsClause) {
            if next > at, units[next].flags.contains(.afterPause) { left -= 1 }
            if left < 0 { break }
            window |= Self.bit(next)
            next += 1
            left -= 1
            if left < 0 { break }
        }
        return (window, next)
    }
}
