/// Points of every owner while one message is scored. Cleared by what was touched, not by size, so that a rulebook
/// with many owners costs no more than the few a message speaks of.
struct ScoreBoard {
    /// Points over the message and over the clause being scored, by owner.
    private(set) var totals: [Int32]
    private var clause: [Int32]
    /// Owners that got points in this message, and in this clause; by owner, when that last was.
    private(set) var owners: [UInt16] = []
    private var clauseOwners: [UInt16] = []
    private var ownerInMessage: [UInt32]
    private var ownerInClause: [UInt32]
    /// By pattern, the message and the clause in which it last gave points, so that it gives them once.
    private var counted: [(message: UInt32, clause: UInt32)]
    private var message: UInt32 = 0
    private var clauseNumber: UInt32 = 0
    /// By owner, the clause a veto last took it out of.
    private var vetoes: [UInt32]
    private var hasVeto = false
    /// Owners that lead a clause of their own.
    private(set) var leaders: [UInt16] = []
    private(set) var evidence: [ScoredEvidence] = []
    /// By owner with points, its first and last evidence, once the message is added up.
    private var chains: [(first: Int32, last: Int32)]

    init(owners: Int, patterns: Int) {
        totals = [Int32](repeating: 0, count: owners)
        clause = totals
        ownerInMessage = [UInt32](repeating: 0, count: owners)
        ownerInClause = ownerInMessage
        vetoes = ownerInMessage
        chains = [(Int32, Int32)](repeating: (0, 0), count: owners)
        counted = [(UInt32, UInt32)](repeating: (0, 0), count: patterns)
    }

    mutating func startMessage() {
        for owner in owners { totals[Int(owner)] = 0 }
        owners.removeAll(keepingCapacity: true)
        leaders.removeAll(keepingCapacity: true)
        evidence.removeAll(keepingCapacity: true)
        message &+= 1
        startClause()
    }

    mutating func startClause() {
        for owner in clauseOwners { clause[Int(owner)] = 0 }
        clauseOwners.removeAll(keepingCapacity: true)
        hasVeto = false
        clauseNumber &+= 1
    }

    /// Whether a pattern has given its points in this clause.
    func hasCounted(_ pattern: UInt32) -> Bool { counted[Int(pattern)].clause == clauseNumber }

    /// Gives `points` to an owner unless the pattern has already given them here.
    mutating func add(_ points: Int32, pattern: UInt32, owner: UInt16, units: Range<Int32>) {
        let last = counted[Int(pattern)]
        if last.clause == clauseNumber { return }
        counted[Int(pattern)] = (message, clauseNumber)
        if ownerInClause[Int(owner)] != clauseNumber {
            ownerInClause[Int(owner)] = clauseNumber
            clauseOwners.append(owner)
        }
        clause[Int(owner)] += points
        evidence.append(
            ScoredEvidence(
                pattern: pattern, owner: owner, counts: last.message != message, points: points, units: units, clause: clauseNumber))
    }

    mutating func veto(_ owner: UInt16) {
        vetoes[Int(owner)] = clauseNumber
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
            let points = clause[Int(owner)]
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
        for owner in clauseOwners where vetoes[Int(owner)] == clauseNumber {
            clause[Int(owner)] = 0
            hasAny = true
        }
        guard hasAny else { return }
        let first = evidence.firstIndex { $0.clause == clauseNumber } ?? evidence.endIndex
        var kept = first
        for at in first..<evidence.endIndex {
            let item = evidence[at]
            if vetoes[Int(item.owner)] == clauseNumber {
                if item.counts { counted[Int(item.pattern)].message = 0 }
            } else {
                evidence[kept] = item
                kept += 1
            }
        }
        evidence.removeSubrange(kept...)
    }

    /// Adds up the message from the evidence that stands.
    mutating func endMessage() {
        for at in evidence.indices {
            let owner = evidence[at].owner
            if ownerInMessage[Int(owner)] != message {
                ownerInMessage[Int(owner)] = message
                chains[Int(owner)] = (Int32(truncatingIfNeeded: at), Int32(truncatingIfNeeded: at))
                owners.append(owner)
            } else {
                evidence[Int(chains[Int(owner)].last)].next = Int32(truncatingIfNeeded: at)
                chains[Int(owner)].last = Int32(truncatingIfNeeded: at)
            }
            if evidence[at].counts { totals[Int(owner)] += evidence[at].points }
        }
    }

    /// What gave an owner its points, in the order it was found.
    func evidence(of owner: UInt16) -> Chain {
        let hasAny = ownerInMessage[Int(owner)] == message
        return Chain(evidence: evidence, at: hasAny ? chains[Int(owner)].first : -1)
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
