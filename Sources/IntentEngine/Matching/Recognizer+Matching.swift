/// A pattern found in the units of a message, from `start` up to but not including `end`.
struct Match {
    let pattern: UInt32
    let start: Int32
    let end: Int32
}

extension Recognizer {
    /// Finds every phrase that stands in the message.
    mutating func match(side: Int) {
        // Taken out while the walk fills it, so that it is not copied.
        var found: [Match] = []
        swap(&found, &matches)
        found.removeAll(keepingCapacity: true)
        let automaton = rulebook.automata[side]
        automaton.states.withUnsafeBufferPointer { states in
            automaton.edges.withUnsafeBufferPointer { edges in
                rulebook.lexicon.symbols.withUnsafeBufferPointer { symbols in
                    units.withUnsafeBufferPointer { units in
                        var walk = AutomatonWalk(
                            states: states, edges: edges, outputs: automaton.outputs, symbols: symbols, units: units,
                            entities: entities)
                        swap(&walk.matches, &found)
                        walk.run(start: automaton.start, clauseStart: automaton.clauseStart)
                        swap(&walk.matches, &found)
                    }
                }
            }
        }
        swap(&found, &matches)
    }
}

/// Runs an automaton over the units of one message from every start.
private struct AutomatonWalk {
    let states: UnsafeBufferPointer<Automaton.State>
    let edges: UnsafeBufferPointer<Automaton.Edge>
    let outputs: [UInt32]
    let symbols: UnsafeBufferPointer<UInt32>
    let units: UnsafeBufferPointer<Unit>
    let entities: [FoundEntity]
    var matches: [Match] = []
    var from: Int32 = 0

    mutating func run(start: [UInt32], clauseStart: UInt32) {
        for at in 0..<units.count {
            from = Int32(truncatingIfNeeded: at)
            let unit = units[at]
            for symbol in 0..<Int(unit.side.symbolCount) {
                let target = start[Int(symbols[Int(unit.side.symbolStart) + symbol])]
                if target != 0 { visit(target, at + 1) }
            }
            if !entities.isEmpty {
                for entity in entities where entity.firstUnit == at {
                    let target = start[Int(Symbol.entity(entity.kind))]
                    if target != 0 { visit(target, entity.endUnit) }
                }
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
        if state.signs.contains(.entity) {
            for entity in entities where entity.firstUnit == at {
                let target = Automaton.target(state, Symbol.entity(entity.kind), edges: edges)
                if target != 0 { visit(target, entity.endUnit) }
            }
        }
        if state.signs.contains(.gap) { leap(state, at) }
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
