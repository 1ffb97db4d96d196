/// Looks for the phrases of an automaton in a window of the units of one clause.
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

    /// Places before a unit behind a pause.
    private var pauses: UInt64 = 0
    /// Places where `^` and `$` stand.
    private var phraseStarts: UInt64 = 0
    private var phraseEnds: UInt64 = 0

    /// What phrases take as one, counted from the window's first unit, and the places where such start and end.
    private var jumps = UnsafeBufferPointer<Jump>(start: nil, count: 0)
    private var jumpStarts: UInt64 = 0
    private var jumpEnds: UInt64 = 0
    /// Where the phrase being followed may start and end.
    private var starts: UInt64 = 0
    private var ends: UInt64 = 0

    // Groups that stand, phrases to be followed and matches each wait until there are many: work of one kind at a time is
    // foreseen by the processor, and what the next kind reads is asked for meanwhile.
    private var standing = UnsafeMutableBufferPointer<Found>(start: nil, count: 0)
    private var stood = 0
    private var calls = UnsafeMutableBufferPointer<Call>(start: nil, count: 0)
    private var called = 0
    private var room = UnsafeMutableBufferPointer<Match>(start: nil, count: 0)
    private var waiting = 0
    private static let roomForEach = 64
    private var matches: [Match] = []
    /// Words that were asked for, mixed; kept, or their loads would be left out.
    private var touched: UInt32 = 0

    /// A place in `pieces`, with the units its symbol stands on.
    private struct Found: Equatable {
        let place: UInt32
        let start: UInt16
        let end: UInt16

        @inline(__always)
        init(_ place: UInt32, _ start: Int, _ end: Int) {
            self.place = place
            self.start = UInt16(truncatingIfNeeded: start)
            self.end = UInt16(truncatingIfNeeded: end)
        }

        static let nowhere = Found(.max, 0, 0)
    }

    /// A phrase to be followed from units where a symbol of it stands.
    private struct Call {
        let pattern: UInt32
        let program: UInt32
        let from: Found
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
        for at in units.indices { note(units[at].flags, at) }
        if window.upperBound < all.count { note(all[window.upperBound].flags, units.count) } else { phraseEnds |= 1 << UInt64(units.count) }
    }

    private mutating func note(_ flags: Unit.Flags, _ at: Int) {
        let bit: UInt64 = 1 << UInt64(at)
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
        withUnsafeTemporaryAllocation(of: Found.self, capacity: Self.roomForEach) { standing in
            withUnsafeTemporaryAllocation(of: Call.self, capacity: Self.roomForEach) { calls in
                withUnsafeTemporaryAllocation(of: Match.self, capacity: Self.roomForEach) { room in
                    (self.standing, self.calls, self.room) = (standing, calls, room)
                    run(&jumps)
                }
            }
        }
        swap(&matches, &found)
    }

    private mutating func run(_ jumps: inout [Jump]) {
        let most = units.indices.reduce(0) { $0 &+ meanings(at: $1).count }
        withUnsafeTemporaryAllocation(of: Found.self, capacity: 2 * most) { found in
            let (lists, phrases) = markSymbols(
                UnsafeMutableBufferPointer(rebasing: found[most...]), UnsafeMutableBufferPointer(rebasing: found[..<most]))
            if lists > 0 {
                let before = matches.count
                for found in found[most..<most + lists] { read(found) }
                handOver()
                for match in matches[before...] {
                    jumps.append(Jump(symbol: match.pattern, start: match.start - Int32(base), end: match.end - Int32(base)))
                }
                matches.removeSubrange(before...)
            }
            jumps.withUnsafeBufferPointer { jumps in
                take(jumps)
                for found in found[..<phrases] { read(found) }
                for jump in jumps {
                    let phrases = filed[Int(jump.symbol)].phrases
                    if phrases != 0 { read(Found(phrases, Int(jump.start), Int(jump.end))) }
                }
                handOver()
            }
        }
        clear(Symbol.none)
        for jump in jumps { clear(jump.symbol) }
        for at in units.indices { for meaning in meanings(at: at) { clear(meaning.symbol) } }
    }

    /// Marks the symbols of all units, and notes the pieces of lists and of phrases filed under them; returns how many.
    ///
    /// The first word of each piece is asked for here, so that it is on its way when it is read.
    @inline(__always)
    private mutating func markSymbols(
        _ lists: UnsafeMutableBufferPointer<Found>, _ phrases: UnsafeMutableBufferPointer<Found>
    ) -> (lists: Int, phrases: Int) {
        mark(Symbol.none)
        var touched: UInt32 = 0
        var (withLists, withPhrases) = (0, 0)
        for at in units.indices {
            let bit: UInt64 = 1 << UInt64(at)
            for meaning in meanings(at: at) {
                presence[Int(meaning.symbol)] |= bit
                mark(meaning.symbol)
                touched ^= pieces[Int(meaning.phrases)]
                if meaning.hasLists {
                    lists[withLists] = Found(filed[Int(meaning.symbol)].lists, at, at &+ 1)
                    withLists &+= 1
                }
                // Most have some: without a branch.
                phrases[withPhrases] = Found(meaning.phrases, at, at &+ 1)
                withPhrases &+= meaning.phrases == 0 ? 0 : 1
            }
        }
        self.touched = touched
        return (withLists, withPhrases)
    }

    /// Marks what phrases take as one.
    private mutating func take(_ jumps: UnsafeBufferPointer<Jump>) {
        self.jumps = jumps
        for jump in jumps {
            mark(jump.symbol)
            jumpStarts |= 1 << UInt64(jump.start)
            jumpEnds |= 1 << UInt64(jump.end)
        }
    }

    @inline(__always)
    private func meanings(at: Int) -> UnsafeBufferPointer<Lexicon.Meaning> {
        let side = units[at].side
        return UnsafeBufferPointer(rebasing: meanings[Int(side.symbolStart)..<Int(side.symbolStart) + Int(side.symbolCount)])
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
    private func isPresent(_ symbol: UInt32) -> Bool { Self.bit(of: symbol, anywhere) & 1 != 0 }

    /// A word whose lowest bit says whether a symbol stands anywhere.
    @inline(__always)
    private static func bit(of symbol: UInt32, _ anywhere: UnsafeMutableBufferPointer<UInt64>) -> UInt64 {
        anywhere[Int(symbol >> 6)] &>> UInt64(symbol & 63)
    }

    /// The same for any of four symbols in a table.
    @inline(__always)
    private static func bit(
        ofFourFrom at: Int, in table: UnsafeBufferPointer<UInt32>, _ anywhere: UnsafeMutableBufferPointer<UInt64>
    ) -> UInt64 {
        bit(of: table[at], anywhere) | bit(of: table[at &+ 1], anywhere) | bit(of: table[at &+ 2], anywhere)
            | bit(of: table[at &+ 3], anywhere)
    }

    /// Whether one of some symbols of a program stands in the window, or none is asked for.
    @inline(__always)
    private func stands(anyOf checks: Range<Int>) -> Bool {
        if checks.isEmpty { return true }
        var found: UInt64 = 0
        var at = checks.lowerBound
        repeat {
            found |= Self.bit(ofFourFrom: at, in: programs, anywhere)
            at &+= 4
        } while at < checks.upperBound
        return found & 1 != 0
    }

    // MARK: What is filed under a symbol

    /// Notes the groups of a piece for which what else they need stands.
    private mutating func read(_ found: Found) {
        let (pieces, anywhere, standing) = (pieces, anywhere, standing)
        let (start, end) = (Int(found.start), Int(found.end))
        let piece = Automaton.Piece(at: Int(found.place), in: pieces)
        // Whether a group stands nobody can foretell: each is written down, and overwritten where it does not.
        var stood = stood
        var at = piece.groups.lowerBound
        while at < piece.groups.upperBound {
            if stood == standing.count { stood = readEntries(stood) }
            standing[stood] = Found(pieces[at &+ 1], start, end)
            stood &+= Int(truncatingIfNeeded: Self.bit(of: pieces[at], anywhere) & 1)
            at &+= Automaton.Piece.groupLength
        }
        while at < piece.rows.upperBound {
            if stood == standing.count { stood = readEntries(stood) }
            standing[stood] = Found(pieces[at &+ 4], start, end)
            stood &+= Int(truncatingIfNeeded: Self.bit(ofFourFrom: at, in: pieces, anywhere) & 1)
            at &+= Automaton.Piece.rowLength
        }
        self.stood = stood
    }

    /// Reads the entries of groups that stand: some are found with that, the others are to be followed. Returns how many
    /// groups still wait: none.
    @inline(never)
    private mutating func readEntries(_ stood: Int) -> Int {
        var last = Found.nowhere
        // Rows of one group lie behind each other.
        for found in standing[..<stood] where found != last {
            last = found
            var at = Int(found.place)
            while true {
                let entry = Automaton.Entry(bits: pieces[at])
                if entry.hasProgram {
                    call(Call(pattern: entry.pattern, program: pieces[at &+ 1], from: found))
                    at &+= 2
                } else {
                    add(entry.pattern, Int(found.start), Int(found.end))
                    at &+= 1
                }
                if entry.isLast { break }
            }
        }
        return 0
    }

    @inline(__always)
    private mutating func call(_ call: Call) {
        if called == calls.count { followCalls() }
        calls[called] = call
        called &+= 1
        touched ^= programs[Int(call.program)]
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
        guard stands(anyOf: program.checks) else { return }
        let place: UInt64 = 1 << UInt64(call.from.start)
        starts = 0
        if programs[program.back] == Automaton.Instruction.end.bits { starts = place } else { goBack(program.back, from: place, gap: 0) }
        if starts == 0 { return }
        ends = 0
        goAhead(program.ahead, from: 1 << UInt64(call.from.end), gap: 0)
        addMatches(of: call.pattern)
    }

    /// A match from each start to each end.
    private mutating func addMatches(of pattern: UInt32) {
        let ends = ends
        if ends == 0 { return }
        Self.forEach(in: starts) { start in Self.forEach(in: ends) { end in add(pattern, start, end) } }
    }

    /// Calls `body` with each place of a set, from the first on.
    @inline(__always)
    private static func forEach(in places: UInt64, _ body: (Int) -> Void) {
        var left = places
        while left != 0 {
            body(left.trailingZeroBitCount)
            left &= left - 1
        }
    }

    @inline(__always)
    private mutating func add(_ pattern: UInt32, _ start: Int, _ end: Int) {
        if waiting == room.count { append() }
        room[waiting] = Match(
            pattern: pattern, start: Int32(truncatingIfNeeded: base + start), end: Int32(truncatingIfNeeded: base + end))
        waiting &+= 1
    }

    @inline(never)
    private mutating func append() {
        matches.append(contentsOf: UnsafeBufferPointer(rebasing: room[..<waiting]))
        waiting = 0
    }

    /// Does all that waits.
    private mutating func handOver() {
        stood = readEntries(stood)
        followCalls()
        append()
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
                next &+= 1
            case .symbol, .set:
                let behind = next &+ 1
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
                guard let way = choose(at: next, of: step.value, { walk, way in walk.goBack(way, from: places, gap: gap) }) else { return }
                next = way
            case .jump: next &+= step.distance
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
        if words == 0, jumpEnds == 0 { return 0 }
        let reach = gap == 0 ? places : widenBack(places, gap)
        var before = reach >> 1 & words
        if reach & jumpEnds != 0 {
            for jump in jumps where reach >> UInt64(jump.end) & 1 != 0 && holds(step, jump.symbol) {
                before |= 1 << UInt64(jump.start)
            }
        }
        return before
    }

    /// `places` and those up to `gap` words before them; a pause costs as much as a word.
    private func widenBack(_ places: UInt64, _ gap: Int) -> UInt64 {
        var (all, level, late) = (places, places, 0 as UInt64)
        for _ in 0..<gap {
            let before = level
            level = (before & ~pauses) >> 1 | late
            late = (before & pauses) >> 1
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
                next &+= 1
            case .symbol, .set:
                let behind = next &+ 1
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
                guard let way = choose(at: next, of: step.value, { walk, way in walk.goAhead(way, from: places, gap: gap) }) else { return }
                next = way
            case .jump: next &+= step.distance
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
        if words == 0, jumpStarts == 0 { return 0 }
        let reach = gap == 0 ? places : widenAhead(places, gap)
        var after = (reach & words) << 1
        if reach & jumpStarts != 0 {
            for jump in jumps where reach >> UInt64(jump.start) & 1 != 0 && holds(step, jump.symbol) {
                after |= 1 << UInt64(jump.end)
            }
        }
        return after
    }

    /// `places` and those up to `gap` words behind them; a pause costs as much as a word.
    private func widenAhead(_ places: UInt64, _ gap: Int) -> UInt64 {
        var (all, level, late) = (places, places, 0 as UInt64)
        for _ in 0..<gap {
            let next = level << 1
            level = next & ~pauses | late
            late = next & pauses
            all |= level
        }
        return all
    }

    // MARK: Ways of a choice

    /// Follows each way that may lead on but the last, which is returned; nil where none does.
    @inline(__always)
    private mutating func choose(at place: Int, of count: Int, _ follow: (inout Self, Int) -> Void) -> Int? {
        var last: Int?
        for guardian in place + 1...place + count where isPresent(programs[guardian]) {
            if let last { follow(&self, last) }
            last = place + Int(programs[guardian + count])
        }
        return last
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
