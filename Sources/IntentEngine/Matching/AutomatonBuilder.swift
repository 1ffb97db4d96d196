/// Grows an automaton path by path; equal beginnings share their states.
struct AutomatonBuilder {
    private var children: [UInt64: UInt32] = [:]
    private var outputs: [(state: UInt32, pattern: UInt32)] = []
    private var stateCount: UInt32 = 1

    init() { children.reserveCapacity(1 << 14) }

    /// Adds a path of symbols that ends in `pattern`.
    mutating func add(_ path: [UInt32], pattern: UInt32) {
        var state: UInt32 = 0
        for symbol in path {
            let key = UInt64(state) << 32 | UInt64(symbol)
            if let known = children[key] {
                state = known
            } else {
                children[key] = stateCount
                state = stateCount
                stateCount += 1
            }
        }
        outputs.append((state, pattern))
    }

    /// The automaton over symbols below `symbolCount`; `jumps` are those that may stand for several units.
    func build(symbolCount: Int, jumps: Set<UInt32> = []) -> Automaton {
        var states = [Automaton.State](repeating: Automaton.State(), count: Int(stateCount))
        let keys = children.keys.sorted()
        var edges: [Automaton.Edge] = []
        edges.reserveCapacity(keys.count)
        var start = [UInt32](repeating: 0, count: symbolCount)
        for key in keys {
            guard let target = children[key] else { continue }
            let state = Int(key >> 32)
            let symbol = UInt32(truncatingIfNeeded: key)
            if states[state].edgeCount == 0 { states[state].edgeStart = UInt32(edges.count) }
            states[state].edgeCount += 1
            states[state].signs.formUnion(signs(of: symbol, jumps))
            edges.append(Automaton.Edge(symbol: symbol, target: target))
            if state == 0 { start[Int(symbol)] = target }
        }
        var patterns: [UInt32] = []
        for output in Set(outputs.map { UInt64($0.state) << 32 | UInt64($0.pattern) }).sorted() {
            let state = Int(output >> 32)
            if states[state].outputCount == 0 { states[state].outputStart = UInt32(patterns.count) }
            states[state].outputCount += 1
            patterns.append(UInt32(truncatingIfNeeded: output))
        }
        return Automaton(
            states: states, edges: edges, outputs: patterns, start: start, clauseStart: start[Int(Symbol.clauseStart)])
    }

    private func signs(of symbol: UInt32, _ jumps: Set<UInt32>) -> Automaton.Signs {
        switch symbol {
        case Symbol.clauseEnd: .clauseEnd
        case (Symbol.firstGap + 1)...Symbol.lastGap: .gap
        case Symbol.firstEntity..<Symbol.firstWord: .jump
        default: jumps.contains(symbol) ? .jump : []
        }
    }
}
