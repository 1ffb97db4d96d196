/// Points of every owner while one message is scored. Cleared by what was touched, not by size, so that a rulebook
/// with many owners costs no more than the few a message speaks of.
struct ScoreBoard {
    private var standings: [Standing]
    /// Owners that got points in this message, and in this clause.
    private(set) var owners: [UInt16] = []
    private var clauseOwners: [UInt16] = []
    /// By pattern, the message and the clause in which it last gave points, so that it gives them once.
    private var counted: [(message: UInt32, clause: UInt32)]
    private var message: UInt32 = 0
    private var clause: UInt32 = 0
    private var hasVeto = false
    /// Owners that lead a clause of their own.
    private(set) var leaders: [UInt16] = []
    private(set) var evidence: [ScoredEvidence] = []

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

    init(owners: Int, patterns: Int) {
        standings = [Standing](repeating: Standing(), count: owners)
        counted = [(UInt32, UInt32)](repeating: (0, 0), count: patterns)
    }

    mutating func startMessage() {
        for owner in owners { standings[Int(owner)].total = 0 }
        owners.removeAll(keepingCapacity: true)
        leaders.removeAll(keepingCapacity: true)
        evidence.removeAll(keepingCapacity: true)
        message &+= 1
        startClause()
    }

    mutating func startClause() {
        for owner in clauseOwners { standings[Int(owner)].points = 0 }
        clauseOwners.removeAll(keepingCapacity: true)
        hasVeto = false
        clause &+= 1
    }

    /// An owner's points over the message.
    func total(of owner: UInt16) -> Int32 { standings[Int(owner)].total }

    /// Whether a pattern has given its points in this clause.
    func hasCounted(_ pattern: UInt32) -> Bool { counted[Int(pattern)].clause == clause }

    /// Gives `points` to an owner unless the pattern has already given them here.
    mutating func add(_ points: Int32, pattern: UInt32, owner: UInt16, units: Range<Int32>) {
        let last = counted[Int(pattern)]
        if last.clause == clause { return }
        counted[Int(pattern)] = (message, clause)
        Self.give(points, to: &standings[Int(owner)], owner, in: clause, &clauseOwners)
        evidence.append(
            ScoredEvidence(pattern: pattern, owner: owner, counts: last.message != message, points: points, units: units, clause: clause))
    }

    /// Gives what a word hints at, each less a share of its points in tenths.
    mutating func add(_ hints: UnsafeBufferPointer<Lexicon.Hint>, unit: Int32, tenthsLost: Int32) {
        // Memory is taken hold of once for all hints of the word.
        Self.add(hints, unit, tenthsLost, message, clause, &standings, &counted, &clauseOwners, &evidence)
    }

    private static func add(
        _ hints: UnsafeBufferPointer<Lexicon.Hint>, _ unit: Int32, _ tenthsLost: Int32, _ message: UInt32, _ clause: UInt32,
        _ standings: inout [Standing], _ counted: inout [(message: UInt32, clause: UInt32)], _ owners: inout [UInt16],
        _ evidence: inout [ScoredEvidence]
    ) {
        withUnsafeTemporaryAllocation(of: ScoredEvidence.self, capacity: hints.count) { found in
            var count = 0
            standings.withUnsafeMutableBufferPointer { standings in
                counted.withUnsafeMutableBufferPointer { counted in
                    for hint in hints {
                        let last = counted[Int(hint.pattern)]
                        if last.clause == clause { continue }
                        counted[Int(hint.pattern)] = (message, clause)
                        let points = Int32(hint.points)
                        let left = tenthsLost == 0 ? points : points - points * tenthsLost / 10
                        give(left, to: &standings[Int(hint.owner)], hint.owner, in: clause, &owners)
                        found[count] = ScoredEvidence(
                            pattern: hint.pattern, owner: hint.owner, counts: last.message != message, points: left,
                            units: unit..<unit &+ 1, clause: clause)
                        count += 1
                    }
                }
            }
            evidence.append(contentsOf: UnsafeBufferPointer(rebasing: found[..<count]))
        }
    }

    @inline(__always)
    private static func give(
        _ points: Int32, to standing: inout Standing, _ owner: UInt16, in clause: UInt32, _ owners: inout [UInt16]
    ) {
        if standing.clause != clause {
            standing.clause = clause
            owners.append(owner)
        }
        standing.points += points
    }

    mutating func veto(_ owner: UInt16) {
        standings[Int(owner)].vetoed = clause
        hasVeto = true
    }

    /// Adds up the clause: drops what was vetoed and notes who leads it.
    ///
    /// - Parameter courtesies: By intent, whether it leads nowhere and keeps nobody from leading.
    mutating func endClause(courtesies: [Bool], thresholds: Thresholds) {
        if hasVeto { dropVetoed() }
        var best: (owner: UInt16, points: Int32)?
        var second: Int32 = 0
        for owner in clauseOwners where Int(owner) < courtesies.count && !courtesies[Int(owner)] {
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

    private mutating func dropVetoed() {
        var hasAny = false
        for owner in clauseOwners where standings[Int(owner)].vetoed == clause {
            standings[Int(owner)].points = 0
            hasAny = true
        }
        guard hasAny else { return }
        // The clause's evidence came last.
        var first = evidence.endIndex
        while first > 0, evidence[first - 1].clause == clause { first -= 1 }
        var kept = first
        for at in first..<evidence.endIndex {
            let item = evidence[at]
            if standings[Int(item.owner)].vetoed == clause {
                if item.counts { counted[Int(item.pattern)].message = 0 }
            } else {
                evidence[kept] = item
                kept += 1
            }
        }
        evidence.removeSubrange(kept...)
    }

    /// Adds up the message from the evidence that stands.
    mutating func endMessage() { Self.addUp(message, &evidence, &standings, &owners) }

    private static func addUp(
        _ message: UInt32, _ evidence: inout [ScoredEvidence], _ standings: inout [Standing], _ owners: inout [UInt16]
    ) {
        evidence.withUnsafeMutableBufferPointer { evidence in
            standings.withUnsafeMutableBufferPointer { standings in
                for at in evidence.indices {
                    let (owner, number) = (Int(evidence[at].owner), Int32(truncatingIfNeeded: at))
                    if standings[owner].message != message {
                        standings[owner].message = message
                        standings[owner].first = number
                        standings[owner].pieces = 0
                        owners.append(evidence[at].owner)
                    } else {
                        evidence[Int(standings[owner].last)].next = number
                    }
                    standings[owner].last = number
                    standings[owner].pieces += 1
                    if evidence[at].counts { standings[owner].total += evidence[at].points }
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
        return Chain(evidence: evidence, at: standing.message == message ? standing.first : -1)
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
}
