/// Looks for the phrases of an automaton in a window of the units of one message.
///
/// Places between units are bits of a word: bit i stands before the i-th unit of the window. So a phrase is followed from
/// every place it may have come to at once, and a step over a word is a shift and two ANDs, whatever gaps led there (bit
/// parallelism after Baeza-Yates and Gonnet, “A New Approach to Text Searching”, 1992).
struct AutomatonWalk {
    /// Units of a window at most: with the place behind the last of them, one bit for each.
    static let window = 63
    /// A clause longer than a window is looked at in windows that share so many units. No phrase is wider.
    static let overlap = window / 2

    private let pieces: UnsafeBufferPointer<UInt32>
    private let programs: UnsafeBufferPointer<UInt32>
    private let sets: UnsafeBufferPointer<UInt32>
    private let filed: UnsafeBufferPointer<Automaton.Filed>
    private let meanings: UnsafeBufferPointer<Lexicon.Meaning>
    /// Those of the window, and how many stand before it.
    private let units: UnsafeBufferPointer<Unit>
    private let base: Int
    /// By symbol, the units that are words of it.
    private let presence: UnsafeMutableBufferPointer<UInt64>
    /// One bit a symbol: whether it stands anywhere. Small enough to stay in the nearest cache.
    private let anywhere: UnsafeMutableBufferPointer<UInt64>

    /// Places before a unit that starts a clause, and before one behind a pause.
    private var clauseStarts: UInt64 = 0
    private var pauses: UInt64 = 0
    /// Places where `^` and `$` stand.
    private var phraseStarts: UInt64 = 0
    private var phraseEnds: UInt64 = 0

    /// What phrases take as one, counted from the window's first unit.
    private var jumps = UnsafeBufferPointer<Jump>(start: nil, count: 0)
    /// Where the phrase being followed may start and end.
    private var starts: UInt64 = 0
    private var ends: UInt64 = 0
    private var matches: [Match] = []
    /// Matches wait here, and go into the array together.
    private var room = UnsafeMutableBufferPointer<Match>(start: nil, count: 0)
    private var waiting = 0
    private static let roomForMatches = 64
    /// Programs wait here to be followed, and are asked for meanwhile: they are not in the nearest caches.
    private var calls = UnsafeMutableBufferPointer<Call>(start: nil, count: 0)
    private var called = 0
    private static let roomForCalls = 64
    /// Words that were asked for, mixed; kept, or their loads would be left out.
    private var touched: UInt32 = 0

    /// A phrase to be followed from units where a symbol of it stands.
    private struct Call {
        let pattern: UInt32
        let program: UInt32
        let start: Int32
        let end: Int32
    }

    /// - Parameter window: At most `window` of the units.
    init(
        _ automaton: Automaton, meanings: UnsafeBufferPointer<Lexicon.Meaning>, units all: UnsafeBufferPointer<Unit>, window: Range<Int>,
        presence: UnsafeMutableBufferPointer<UInt64>, anywhere: UnsafeMutableBufferPointer<UInt64>
    ) {
        pieces = automaton.pieces.elements
        programs = automaton.programs.elements
        sets = automaton.sets.elements
        filed = automaton.filed.elements
        self.meanings = meanings
        units = UnsafeBufferPointer(rebasing: all[window])
        base = window.lowerBound
        self.presence = presence
        self.anywhere = anywhere
        for at in units.indices { read(units[at].flags, at) }
        if window.upperBound < all.count { read(all[window.upperBound].flags, units.count) } else { phraseEnds |= 1 << UInt64(units.count) }
    }

    private mutating func read(_ flags: Unit.Flags, _ at: Int) {
        let bit: UInt64 = 1 << UInt64(at)
        if flags.contains(.startsClause) { clauseStarts |= bit }
        if flags.contains(.afterPause) { pauses |= bit }
        if !flags.isDisjoint(with: [.startsClause, .afterPause]) { phraseEnds |= bit }
        if !flags.isDisjoint(with: [.startsClause, .afterPause, .afterGreeting]) { phraseStarts |= bit }
    }

    /// Finds the list entries of several words, then, with these and the entities as single steps, the phrases.
    ///
    /// - Parameters:
    ///   - jumps: The window's entities, counted from its first unit; gains the list entries.
    ///   - matches: Gains the phrases, counted from the message's first unit.
    mutating func run(jumps: inout [Jump], matches found: inout [Match]) {
        swap(&matches, &found)
        withUnsafeTemporaryAllocation(of: Match.self, capacity: Self.roomForMatches) { room in
            withUnsafeTemporaryAllocation(of: Call.self, capacity: Self.roomForCalls) { calls in
                (self.room, self.calls) = (room, calls)
                run(&jumps)
                handOver()
            }
        }
        swap(&matches, &found)
    }

    private mutating func run(_ jumps: inout [Jump]) {
        mark(Symbol.none)
        var (withLists, withPhrases): (UInt64, UInt64) = (0, 0)
        // The first word of what is filed under each symbol is asked for here, so that it is on its way when it is read.
        var touched: UInt32 = 0
        for at in units.indices {
            let bit: UInt64 = 1 << UInt64(at)
            for meaning in meanings(at: at) {
                presence[Int(meaning.symbol)] |= bit
                mark(meaning.symbol)
                touched ^= pieces[Int(meaning.filed.lists)]
                if meaning.filed.hasLists { withLists |= bit }
                if meaning.filed.hasPhrases { withPhrases |= bit }
            }
        }
        self.touched = touched
        if withLists != 0 {
            let before = matches.count
            forEach(in: withLists) { walk, at in
                for meaning in walk.meanings(at: at) where meaning.filed.hasLists {
                    walk.read(meaning.filed.lists, meaning.filed.phrases, from: at, to: at + 1)
                }
            }
            followCalls()
            handOver()
            for match in matches[before...] {
                jumps.append(Jump(symbol: match.pattern, start: match.start - Int32(base), end: match.end - Int32(base)))
            }
            matches.removeSubrange(before...)
        }
        for jump in jumps { mark(jump.symbol) }
        jumps.withUnsafeBufferPointer { jumps in
            self.jumps = jumps
            forEach(in: withPhrases) { walk, at in
                for meaning in walk.meanings(at: at) where meaning.filed.hasPhrases {
                    walk.read(meaning.filed.phrases, meaning.filed.end, from: at, to: at + 1)
                }
            }
            for jump in jumps {
                let filed = filed[Int(jump.symbol)]
                read(filed.phrases, filed.end, from: Int(jump.start), to: Int(jump.end))
            }
            followCalls()
        }
        clear(Symbol.none)
        for jump in jumps { clear(jump.symbol) }
        for at in units.indices { for meaning in meanings(at: at) { clear(meaning.symbol) } }
    }

    @inline(__always)
    private func meanings(at: Int) -> UnsafeBufferPointer<Lexicon.Meaning> {
        let side = units[at].side
        return UnsafeBufferPointer(rebasing: meanings[Int(side.symbolStart)..<Int(side.symbolStart) + Int(side.symbolCount)])
    }

    /// Calls `body` with each unit of a set, from the first on.
    @inline(__always)
    private mutating func forEach(in units: UInt64, _ body: (inout Self, Int) -> Void) {
        var left = units
        while left != 0 {
            body(&self, left.trailingZeroBitCount)
            left &= left - 1
        }
    }

    // MARK: Symbols of the window

    @inline(__always)
    private func mark(_ symbol: UInt32) { anywhere[Int(symbol >> 6)] |= 1 << UInt64(symbol & 63) }

    @inline(__always)
    private func clear(_ symbol: UInt32) {
        presence[Int(symbol)] = 0
        anywhere[Int(symbol >> 6)] = 0
    }

    @inline(__always)
    private func isPresent(_ symbol: UInt32) -> Bool { bit(of: symbol) & 1 != 0 }

    /// A word whose lowest bit says whether a symbol stands anywhere.
    @inline(__always)
    private func bit(of symbol: UInt32) -> UInt64 { anywhere[Int(symbol >> 6)] &>> UInt64(symbol & 63) }

    // MARK: What is filed under a symbol

    /// Reads the groups in a piece whose symbol stands at the units given.
    private mutating func read(_ from: UInt32, _ to: UInt32, from start: Int, to end: Int) {
        if from == to { return }
        var at = Int(from) + 1
        let heads = Int(from) + Int(pieces[Int(from)])
        var entries = heads
        while at < heads {
            let group = Automaton.Group(bits: pieces[at])
            let behind = entries + group.words
            if stands(anyOf: at + 1..<at + 1 + group.checks, in: pieces) { read(entries..<behind, from: start, to: end) }
            at += 1 + group.checks
            entries = behind
        }
    }

    /// Whether one of some symbols stands in the window, or none is asked for.
    @inline(__always)
    private func stands(anyOf checks: Range<Int>, in table: UnsafeBufferPointer<UInt32>) -> Bool {
        if checks.isEmpty { return true }
        // Four at a time, without a branch for each: most groups ask for no more.
        var found: UInt64 = 0
        var at = checks.lowerBound
        repeat {
            found |= bit(of: table[at]) | bit(of: table[at + 1]) | bit(of: table[at + 2]) | bit(of: table[at + 3])
            at += 4
        } while at < checks.upperBound
        return found & 1 != 0
    }

    /// Reads entries whose symbol stands at the units given.
    @inline(__always)
    private mutating func read(_ entries: Range<Int>, from start: Int, to end: Int) {
        var at = entries.lowerBound
        while at < entries.upperBound {
            let entry = Automaton.Entry(bits: pieces[at])
            switch entry.form {
            case .whole:
                add(entry.pattern, start, end)
                at += 1
            case .program:
                call(entry.pattern, pieces[at + 1], from: start, to: end)
                at += 2
            }
        }
    }

    @inline(__always)
    private mutating func call(_ pattern: UInt32, _ program: UInt32, from start: Int, to end: Int) {
        if called == calls.count { followCalls() }
        calls[called] = Call(
            pattern: pattern, program: program, start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end))
        called += 1
        touched ^= programs[Int(program)]
    }

    @inline(never)
    private mutating func followCalls() {
        for call in calls[..<called] { follow(call) }
        called = 0
    }

    /// Follows a phrase from a symbol of it towards both its ends.
    @inline(__always)
    private mutating func follow(_ call: Call) {
        let program = Automaton.Program(at: Int(call.program), in: programs)
        guard stands(anyOf: program.checks, in: programs) else { return }
        let place: UInt64 = 1 << UInt64(call.start)
        starts = 0
        if programs[program.back] == Automaton.Instruction.end.bits { starts = place } else { goBack(program.back, from: place, gap: 0) }
        if starts == 0 { return }
        ends = 0
        goAhead(program.ahead, from: 1 << UInt64(call.end), gap: 0)
        addMatches(of: call.pattern)
    }

    /// A match from each start to each end.
    private mutating func addMatches(of pattern: UInt32) {
        let ends = ends
        if ends == 0 { return }
        forEach(in: starts) { walk, start in walk.forEach(in: ends) { walk, end in walk.add(pattern, start, end) } }
    }

    @inline(__always)
    private mutating func add(_ pattern: UInt32, _ start: Int, _ end: Int) {
        if waiting == room.count { handOver() }
        room[waiting] = Match(
            pattern: pattern, start: Int32(truncatingIfNeeded: base + start), end: Int32(truncatingIfNeeded: base + end))
        waiting += 1
    }

    @inline(never)
    private mutating func handOver() {
        matches.append(contentsOf: UnsafeBufferPointer(rebasing: room[..<waiting]))
        waiting = 0
    }

    // MARK: Towards the start

    /// Runs the instructions from `next` on, before words that start at `places`; `gap` words may be passed over.
    private mutating func goBack(_ next: Int, from places: UInt64, gap: Int) {
        var (next, places, gap) = (next, places, gap)
        while true {
            let step = Automaton.Instruction(bits: programs[next])
            switch step.kind {
            case .symbol where step.value <= Symbol.lastGap:
                if step.value == Symbol.clauseEnd { return }
                if step.value == Symbol.clauseStart {
                    starts |= places & phraseStarts
                    return
                }
                gap = max(gap, step.value - Int(Symbol.firstGap))
                next += 1
            case .symbol, .set:
                let behind = next + 1
                let before = stepBack(over: step, from: places, gap: gap)
                if !step.isOptional {
                    places = before
                } else if gap == 0 {
                    places |= before
                } else {
                    goBack(behind, from: places, gap: gap)
                    places = before
                }
                if places == 0 { return }
                gap = 0
                next = behind
            case .choice:
                // The last way that may lead on is followed here.
                let behind = next + 1 + step.value
                var last: Int?
                for way in next + 1..<behind where isPresent(programs[way]) {
                    if let last { goBack(next + Int(programs[last]), from: places, gap: gap) }
                    last = way + step.value
                }
                guard let last else { return }
                next += Int(programs[last])
            case .jump: next += step.distance
            case .end:
                starts |= places
                return
            }
        }
    }

    /// The places before a word that the step takes, and after it one of `places`, or up to `gap` words before one.
    @inline(__always)
    private func stepBack(over step: Automaton.Instruction, from places: UInt64, gap: Int) -> UInt64 {
        let words = words(of: step)
        if words == 0, jumps.isEmpty { return 0 }
        let reach = (gap == 0 ? places : widenBack(places, gap)) & ~clauseStarts
        var before = reach >> 1 & words
        for jump in jumps where reach >> UInt64(jump.end) & 1 != 0 && holds(step, jump.symbol) {
            before |= 1 << UInt64(jump.start)
        }
        return before
    }

    /// `places` and those up to `gap` words before them; a pause costs as much as a word.
    private func widenBack(_ places: UInt64, _ gap: Int) -> UInt64 {
        var (all, level, late) = (places, places, 0 as UInt64)
        for _ in 0..<gap {
            let open = level & ~clauseStarts
            level = (open & ~pauses) >> 1 | late
            late = (open & pauses) >> 1
            all |= level
        }
        return all
    }

    // MARK: Towards the end

    /// Runs the instructions from `next` on, behind words that end at `places`; `gap` words may be passed over.
    private mutating func goAhead(_ next: Int, from places: UInt64, gap: Int) {
        var (next, places, gap) = (next, places, gap)
        while true {
            let step = Automaton.Instruction(bits: programs[next])
            switch step.kind {
            case .symbol where step.value <= Symbol.lastGap:
                if step.value == Symbol.clauseStart { return }
                if step.value == Symbol.clauseEnd {
                    places &= phraseEnds
                    if places == 0 { return }
                    gap = 0
                } else {
                    gap = max(gap, step.value - Int(Symbol.firstGap))
                }
                next += 1
            case .symbol, .set:
                let behind = next + 1
                let after = stepAhead(over: step, from: places, gap: gap)
                if !step.isOptional {
                    places = after
                } else if gap == 0 {
                    places |= after
                } else {
                    goAhead(behind, from: places, gap: gap)
                    places = after
                }
                if places == 0 { return }
                gap = 0
                next = behind
            case .choice:
                // The last way that may lead on is followed here.
                let behind = next + 1 + step.value
                var last: Int?
                for way in next + 1..<behind where isPresent(programs[way]) {
                    if let last { goAhead(next + Int(programs[last]), from: places, gap: gap) }
                    last = way + step.value
                }
                guard let last else { return }
                next += Int(programs[last])
            case .jump: next += step.distance
            case .end:
                ends |= places
                return
            }
        }
    }

    /// The places behind a word that the step takes, and before it one of `places`, or up to `gap` words behind one.
    @inline(__always)
    private func stepAhead(over step: Automaton.Instruction, from places: UInt64, gap: Int) -> UInt64 {
        let words = words(of: step)
        if words == 0, jumps.isEmpty { return 0 }
        let reach = (gap == 0 ? places : widenAhead(places, gap)) & ~clauseStarts
        var after = (reach & words) << 1
        for jump in jumps where reach >> UInt64(jump.start) & 1 != 0 && holds(step, jump.symbol) {
            after |= 1 << UInt64(jump.end)
        }
        return after
    }

    /// `places` and those up to `gap` words behind them; a pause costs as much as a word.
    private func widenAhead(_ places: UInt64, _ gap: Int) -> UInt64 {
        var (all, level, late) = (places, places, 0 as UInt64)
        for _ in 0..<gap {
            let next = (level & ~clauseStarts) << 1
            level = next & ~pauses | late
            late = next & pauses
            all |= level
        }
        return all
    }

    // MARK: Symbols of a step

    /// The units that are words the step takes.
    @inline(__always)
    private func words(of step: Automaton.Instruction) -> UInt64 {
        if step.kind == .symbol { return isPresent(UInt32(step.value)) ? presence[step.value] : 0 }
        var words: UInt64 = 0
        for symbol in members(of: step) where isPresent(symbol) { words |= presence[Int(symbol)] }
        return words
    }

    private func holds(_ step: Automaton.Instruction, _ symbol: UInt32) -> Bool {
        step.kind == .symbol ? step.value == symbol : members(of: step).contains(symbol)
    }

    /// The symbols of a set.
    @inline(__always)
    private func members(of step: Automaton.Instruction) -> UnsafeBufferPointer<UInt32> {
        UnsafeBufferPointer(rebasing: sets[step.value + 1...step.value + Int(sets[step.value])])
    }
}
