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
    /// the entities as single steps, the phrases. Matches come in the order of their starts.
    mutating func match(side: Int) {
        jumps.removeAll(keepingCapacity: true)
        mark(isPresent: true)
        run(rulebook.lists[side])
        for entity in entities where entity.firstUnit >= 0 {
            jumps.append(Jump(symbol: Symbol.entity(entity.kind), start: Int32(entity.firstUnit), end: Int32(entity.endUnit)))
        }
        for match in matches { jumps.append(Jump(symbol: match.pattern, start: match.start, end: match.end)) }
        for jump in jumps { presence[Int(jump.symbol)] |= 1 << UInt64(truncatingIfNeeded: jump.start & 63) }
        run(rulebook.automata[side])
        for jump in jumps { presence[Int(jump.symbol)] = 0 }
        mark(isPresent: false)
        matches.sort { ($0.start, $0.pattern) < ($1.start, $1.pattern) }
    }

    /// Notes for each symbol of the message where it stands, or that it does no longer.
    private mutating func mark(isPresent: Bool) {
        presence.withUnsafeMutableBufferPointer { presence in
            let symbols = rulebook.lexicon.symbols.elements
            for at in units.indices {
                let side = units[at].side
                let bit: UInt64 = 1 << UInt64(truncatingIfNeeded: at & 63)
                for place in Int(side.symbolStart)..<Int(side.symbolStart) + Int(side.symbolCount) {
                    let symbol = Int(symbols[place])
                    presence[symbol] = isPresent ? presence[symbol] | bit : 0
                }
            }
        }
    }

    private mutating func run(_ automaton: Automaton) {
        // Taken out while the walk fills it, so that it is not copied.
        var found: [Match] = []
        swap(&found, &matches)
        found.removeAll(keepingCapacity: true)
        units.withUnsafeBufferPointer { units in
            jumps.withUnsafeBufferPointer { jumps in
                presence.withUnsafeBufferPointer { presence in
                    var walk = AutomatonWalk(
                        automaton, symbols: rulebook.lexicon.symbols.elements, units: units, jumps: jumps, presence: presence)
                    swap(&walk.matches, &found)
                    walk.run()
                    swap(&walk.matches, &found)
                }
            }
        }
        swap(&found, &matches)
    }
}
