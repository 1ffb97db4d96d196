/// Points of every owner while one message is scored. Cleared by what was touched, not by size, so that a rulebook
/// with many owners costs no more than the few a message speaks of.
struct ScoreBoard {
    private var standings: [Standing]
    /// Owners that got points in this message, and in this clause. There is room for all; so many are noted.
    private var noted: [UInt16]
    private var notedCount = 0
    private var inClause: [UInt16]
    private var inClauseCount = 0
    /// By pattern, the clause in which it last gave points, so that it gives them once.
    private var counted: [UInt32]
    /// Clauses are numbered through all messages; a message has the number of its first clause.
    private var message: UInt32 = 0
    private var clause: UInt32
    /// Owners that lead a clause of their own.
    private(set) var leaders: [UInt16] = []
    /// What gave points, in the order it was found: so many of these.
    private var found: [ScoredEvidence] = []
    private var foundCount = 0

    /// Where an owner stands: all that is asked of it lies together.
    private struct Standing {
        /// Points over the message, and over the clause being scored.
        var total: Int32 = 0
        var points: Int32 = 0
        /// When it last got points, and the clause a veto last took it out of.
        var message: UInt32 = 0
        var clause: UInt32 = 0
        var vetoed: UInt32 = 0
        /// Its first and last evidence, once the message is added up.
        var first: Int32 = 0
        var last: Int32 = 0
        /// How many those are.
        var pieces: Int32 = 0
    }

    /// - Parameter clause: The number from which clauses are counted.
    init(owners: Int, patterns: Int, after clause: UInt32 = 0) {
        self.clause = clause
        standings = [Standing](repeating: Standing(), count: owners)
        noted = [UInt16](repeating: 0, count: owners)
        inClause = noted
        counted = [UInt32](repeating: 0, count: patterns)
    }

    /// Hands out the memory that patterns are counted in, to be asked for before it is needed.
    @inline(__always)
    func withCounts(_ body: (UnsafePointer<UInt32>) -> Void) {
        counted.withUnsafeBufferPointer { body($0.baseAddress.unsafelyUnwrapped) }
    }

    /// Owners that got points in this message.
    var owners: ArraySlice<UInt16> { noted[..<notedCount] }

    /// What gave points, in the order it was found.
    var evidence: ArraySlice<ScoredEvidence> { found[..<foundCount] }

    mutating func startMessage() {
        for owner in owners { standings[Int(owner)].total = 0 }
        notedCount = 0
        leaders.removeAll(keepingCapacity: true)
        foundCount = 0
        if clause > Self.lastNumber { startNumbersAnew() }
        startClause()
        message = clause
    }

    /// No message starts a clause beyond this: far fewer than what is left fit into one.
    private static let lastNumber = UInt32.max - 1 << 24

    private mutating func startNumbersAnew() {
        clause = 0
        for at in counted.indices { counted[at] = 0 }
        for at in standings.indices { standings[at] = Standing() }
    }

    mutating func startClause() {
        for owner in inClause[..<inClauseCount] { standings[Int(owner)].points = 0 }
        inClauseCount = 0
        clause &+= 1
    }

    /// An owner's points over the message.
    func total(of owner: UInt16) -> Int32 { standings[Int(owner)].total }

    /// Gives what phrases found in a clause, each pattern once.
    mutating func add(_ phrases: UnsafeBufferPointer<Contender>) {
        makeRoom(for: phrases.count)
        let (message, clause) = (message, clause)
        withHands { hands in
            for phrase in phrases where hands.standings[Int(phrase.owner)].vetoed != clause {
                let last = hands.count(phrase.match.pattern, in: clause)
                hands.give(
                    phrase.points, pattern: phrase.match.pattern, owner: phrase.owner, units: phrase.match.start..<phrase.match.end,
                    counts: last < message, in: clause)
            }
        }
    }

    /// Gives what the words of a clause hint at, unless the same hint was given there; less where a word was corrected.
    mutating func add(hintsOf units: UnsafeBufferPointer<Unit>, _ clauseUnits: Range<Int>, _ hints: UnsafeBufferPointer<Lexicon.Hint>) {
        makeRoom(for: clauseUnits.reduce(0) { $0 &+ Int(units[$1].side.hintCount) })
        let (message, clause) = (message, clause)
        withHands { hands in
            for at in clauseUnits where units[at].side.hintCount > 0 && !units[at].flags.contains(.declined) {
                let (side, unit) = (units[at].side, Int32(truncatingIfNeeded: at))
                let isCorrected = units[at].flags.contains(.corrected)
                for hint in hints[Int(side.hintStart)..<Int(side.hintStart) + Int(side.hintCount)]
                where hands.standings[Int(hint.owner)].vetoed != clause {
                    let last = hands.count(hint.pattern, in: clause)
                    if last == clause { continue }
                    let points = Int32(hint.points)
                    hands.give(
                        isCorrected ? points - points * Self.correctionCost / 10 : points, pattern: hint.pattern, owner: hint.owner,
                        units: unit..<unit &+ 1, counts: last < message, in: clause)
                }
            }
        }
    }

    /// Tenths of a word's part in the points that are lost when it was read by correcting a misspelling.
    static let correctionCost: Int32 = 3

    private mutating func makeRoom(for more: Int) {
        let missing = foundCount + more - found.count
        if missing > 0 { found.append(contentsOf: repeatElement(.none, count: max(missing, found.count))) }
    }

    /// All memory that giving points writes to, taken hold of once for many.
    private struct Hands {
        let standings: UnsafeMutableBufferPointer<Standing>
        let counted: UnsafeMutableBufferPointer<UInt32>
        let inClause: UnsafeMutableBufferPointer<UInt16>
        var inClauseCount: Int
        let found: UnsafeMutableBufferPointer<ScoredEvidence>
        var foundCount: Int

        /// Notes that a pattern gives its points; returns the clause in which it did so last.
        @inline(__always)
        func count(_ pattern: UInt32, in clause: UInt32) -> UInt32 {
            let last = counted[Int(pattern)]
            counted[Int(pattern)] = clause
            return last
        }

        @inline(__always)
        mutating func give(
            _ points: Int32, pattern: UInt32, owner: UInt16, units: Range<Int32>, counts: Bool, in clause: UInt32
        ) {
            let standing = standings.baseAddress.unsafelyUnwrapped + Int(owner)
            // Written down in any case, and overwritten where it was there: who comes next nobody can foretell.
            inClause[inClauseCount] = owner
            inClauseCount &+= standing.pointee.clause == clause ? 0 : 1
            standing.pointee.clause = clause
            standing.pointee.points &+= points
            found[foundCount] = ScoredEvidence(
                pattern: pattern, owner: owner, counts: counts, points: points, units: units, clause: clause)
            foundCount &+= 1
        }
    }

    @inline(__always)
    private mutating func withHands(_ body: (inout Hands) -> Void) {
        Self.withHands(&standings, &counted, &inClause, &inClauseCount, &found, &foundCount, body)
    }

    @inline(__always)
    private static func withHands(
        _ standings: inout [Standing], _ counted: inout [UInt32], _ inClause: inout [UInt16],
        _ inClauseCount: inout Int, _ found: inout [ScoredEvidence], _ foundCount: inout Int, _ body: (inout Hands) -> Void
    ) {
        standings.withUnsafeMutableBufferPointer { standings in
            counted.withUnsafeMutableBufferPointer { counted in
                inClause.withUnsafeMutableBufferPointer { inClause in
                    found.withUnsafeMutableBufferPointer { found in
                        var hands = Hands(
                            standings: standings, counted: counted, inClause: inClause, inClauseCount: inClauseCount, found: found,
                            foundCount: foundCount)
                        body(&hands)
                        (inClauseCount, foundCount) = (hands.inClauseCount, hands.foundCount)
                    }
                }
            }
        }
    }

    /// Takes an owner out of the clause: called before anything is given there.
    mutating func veto(_ owner: UInt16) { standings[Int(owner)].vetoed = clause }

    /// Adds up the clause: notes who leads it.
    ///
    /// - Parameter courtesies: By intent, whether it leads nowhere and keeps nobody from leading.
    mutating func endClause(courtesies: [Bool], thresholds: Thresholds) {
        var best: (owner: UInt16, points: Int32)?
        var second: Int32 = 0
        for owner in inClause[..<inClauseCount] where Int(owner) < courtesies.count && !courtesies[Int(owner)] {
            let points = standings[Int(owner)].points
            if let leader = best, points < leader.points || (points == leader.points && owner > leader.owner) {
                second = max(second, points)
            } else {
                second = max(second, best?.points ?? 0)
                best = (owner, points)
            }
        }
        if let best, best.points >= thresholds.points, best.points - second >= thresholds.margin, !leaders.contains(best.owner) {
            leaders.append(best.owner)
        }
    }

    /// Adds up the message from the evidence that stands.
    mutating func endMessage() { Self.addUp(message, foundCount, &found, &standings, &noted, &notedCount) }

    private static func addUp(
        _ message: UInt32, _ count: Int, _ found: inout [ScoredEvidence], _ standings: inout [Standing], _ noted: inout [UInt16],
        _ notedCount: inout Int
    ) {
        found.withUnsafeMutableBufferPointer { found in
            standings.withUnsafeMutableBufferPointer { standings in
                noted.withUnsafeMutableBufferPointer { noted in
                    for at in 0..<count {
                        let number = Int32(truncatingIfNeeded: at)
                        let standing = standings.baseAddress.unsafelyUnwrapped + Int(found[at].owner)
                        if standing.pointee.message != message {
                            standing.pointee.message = message
                            standing.pointee.first = number
                            standing.pointee.pieces = 0
                            noted[notedCount] = found[at].owner
                            notedCount += 1
                        } else {
                            found[Int(standing.pointee.last)].next = number
                        }
                        standing.pointee.last = number
                        standing.pointee.pieces += 1
                        if found[at].counts { standing.pointee.total += found[at].points }
                    }
                }
            }
        }
    }

    /// How much evidence an owner has.
    func pieces(of owner: UInt16) -> Int {
        let standing = standings[Int(owner)]
        return standing.message == message ? Int(standing.pieces) : 0
    }

    /// What gave an owner its points, in the order it was found.
    func evidence(of owner: UInt16) -> Chain {
        let standing = standings[Int(owner)]
        return Chain(evidence: found, at: standing.message == message ? standing.first : -1)
    }

    /// The evidence of one owner.
    struct Chain: Sequence, IteratorProtocol {
        fileprivate let evidence: [ScoredEvidence]
        fileprivate var at: Int32

        mutating func next() -> ScoredEvidence? {
            if at < 0 { return nil }
            defer { at = evidence[Int(at)].next }
            return evidence[Int(at)]
        }
    }
}

/// One pattern that gave points, on the units it stood on.
struct ScoredEvidence {
    let pattern: UInt32
    let owner: UInt16
    /// False when the same pattern already counted in an earlier clause.
    let counts: Bool
    let points: Int32
    let units: Range<Int32>
    let clause: UInt32
    /// The next of the same owner; −1 for none.
    var next: Int32 = -1

    /// Room for one.
    static let none = ScoredEvidence(pattern: 0, owner: 0, counts: false, points: 0, units: 0..<0, clause: 0)
}
