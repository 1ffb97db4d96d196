/// Grows an automaton symbol by symbol; equal beginnings share their states.
struct AutomatonBuilder {
    /// By state: the state it follows and by which symbol. The start follows itself.
    private var parents: [UInt32] = [0]
    private var symbols: [UInt32] = [0]
    /// By state, the pattern that ended in it last: those of one pattern come in a row.
    private var lastPatterns: [UInt32] = [.max]
    private var outputs: [(state: UInt32, pattern: UInt32)] = []
    /// States by the hash of their parent and symbol, open addressing; 0 is a free slot.
    private var slots = [UInt32](repeating: 0, count: 1 << 10)

    /// The state behind `state` by `symbol`, made when it is new.
    mutating func child(of state: UInt32, _ symbol: UInt32) -> UInt32 {
        var slot = Self.hash(state, symbol) & (slots.count - 1)
        while slots[slot] != 0 {
            let known = slots[slot]
            if parents[Int(known)] == state, symbols[Int(known)] == symbol { return known }
            slot = (slot + 1) & (slots.count - 1)
        }
        let new = UInt32(truncatingIfNeeded: parents.count)
        parents.append(state)
        symbols.append(symbol)
        lastPatterns.append(.max)
        slots[slot] = new
        if parents.count * 2 > slots.count { grow() }
        return new
    }

    /// Lets `pattern` end in `state`.
    mutating func end(_ pattern: UInt32, in state: UInt32) {
        if lastPatterns[Int(state)] == pattern { return }
        lastPatterns[Int(state)] = pattern
        outputs.append((state, pattern))
    }

    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: slots.count * 4)
        for state in 1..<parents.count {
            var slot = Self.hash(parents[state], symbols[state]) & (slots.count - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = UInt32(truncatingIfNeeded: state)
        }
    }

    private static func hash(_ state: UInt32, _ symbol: UInt32) -> Int {
        let key = (UInt64(state) << 32 | UInt64(symbol)) &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: key >> 32)
    }

    /// The automaton over symbols below `symbolCount`; `jumps` are those that may stand for several units.
    func build(symbolCount: Int, jumps: Set<UInt32> = []) -> Automaton {
        var jumping = [Bool](repeating: false, count: symbolCount)
        for jump in jumps { jumping[Int(jump)] = true }
        var states = slices()
        var edges = [Automaton.Edge](repeating: Automaton.Edge(symbol: 0, target: 0), count: parents.count - 1)
        var start = [UInt32](repeating: 0, count: symbolCount)
        var next = states.map(\.edgeStart)
        for state in 1..<parents.count {
            let parent = Int(parents[state])
            let edge = Automaton.Edge(symbol: symbols[state], target: UInt32(truncatingIfNeeded: state))
            edges[Int(next[parent])] = edge
            next[parent] += 1
            states[parent].signs.formUnion(Self.signs(of: edge.symbol, jumping))
            if parent == 0 { start[Int(edge.symbol)] = edge.target }
        }
        for state in states where state.edgeCount > 1 {
            edges[Int(state.edgeStart)..<Int(state.edgeStart + state.edgeCount)].sort { $0.symbol < $1.symbol }
        }
        var patterns = [UInt32](repeating: 0, count: outputs.count)
        next = states.map(\.outputStart)
        for output in outputs {
            patterns[Int(next[Int(output.state)])] = output.pattern
            next[Int(output.state)] += 1
        }
        return Automaton(
            states: states, edges: edges, outputs: patterns, start: start, clauseStart: start[Int(Symbol.clauseStart)])
    }

    /// States with the places of their edges and outputs.
    private func slices() -> [Automaton.State] {
        var states = [Automaton.State](repeating: Automaton.State(), count: parents.count)
        for state in 1..<parents.count { states[Int(parents[state])].edgeCount += 1 }
        for output in outputs { states[Int(output.state)].outputCount += 1 }
        var edges: UInt32 = 0
        var outputs: UInt32 = 0
        for state in states.indices {
            states[state].edgeStart = edges
            states[state].outputStart = outputs
            edges += states[state].edgeCount
            outputs += UInt32(states[state].outputCount)
        }
        return states
    }

    private static func signs(of symbol: UInt32, _ jumping: [Bool]) -> Automaton.Signs {
        switch symbol {
        case Symbol.clauseEnd: .clauseEnd
        case (Symbol.firstGap + 1)...Symbol.lastGap: .gap
        case Symbol.firstEntity..<Symbol.firstWord: .jump
        default: jumping[Int(symbol)] ? .jump : []
        }
    }
}
