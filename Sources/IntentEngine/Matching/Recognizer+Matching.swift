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
    /// Finds every phrase that stands in the message, in the order of their starts.
    mutating func match(side: Int) {
        jumps.removeAll(keepingCapacity: true)
        for entity in entities where entity.firstUnit >= 0 {
            jumps.append(Jump(symbol: Symbol.entity(entity.kind), start: Int32(entity.firstUnit), end: Int32(entity.endUnit)))
        }
        units.withUnsafeBufferPointer { units in
            presence.withUnsafeMutableBufferPointer { presence in
                anywhere.withUnsafeMutableBufferPointer { anywhere in
                    var walk = AutomatonWalk(
                        rulebook.automata[side], meanings: rulebook.lexicon.meanings.elements, units: units, presence: presence,
                        anywhere: anywhere)
                    walk.run(jumps: &jumps, matches: &matches, starts: &starts)
                }
            }
        }
        matches.sort { ($0.start, $0.pattern) < ($1.start, $1.pattern) }
    }
}
