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
    /// Finds every phrase that stands in the message, those of a clause before those of the next.
    mutating func match(side: Int) {
        matches.removeAll(keepingCapacity: true)
        var from = 0
        var entity = 0
        while from < units.count {
            let (end, next) = window(from: from)
            // Entities are in their order.
            while entity < entities.count, entities[entity].firstUnit < from { entity += 1 }
            match(in: from..<end, entities: entity, side: side)
            from = next
        }
    }

    /// Where a window that starts at a unit ends, and where the next one starts: no phrase reaches from one clause into
    /// the next, and what stands in another need not be asked for.
    private func window(from: Int) -> (end: Int, next: Int) {
        var end = from + 1
        while end < units.count, !units[end].flags.contains(.startsClause) {
            if end - from == AutomatonWalk.window { return (end, end - AutomatonWalk.overlap) }
            end += 1
        }
        return (end, end)
    }

    private mutating func match(in window: Range<Int>, entities first: Int, side: Int) {
        jumps.removeAll(keepingCapacity: true)
        for entity in entities[first...] {
            if entity.firstUnit >= window.upperBound { break }
            guard entity.firstUnit >= window.lowerBound, entity.endUnit <= window.upperBound else { continue }
            jumps.append(
                Jump(
                    symbol: Symbol.entity(entity.kind), start: Int32(entity.firstUnit - window.lowerBound),
                    end: Int32(entity.endUnit - window.lowerBound)))
        }
        let scores = rulebook.scores.elements.baseAddress.unsafelyUnwrapped
        board.withCounts { counts in
            units.withUnsafeBufferPointer { units in
                presence.withUnsafeMutableBufferPointer { presence in
                    anywhere.withUnsafeMutableBufferPointer { anywhere in
                        var walk = AutomatonWalk(
                            rulebook.automata[side], meanings: rulebook.lexicon.meanings.elements, units: units, window: window,
                            symbols: WindowSymbols(units: presence, anywhere: anywhere), scores: scores, counts: counts)
                        walk.run(jumps: &jumps, matches: &matches)
                    }
                }
            }
        }
    }
}
