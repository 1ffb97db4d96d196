/// A pattern found in the units of a message, from `start` up to but not including `end`.
struct Match {
    let pattern: UInt32
    let start: Int32
    let end: Int32
}

/// Several units that phrases take as one: an entity, or a list's entry of several words.
struct Jump {
    let symbol: UInt32
    let start: Int32
    let end: Int32
}

extension Recognizer {
    /// Finds every phrase that stands in the message: first the list entries of several words, then, with these and
    /// the entities as single steps, the phrases.
    mutating func match(side: Int) {
        jumps.removeAll(keepingCapacity: true)
        for entity in entities where entity.firstUnit >= 0 {
            jumps.append(Jump(symbol: Symbol.entity(entity.kind), start: Int32(entity.firstUnit), end: Int32(entity.endUnit)))
        }
        run(rulebook.lists[side], over: [])
        for match in matches { jumps.append(Jump(symbol: match.pattern, start: match.start, end: match.end)) }
        if jumps.count > 1 { jumps.sort { ($0.start, $0.symbol, $0.end) < ($1.start, $1.symbol, $1.end) } }
        run(rulebook.automata[side], over: jumps)
    }

    private mutating func run(_ automaton: Automaton, over jumps: [Jump]) {
        // Taken out while the walk fills it, so that it is not copied.
        var found: [Match] = []
        swap(&found, &matches)
        found.removeAll(keepingCapacity: true)
        automaton.states.withUnsafeBufferPointer { states in
            automaton.edges.withUnsafeBufferPointer { edges in
                automaton.outputs.withUnsafeBufferPointer { outputs in
                    automaton.start.withUnsafeBufferPointer { start in
                        rulebook.lexicon.symbols.withUnsafeBufferPointer { symbols in
                            units.withUnsafeBufferPointer { units in
                                jumps.withUnsafeBufferPointer { jumps in
                                    presence.withUnsafeMutableBufferPointer { presence in
                                        anywhere.withUnsafeMutableBufferPointer { anywhere in
                                            var walk = AutomatonWalk(
                                                states: states, edges: edges, outputs: outputs, symbols: symbols, units: units,
                                                jumps: jumps, presence: presence, anywhere: anywhere)
                                            swap(&walk.matches, &found)
                                            walk.run(start: start, clauseStart: automaton.clauseStart)
                                            swap(&walk.matches, &found)
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
        swap(&found, &matches)
    }
}
