internal import CPrefetch

/// Looks for the phrases of an automaton in a window of the units of one clause.
///
/// Groups that stand, phrases to be followed and matches each wait until there are many: work of one kind at a time is
/// foreseen by the processor, and what the next kind reads is asked for meanwhile.
struct AutomatonWalk {
    /// Units of a window at most: with the place behind the last of them, one bit for each.
    static let window = 63
    /// A clause longer than a window is looked at in windows that share so many units. No phrase is wider.
    static let overlap = window / 2

    private let pieces: UnsafeBufferPointer<UInt32>
    private let filed: UnsafeBufferPointer<Automaton.Filed>
    private let meanings: UnsafeBufferPointer<Lexicon.Meaning>
    /// Those of the window, and how many stand before it.
    private let units: UnsafeBufferPointer<Unit>
    private let base: Int
    private let symbols: WindowSymbols
    /// By pattern, what scoring will read.
    private let scores: UnsafePointer<PatternScore>
    private let counts: UnsafePointer<UInt32>
    private var follower: ProgramFollower

    /// What waits, and how many of each.
    private var standing = UnsafeMutableBufferPointer<Found>(start: nil, count: 0)
    private var stood = 0
    private var calls = UnsafeMutableBufferPointer<Call>(start: nil, count: 0)
    private var called = 0
    private var room = UnsafeMutableBufferPointer<Match>(start: nil, count: 0)
    private var waiting = 0
    private static let roomForEach = 64
    private var matches: [Match] = []

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

    /// - Parameters:
    ///   - window: At most `window` of the units, of one clause.
    ///   - scores: By pattern, as `counts`: what is found will be looked up there.
    init(
        _ automaton: Automaton, meanings: UnsafeBufferPointer<Lexicon.Meaning>, units all: UnsafeBufferPointer<Unit>, window: Range<Int>,
        symbols: WindowSymbols, scores: UnsafePointer<PatternScore>, counts: UnsafePointer<UInt32>
    ) {
        pieces = automaton.pieces.elements
        filed = automaton.filed.elements
        self.meanings = meanings
        units = UnsafeBufferPointer(rebasing: all[window])
        base = window.lowerBound
        self.symbols = symbols
        self.scores = scores
        self.counts = counts
        follower = ProgramFollower(automaton, symbols)
        for at in units.indices { follower.note(units[at].flags, at) }
        if window.upperBound < all.count {
            follower.note(all[window.upperBound].flags, units.count)
        } else {
            follower.noteEnd(units.count)
        }
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
                follower.take(jumps)
                for found in found[..<phrases] { read(found) }
                for jump in jumps {
                    let phrases = filed[Int(jump.symbol)].phrases
                    if phrases != 0 { read(Found(phrases, Int(jump.start), Int(jump.end))) }
                }
                handOver()
            }
        }
        symbols.clear(Symbol.none)
        for jump in jumps { symbols.clear(jump.symbol) }
        for at in units.indices { for meaning in meanings(at: at) { symbols.clear(meaning.symbol) } }
    }

    /// Marks the symbols of all units, and notes the pieces of lists and of phrases filed under them; returns how many.
    ///
    /// The first word of each piece is asked for here, so that it is on its way when it is read.
    @inline(__always)
    private mutating func markSymbols(
        _ lists: UnsafeMutableBufferPointer<Found>, _ phrases: UnsafeMutableBufferPointer<Found>
    ) -> (lists: Int, phrases: Int) {
        symbols.mark(Symbol.none)
        var (withLists, withPhrases) = (0, 0)
        for at in units.indices {
            let bit: UInt64 = 1 << UInt64(at)
            for meaning in meanings(at: at) {
                symbols.mark(meaning.symbol, at: bit)
                courtois_prefetch(pieces.baseAddress.unsafelyUnwrapped + Int(meaning.phrases))
                if meaning.hasLists {
                    lists[withLists] = Found(filed[Int(meaning.symbol)].lists, at, at &+ 1)
                    withLists &+= 1
                }
                // Most have some: without a branch.
                phrases[withPhrases] = Found(meaning.phrases, at, at &+ 1)
                withPhrases &+= meaning.phrases == 0 ? 0 : 1
            }
        }
        return (withLists, withPhrases)
    }

    @inline(__always)
    private func meanings(at: Int) -> UnsafeBufferPointer<Lexicon.Meaning> {
        let side = units[at].side
        return UnsafeBufferPointer(rebasing: meanings[Int(side.symbolStart)..<Int(side.symbolStart) + Int(side.symbolCount)])
    }

    // MARK: What is filed under a symbol

    /// Notes the groups of a piece for which what else they need stands.
    private mutating func read(_ found: Found) {
        let (pieces, symbols, standing) = (pieces, symbols, standing)
        let (start, end) = (Int(found.start), Int(found.end))
        let piece = Automaton.Piece(at: Int(found.place), in: pieces)
        // Whether a group stands nobody can foretell: each is written down, and overwritten where it does not.
        var stood = stood
        var at = piece.groups.lowerBound
        while at < piece.groups.upperBound {
            if stood == standing.count { stood = readEntries(stood) }
            standing[stood] = Found(pieces[at &+ 1], start, end)
            stood &+= Int(truncatingIfNeeded: symbols.bit(of: pieces[at]) & 1)
            at &+= Automaton.Piece.groupLength
        }
        while at < piece.rows.upperBound {
            if stood == standing.count { stood = readEntries(stood) }
            standing[stood] = Found(pieces[at &+ 4], start, end)
            stood &+= Int(truncatingIfNeeded: symbols.bit(ofFourFrom: at, in: pieces) & 1)
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
        courtois_prefetch(follower.programs.baseAddress.unsafelyUnwrapped + Int(call.program))
    }

    @inline(never)
    private mutating func followCalls() {
        for call in calls[..<called] where follower.follow(Int(call.program), from: Int(call.from.start), to: Int(call.from.end)) {
            let ends = follower.ends
            Self.forEach(in: follower.starts) { start in Self.forEach(in: ends) { end in add(call.pattern, start, end) } }
        }
        called = 0
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
        courtois_prefetch(scores + Int(pattern))
        courtois_prefetch(counts + Int(pattern))
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
}
