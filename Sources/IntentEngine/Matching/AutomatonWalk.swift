/// Looks for the phrases of an automaton in the units of one message.
///
/// `presence` says for each symbol at which units it stands, one bit a unit, modulo 64.
struct AutomatonWalk {
    private let code: UnsafeBufferPointer<UInt32>
    private let filed: UnsafeBufferPointer<Automaton.Filed>
    private let meanings: UnsafeBufferPointer<Lexicon.Meaning>
    private let units: UnsafeBufferPointer<Unit>
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

    init(
        _ automaton: Automaton, meanings: UnsafeBufferPointer<Lexicon.Meaning>, units: UnsafeBufferPointer<Unit>,
        presence: UnsafeMutableBufferPointer<UInt64>, anywhere: UnsafeMutableBufferPointer<UInt64>
    ) {
        code = automaton.code.elements
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
            case .program:
                let ahead = at + 3 + Int(code[at + 1])
                starts.removeAll(keepingCapacity: true)
                goBack(at + 3, at: start, gap: 0)
                if !starts.isEmpty { goAhead(ahead, at: end, gap: 0) }
                at += 3 + Int(code[at + 2])
            }
        }
    }

    // MARK: Towards the start

    /// Runs the instructions from `next` on, before words that start at unit `at`; `gap` words may be passed over.
    private mutating func goBack(_ next: Int, at: Int, gap: Int) {
        var (next, at, gap) = (next, at, gap)
        while true {
            let step = Automaton.Instruction(bits: code[next])
            switch step.kind {
            case .symbol where step.value > Symbol.lastGap, .set:
                let behind = next + step.length
                if step.isOptional { goBack(behind, at: at, gap: gap) }
                let places = places(of: step, next)
                if places == 0 { return }
                guard gap == 0, isPlain else { return stepBack(over: next, places, at: at, gap: gap) }
                guard at > 0, !units[at].flags.contains(.startsClause), places >> UInt64(at - 1) & 1 != 0 else { return }
                at -= 1
                next = behind
            case .symbol:
                if step.value == Symbol.clauseEnd { return }
                if step.value == Symbol.clauseStart { return startsClause(at) ? addStart(at) : () }
                gap = max(gap, step.value - Int(Symbol.firstGap))
                next += 1
            case .branch:
                goBack(next + 1, at: at, gap: gap)
                next += step.distance
            case .jump: next += step.distance
            case .end: return addStart(at)
            }
        }
    }

    @inline(__always)
    private mutating func addStart(_ at: Int) { starts.append(Int32(truncatingIfNeeded: at)) }

    private func startsClause(_ at: Int) -> Bool { !units[at].flags.isDisjoint(with: [.startsClause, .afterPause, .afterGreeting]) }

    /// Takes a step over the words before unit `at`, of which `gap` may be passed over.
    private mutating func stepBack(over number: Int, _ places: UInt64, at: Int, gap: Int) {
        let step = Automaton.Instruction(bits: code[number])
        let next = number + step.length
        var end = at
        var left = gap
        while end > 0, !units[end].flags.contains(.startsClause) {
            if stands(step, number, places, at: end - 1) { goBack(next, at: end - 1, gap: 0) }
            for jump in jumps where jump.end == end && holds(step, number, jump.symbol) {
                goBack(next, at: Int(jump.start), gap: 0)
            }
            left -= units[end].flags.contains(.afterPause) ? 2 : 1
            if left < 0 { return }
            end -= 1
        }
    }

    // MARK: Towards the end

    /// Runs the instructions from `next` on, behind words that end before unit `at`; `gap` words may be passed over.
    private mutating func goAhead(_ next: Int, at: Int, gap: Int) {
        var (next, at, gap) = (next, at, gap)
        while true {
            let step = Automaton.Instruction(bits: code[next])
            switch step.kind {
            case .symbol where step.value > Symbol.lastGap, .set:
                let behind = next + step.length
                if step.isOptional { goAhead(behind, at: at, gap: gap) }
                let places = places(of: step, next)
                if places == 0 { return }
                guard gap == 0, isPlain else { return stepAhead(over: next, places, at: at, gap: gap) }
                guard at < units.count, !units[at].flags.contains(.startsClause), places >> UInt64(at) & 1 != 0 else { return }
                at += 1
                next = behind
            case .symbol:
                if step.value == Symbol.clauseStart { return }
                if step.value == Symbol.clauseEnd {
                    guard endsClause(at) else { return }
                    gap = 0
                } else {
                    gap = max(gap, step.value - Int(Symbol.firstGap))
                }
                next += 1
            case .branch:
                goAhead(next + 1, at: at, gap: gap)
                next += step.distance
            case .jump: next += step.distance
            case .end: return addMatches(endingAt: at)
            }
        }
    }

    private mutating func addMatches(endingAt end: Int) {
        for start in starts { matches.append(Match(pattern: pattern, start: start, end: Int32(truncatingIfNeeded: end))) }
    }

    private func endsClause(_ at: Int) -> Bool { at == units.count || !units[at].flags.isDisjoint(with: [.startsClause, .afterPause]) }

    /// Takes a step over the words from unit `at` on, of which `gap` may be passed over.
    private mutating func stepAhead(over number: Int, _ places: UInt64, at: Int, gap: Int) {
        let step = Automaton.Instruction(bits: code[number])
        let behind = number + step.length
        var next = at
        var left = gap
        while next < units.count, !units[next].flags.contains(.startsClause) {
            if next > at, units[next].flags.contains(.afterPause) {
                left -= 1
                if left < 0 { return }
            }
            if stands(step, number, places, at: next) { goAhead(behind, at: next + 1, gap: 0) }
            for jump in jumps where jump.start == next && holds(step, number, jump.symbol) {
                goAhead(behind, at: Int(jump.end), gap: 0)
            }
            left -= 1
            if left < 0 { return }
            next += 1
        }
    }

    // MARK: Symbols of a step

    /// The units where a symbol of the step at `number` may stand, as `presence` has them; 0 where none does.
    @inline(__always)
    private func places(of step: Automaton.Instruction, _ number: Int) -> UInt64 {
        if step.kind == .symbol { return isPresent(UInt32(step.value)) ? presence[step.value] : 0 }
        var places: UInt64 = 0
        for place in number + 1..<number + step.length where isPresent(code[place]) { places |= presence[Int(code[place])] }
        return places
    }

    /// Whether the word at unit `at` is one a step takes.
    @inline(__always)
    private func stands(_ step: Automaton.Instruction, _ number: Int, _ places: UInt64, at: Int) -> Bool {
        if places & 1 << UInt64(truncatingIfNeeded: at & 63) == 0 { return false }
        // In a long message the bit may stand for a unit 64 places away, and beside jumps for one of them.
        return isPlain || meanings(at: at).contains { holds(step, number, $0.symbol) }
    }

    private func holds(_ step: Automaton.Instruction, _ number: Int, _ symbol: UInt32) -> Bool {
        if step.kind == .symbol { return step.value == symbol }
        return code[number + 1..<number + step.length].contains(symbol)
    }
}
