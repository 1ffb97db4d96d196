/// Looks for the phrases of an automaton in the units of one message.
///
/// `presence` says for each symbol at which units it stands, one bit a unit, modulo 64.
struct AutomatonWalk {
    let code: UnsafeBufferPointer<UInt32>
    let sets: UnsafeBufferPointer<UInt32>
    let nodes: UnsafeBufferPointer<Automaton.Node>
    let before: UnsafeBufferPointer<UInt32>
    private let filed: UnsafeBufferPointer<Automaton.Filed>
    private let meanings: UnsafeBufferPointer<Lexicon.Meaning>
    let units: UnsafeBufferPointer<Unit>
    private let presence: UnsafeMutableBufferPointer<UInt64>
    /// One bit a symbol: whether it stands anywhere. Small enough to stay in the nearest cache.
    private let anywhere: UnsafeMutableBufferPointer<UInt64>
    /// Whether a bit of `presence` stands for one unit, and no words are taken as one: then it says all.
    private var isPlain: Bool
    private var jumps: [Jump] = []
    private var matches: [Match] = []
    /// Where the phrase being followed may start; memory that is used again for the next message.
    private var starts: [Int32] = []
    private var pattern: UInt32 = 0

    /// A place in a phrase: before a step of a row, of which so many are left, or at a node of a graph.
    struct Place {
        let number: Int
        let left: Int

        static func node(_ number: UInt32) -> Place { Place(number: Int(number), left: -1) }

        var isNode: Bool { left < 0 }
    }

    init(
        _ automaton: Automaton, meanings: UnsafeBufferPointer<Lexicon.Meaning>, units: UnsafeBufferPointer<Unit>,
        presence: UnsafeMutableBufferPointer<UInt64>, anywhere: UnsafeMutableBufferPointer<UInt64>
    ) {
        code = automaton.code.elements
        sets = automaton.sets.elements
        nodes = automaton.nodes.elements
        before = automaton.before.elements
        filed = automaton.filed.elements
        self.meanings = meanings
        self.units = units
        self.presence = presence
        self.anywhere = anywhere
        isPlain = units.count <= 64
    }

    /// Finds the list entries of several words, then, with these and the entities as single steps, the phrases.
    ///
    /// The arrays are handed over and back: `jumps` comes with the entities.
    mutating func run(jumps entities: inout [Jump], matches found: inout [Match], starts kept: inout [Int32]) {
        swap(&matches, &found)
        swap(&starts, &kept)
        matches.removeAll(keepingCapacity: true)
        // The first word of what is filed under each symbol is asked for here, so that it is on its way when it is read.
        var touched: UInt32 = 0
        for at in 0..<units.count {
            for meaning in meanings(at: at) {
                mark(meaning.symbol, at)
                touched ^= code[Int(meaning.filed.lists)]
            }
        }
        // Kept, or the loads would be left out.
        pattern = touched
        for at in 0..<units.count {
            for meaning in meanings(at: at) where meaning.filed.hasLists {
                read(meaning.filed.lists, meaning.filed.phrases, from: at, to: at + 1)
            }
        }
        swap(&jumps, &entities)
        for match in matches { jumps.append(Jump(symbol: match.pattern, start: match.start, end: match.end)) }
        matches.removeAll(keepingCapacity: true)
        for jump in jumps { mark(jump.symbol, Int(jump.start)) }
        if !jumps.isEmpty { isPlain = false }
        for at in 0..<units.count {
            for meaning in meanings(at: at) where meaning.filed.hasPhrases {
                read(meaning.filed.phrases, meaning.filed.end, from: at, to: at + 1)
            }
        }
        for number in jumps.indices {
            let filed = filed[Int(jumps[number].symbol)]
            read(filed.phrases, filed.end, from: Int(jumps[number].start), to: Int(jumps[number].end))
        }
        for at in 0..<units.count { for meaning in meanings(at: at) { clear(meaning.symbol) } }
        for jump in jumps { clear(jump.symbol) }
        swap(&jumps, &entities)
        swap(&matches, &found)
        swap(&starts, &kept)
    }

    @inline(__always)
    private func mark(_ symbol: UInt32, _ at: Int) {
        presence[Int(symbol)] |= 1 << UInt64(truncatingIfNeeded: at & 63)
        anywhere[Int(symbol >> 6)] |= 1 << UInt64(symbol & 63)
    }

    @inline(__always)
    private func clear(_ symbol: UInt32) {
        presence[Int(symbol)] = 0
        anywhere[Int(symbol >> 6)] = 0
    }

    @inline(__always)
    private func isPresent(_ symbol: UInt32) -> Bool { anywhere[Int(symbol >> 6)] & 1 << UInt64(symbol & 63) != 0 }

    @inline(__always)
    private func meanings(at: Int) -> UnsafeBufferPointer<Lexicon.Meaning> {
        let side = units[at].side
        return UnsafeBufferPointer(rebasing: meanings[Int(side.symbolStart)..<Int(side.symbolStart) + Int(side.symbolCount)])
    }

    // MARK: What is filed under a symbol

    /// Reads the groups in a piece of `code` whose symbol stands at the units given.
    private mutating func read(_ from: UInt32, _ to: UInt32, from start: Int, to end: Int) {
        var at = Int(from)
        while at < Int(to) {
            let group = Automaton.Group(bits: code[at])
            if passes(at + 1, group.checks) { follow(at + 1 + group.checks, at + group.words, from: start, to: end) }
            at += group.words
        }
    }

    /// Whether one of so many symbols stands in the message, or none is asked for.
    @inline(__always)
    private func passes(_ place: Int, _ count: Int) -> Bool {
        if count == 0 { return true }
        // All are looked at: a branch for each would cost more.
        var found: UInt64 = 0
        for at in place..<place + count { found |= anywhere[Int(code[at] >> 6)] >> UInt64(code[at] & 63) }
        return found & 1 != 0
    }

    /// Follows the entries in a piece of `code` to both their ends.
    private mutating func follow(_ from: Int, _ to: Int, from start: Int, to end: Int) {
        var at = from
        while at < to {
            let entry = Automaton.Entry(bits: code[at])
            pattern = entry.pattern
            switch entry.form {
            case .whole:
                matches.append(Match(pattern: pattern, start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end)))
                at += 1
            case .row:
                let sides = Automaton.Sides(bits: code[at + 1])
                follow(
                    back: Place(number: at + 2, left: sides.before), ahead: Place(number: at + 2 + sides.before, left: sides.behind),
                    from: start, to: end)
                at += 2 + sides.before + sides.behind
            case .graph:
                follow(back: .node(code[at + 1]), ahead: .node(code[at + 1]), from: start, to: end)
                at += 2
            }
        }
    }

    @inline(__always)
    private mutating func follow(back: Place, ahead: Place, from start: Int, to end: Int) {
        starts.removeAll(keepingCapacity: true)
        goBack(from: back, at: start, gap: 0)
        if !starts.isEmpty { goAhead(from: ahead, at: end, gap: 0) }
    }

    // MARK: Towards the start

    /// Goes over what stands before a place, whose own words start at unit `at`; `gap` words may be passed over.
    mutating func goBack(from place: Place, at: Int, gap: UInt32) {
        if place.isNode { return goBack(fromNode: place.number, at: at, gap: gap) }
        var (number, left, at, gap) = (place.number, place.left, at, gap)
        while left > 0 {
            let step = Automaton.Step(bits: code[number])
            number += 1
            left -= 1
            if step.isWord {
                let next = Place(number: number, left: left)
                if step.isOptional { goBack(from: next, at: at, gap: gap) }
                guard gap == 0, isPlain else { return stepBack(over: step, to: next, at: at, gap: gap) }
                guard at > 0, !units[at].flags.contains(.startsClause), stands(step, at: at - 1) else { return }
                at -= 1
            } else if step.symbol == Symbol.clauseStart {
                return startsClause(at) ? addStart(at) : ()
            } else if step.symbol == Symbol.clauseEnd {
                return
            } else {
                gap = max(gap, step.symbol - Symbol.firstGap)
            }
        }
        addStart(at)
    }

    @inline(__always)
    mutating func addStart(_ at: Int) { starts.append(Int32(truncatingIfNeeded: at)) }

    func startsClause(_ at: Int) -> Bool { !units[at].flags.isDisjoint(with: [.startsClause, .afterPause, .afterGreeting]) }

    /// Takes a step over the words before unit `at`, of which `gap` may be passed over.
    mutating func stepBack(over step: Automaton.Step, to place: Place, at: Int, gap: UInt32) {
        let places = places(of: step)
        if places == 0 { return }
        var end = at
        var left = Int(gap)
        while end > 0, !units[end].flags.contains(.startsClause) {
            if stands(step, places, at: end - 1) { goBack(from: place, at: end - 1, gap: 0) }
            for jump in jumps where jump.end == end && holds(step, jump.symbol) {
                goBack(from: place, at: Int(jump.start), gap: 0)
            }
            left -= units[end].flags.contains(.afterPause) ? 2 : 1
            if left < 0 { return }
            end -= 1
        }
    }

    // MARK: Towards the end

    /// Goes over what stands behind a place, whose own words end before unit `at`.
    mutating func goAhead(from place: Place, at: Int, gap: UInt32) {
        if place.isNode { return goAhead(fromNode: place.number, at: at, gap: gap) }
        var (number, left, at, gap) = (place.number, place.left, at, gap)
        while left > 0 {
            let step = Automaton.Step(bits: code[number])
            number += 1
            left -= 1
            if step.isWord {
                let next = Place(number: number, left: left)
                if step.isOptional { goAhead(from: next, at: at, gap: gap) }
                guard gap == 0, isPlain else { return stepAhead(over: step, to: next, at: at, gap: gap) }
                guard at < units.count, !units[at].flags.contains(.startsClause), stands(step, at: at) else { return }
                at += 1
            } else if step.symbol == Symbol.clauseStart {
                return
            } else if step.symbol == Symbol.clauseEnd {
                guard endsClause(at) else { return }
                gap = 0
            } else {
                gap = max(gap, step.symbol - Symbol.firstGap)
            }
        }
        addMatches(endingAt: at)
    }

    mutating func addMatches(endingAt end: Int) {
        for start in starts { matches.append(Match(pattern: pattern, start: start, end: Int32(truncatingIfNeeded: end))) }
    }

    func endsClause(_ at: Int) -> Bool { at == units.count || !units[at].flags.isDisjoint(with: [.startsClause, .afterPause]) }

    /// Takes a step over the words from unit `at` on, of which `gap` may be passed over.
    mutating func stepAhead(over step: Automaton.Step, to place: Place, at: Int, gap: UInt32) {
        let places = places(of: step)
        if places == 0 { return }
        var next = at
        var left = Int(gap)
        while next < units.count, !units[next].flags.contains(.startsClause) {
            if next > at, units[next].flags.contains(.afterPause) {
                left -= 1
                if left < 0 { return }
            }
            if stands(step, places, at: next) { goAhead(from: place, at: next + 1, gap: 0) }
            for jump in jumps where jump.start == next && holds(step, jump.symbol) {
                goAhead(from: place, at: Int(jump.end), gap: 0)
            }
            left -= 1
            if left < 0 { return }
            next += 1
        }
    }

    // MARK: Symbols of a step

    /// The units where a symbol of a step may stand, as `presence` has them; 0 where none does.
    private func places(of step: Automaton.Step) -> UInt64 {
        if !step.isSet { return isPresent(step.symbol) ? presence[Int(step.symbol)] : 0 }
        let set = Int(step.symbol)
        var places: UInt64 = 0
        for place in set + 1...set + Int(sets[set]) where isPresent(sets[place]) { places |= presence[Int(sets[place])] }
        return places
    }

    /// Whether the word at unit `at` is one a step takes, where `presence` says all.
    @inline(__always)
    private func stands(_ step: Automaton.Step, at: Int) -> Bool {
        if step.isSet { return places(of: step) >> UInt64(at) & 1 != 0 }
        return isPresent(step.symbol) && presence[Int(step.symbol)] >> UInt64(at) & 1 != 0
    }

    /// Whether the word at unit `at` is one a step takes.
    @inline(__always)
    private func stands(_ step: Automaton.Step, _ places: UInt64, at: Int) -> Bool {
        if places & 1 << UInt64(truncatingIfNeeded: at & 63) == 0 { return false }
        // In a long message the bit may stand for a unit 64 places away, and beside jumps for one of them.
        return isPlain || meanings(at: at).contains { holds(step, $0.symbol) }
    }

    private func holds(_ step: Automaton.Step, _ symbol: UInt32) -> Bool {
        if !step.isSet { return step.symbol == symbol }
        let set = Int(step.symbol)
        for place in set + 1...set + Int(sets[set]) where sets[place] == symbol { return true }
        return false
    }
}
