/// Points of every owner while one message is scored. Cleared by what was touched, not by size, so that a rulebook
/// with many owners costs no more than the few a message speaks of.
struct ScoreBoard {
    /// Points over the message and over the clause being scored, by owner.
    private(set) var totals: [Int32]
    private var clause: [Int32]
    private var touched: [UInt16] = []
    private var clauseTouched: [UInt16] = []
    /// The message and the clause in which a pattern last gave points, so that it gives them once.
    private var countedInMessage: [UInt32]
    private var countedInClause: [UInt32]
    private var message: UInt32 = 0
    private var clauseNumber: UInt32 = 0
    /// Owners taken out of the clause by a veto.
    private var vetoed: [UInt16] = []
    /// Owners that lead a clause of their own.
    private(set) var leaders: [UInt16] = []
    private(set) var evidence: [ScoredEvidence] = []

    init(owners: Int, patterns: Int) {
        totals = [Int32](repeating: 0, count: owners)
        clause = totals
        countedInMessage = [UInt32](repeating: 0, count: patterns)
        countedInClause = countedInMessage
    }

    /// Owners that got points in this message.
    var owners: [UInt16] { touched }

    mutating func startMessage() {
        for owner in touched { totals[Int(owner)] = 0 }
        touched.removeAll(keepingCapacity: true)
        leaders.removeAll(keepingCapacity: true)
        evidence.removeAll(keepingCapacity: true)
        message &+= 1
        startClause()
    }

    mutating func startClause() {
        for owner in clauseTouched { clause[Int(owner)] = 0 }
        clauseTouched.removeAll(keepingCapacity: true)
        vetoed.removeAll(keepingCapacity: true)
        clauseNumber &+= 1
    }

    /// Whether a pattern has given its points in this clause.
    func hasCounted(_ pattern: UInt32) -> Bool { countedInClause[Int(pattern)] == clauseNumber }

    /// Gives `points` to an owner unless the pattern has already given them here.
    mutating func add(_ points: Int32, pattern: UInt32, owner: UInt16, units: Range<Int32>) {
        if countedInClause[Int(pattern)] == clauseNumber { return }
        countedInClause[Int(pattern)] = clauseNumber
        if clause[Int(owner)] == 0, !clauseTouched.contains(owner) { clauseTouched.append(owner) }
        clause[Int(owner)] += points
        let isNew = countedInMessage[Int(pattern)] != message
        countedInMessage[Int(pattern)] = message
        evidence.append(
            ScoredEvidence(pattern: pattern, owner: owner, points: points, units: units, clause: clauseNumber, counts: isNew))
    }

    mutating func veto(_ owner: UInt16) { vetoed.append(owner) }

    /// Adds up the clause: drops what was vetoed and notes who leads it.
    ///
    /// - Parameter courtesies: By intent, whether it leads nowhere and keeps nobody from leading.
    mutating func endClause(courtesies: [Bool], thresholds: Thresholds) {
        if !vetoed.isEmpty {
            for item in evidence where item.clause == clauseNumber && vetoed.contains(item.owner) && item.counts {
                countedInMessage[Int(item.pattern)] = 0
            }
            evidence.removeAll { $0.clause == clauseNumber && vetoed.contains($0.owner) }
            for owner in vetoed { clause[Int(owner)] = 0 }
        }
        var best: (owner: UInt16, points: Int32)?
        var second: Int32 = 0
        for owner in clauseTouched where Int(owner) < courtesies.count && !courtesies[Int(owner)] {
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

    /// Adds up the message from the evidence that stands.
    mutating func endMessage() {
        for item in evidence where item.counts {
            if totals[Int(item.owner)] == 0, !touched.contains(item.owner) { touched.append(item.owner) }
            totals[Int(item.owner)] += item.points
        }
    }
}

/// One pattern that gave points, on the units it stood on.
struct ScoredEvidence {
    let pattern: UInt32
    let owner: UInt16
    let points: Int32
    let units: Range<Int32>
    let clause: UInt32
    /// False when the same pattern already counted in an earlier clause.
    let counts: Bool
}
