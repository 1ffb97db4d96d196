extension Recognizer {
    /// Sums the satisfaction words and phrases of the message, in tenths of a lexicon point.
    ///
    /// Negation turns praise into blame and takes most of the sting out of blame; what follows *mais* or *but* weighs
    /// more than what stands before it; intensifiers and shouting strengthen.
    mutating func polarity() -> Polarity {
        for item in board.evidence where Int(item.owner) == rulebook.polarityOwner {
            for at in item.units { units[Int(at)].flags.insert(.scored) }
        }
        var sum = 0
        var (praise, blame) = (0, 0)
        eachShare { _, value, weight, _ in
            sum += value * weight / 10
            if value > 0 { praise += value } else { blame -= value }
        }
        if isLoud { sum = sum * 12 / 10 }
        let level = Self.level(sum, neutral: asks() || namesOrder ? 10 : Self.leastNeutral)
        // Nobody is very satisfied, or not at all, who has much to say for the other side, whatever « mais » makes of it.
        let isMixed = min(praise, blame) * 4 > abs(sum)
        return Polarity(value: isMixed ? level.signum() : level, weight: sum)
    }

    /// What every word and phrase gives that counts for `polarity()`, in the order of the message.
    func polarityShares() -> [PolarityShare] {
        var shares: [PolarityShare] = []
        eachShare { range, value, weight, pattern in
            let first = text.tokens[Int(units[range.lowerBound].token)]
            let last = text.tokens[Int(units[range.upperBound - 1].lastToken)]
            let span = Int(first.scalarStart)..<Int(last.scalarEnd)
            shares.append(PolarityShare(span: span, tenths: value * weight / 10, pattern: pattern))
        }
        return shares.sorted { ($0.span.lowerBound, $0.span.upperBound) < ($1.span.lowerBound, $1.span.upperBound) }
    }

    /// Calls `body` with the units of each phrase or word that counts, its tenths, the tenths by which its clause counts, and the
    /// phrase's pattern.
    @inline(__always)
    private func eachShare(_ body: (Range<Int>, Int, Int, UInt32?) -> Void) {
        let contrasts = contrastClauses()
        for item in board.evidence where Int(item.owner) == rulebook.polarityOwner {
            let range = Int(item.units.lowerBound)..<Int(item.units.upperBound)
            body(range, value(of: item), Self.weight(of: units[range.lowerBound].clause, contrasts), item.pattern)
        }
        for at in units.indices where units[at].side.polarity != 0 && !units[at].flags.contains(.scored) {
            body(at..<at + 1, value(at: at), Self.weight(of: units[at].clause, contrasts), nil)
        }
    }

    /// Whoever gives the number of an order wants something done about it, and says little of how it was.
    private var namesOrder: Bool { entities.contains { $0.kind == .orderNumber || $0.kind == .trackingNumber } }

    /// Capitals or « !! »: all that is felt is felt more.
    var isLoud: Bool { text.features.isShouted || text.features.longestMarkRun > 1 }

    /// Clauses that *mais* or *but* opens, in order.
    private func contrastClauses() -> [UInt32] {
        guard roles.contains(.contrast) else { return [] }
        var clauses: [UInt32] = []
        for unit in units where unit.flags.contains(.startsClause) && unit.side.roles.contains(.contrast) {
            clauses.append(unit.clause)
        }
        return clauses
    }

    /// Tenths of a phrase; where it says no “not” itself, one before it turns it as it turns a word.
    private func value(of item: ScoredEvidence) -> Int {
        let value = Int(item.points)
        let first = Int(item.units.lowerBound)
        guard !rulebook.scores[Int(item.pattern)].holdsNegation, units[first].flags.contains(.negated) else { return value }
        return Self.negated(value)
    }

    private static func negated(_ value: Int) -> Int { value > 0 ? -value * 7 / 10 : -value / 2 }

    private func value(at: Int) -> Int {
        var value = Int(units[at].side.polarity)
        if units[at].flags.contains(.negated) { value = Self.negated(value) }
        for before in max(0, at - 2)..<at where units[before].clause == units[at].clause {
            if units[before].side.roles.contains(.intensifier) { value = value * 14 / 10 }
            if units[before].side.roles.contains(.diminisher) { value = value * 7 / 10 }
        }
        return value
    }

    /// Tenths: what *mais* contradicts counts less, what it brings counts more.
    private static func weight(of clause: UInt32, _ contrasts: [UInt32]) -> Int {
        if contrasts.isEmpty { return 10 }
        var low = 0
        var high = contrasts.count
        while low < high {
            let middle = (low + high) / 2
            if contrasts[middle] < clause { low = middle + 1 } else { high = middle }
        }
        guard low < contrasts.count else { return 10 }
        return contrasts[low] == clause ? 13 : contrasts[low] == clause + 1 ? 6 : 10
    }

    /// Tenths below which no message says anything.
    private static let leastNeutral = 3

    /// - Parameter neutral: Tenths that say nothing yet: a request is made of words that weigh a little on either side,
    ///   while who asks nothing has come to say how it was.
    private static func level(_ sum: Int, neutral: @autoclosure () -> Int) -> Int {
        switch abs(sum) {
        case 40...: 2 * sum.signum()
        case leastNeutral...: abs(sum) >= neutral() ? sum.signum() : 0
        default: 0
        }
    }
}
