/// Chooses the phrases of one clause that count: those that agree with the negation and the quotation marks around them and,
/// of an owner's that overlap, the strongest.
struct PhraseChoice {
    private let units: UnsafeBufferPointer<Unit>
    private let scores: UnsafeBufferPointer<PatternScore>
    private let intentCount: Int
    /// Flags of the clause's units, together: most clauses hold no negation, quotation or correction that need be looked for.
    private let flags: Unit.Flags

    init(_ units: UnsafeBufferPointer<Unit>, _ clause: Range<Int>, _ rulebook: Rulebook) {
        self.units = units
        scores = rulebook.scores.elements
        intentCount = rulebook.intents.count
        flags = clause.reduce(into: Unit.Flags()) { $0.formUnion(units[$1].flags) }
    }

    /// - Parameters:
    ///   - contenders: Room for as many as there are matches; the first of them are those that count, equal ones in file order.
    ///   - veto: Called with each owner that is vetoed.
    /// - Returns: How many count.
    @inline(__always)
    func choose(
        from matches: UnsafeBufferPointer<Match>, into contenders: UnsafeMutableBufferPointer<Contender>, veto: (UInt16) -> Void
    ) -> Int {
        var count = 0
        for match in matches {
            let pattern = scores[Int(match.pattern)]
            guard agrees(match, pattern) else { continue }
            if pattern.role == .veto {
                veto(pattern.owner)
            } else {
                contenders[count] = Contender(match, pattern, points: points(of: pattern, on: match))
                count += 1
            }
        }
        return keepStrongest(of: UnsafeMutableBufferPointer(rebasing: contenders[..<count]))
    }

    private func keepStrongest(of contenders: UnsafeMutableBufferPointer<Contender>) -> Int {
        var contenders = contenders
        if contenders.count > 1 { contenders.sort(by: <) }
        // The first of those taken that belong to the owner at hand.
        var taken = 0
        var kept = 0
        for at in contenders.indices {
            let contender = contenders[at]
            if taken < kept, contenders[taken].owner != contender.owner { taken = kept }
            // A pattern that stands in several places counts at the first of them that is free.
            if kept > 0, contenders[kept - 1].match.pattern == contender.match.pattern { continue }
            if contenders[taken..<kept].contains(where: { $0.overlaps(contender) }) { continue }
            contenders[kept] = contender
            kept += 1
        }
        return kept
    }

    private func points(of pattern: PatternScore, on match: Match) -> Int32 {
        let points = Int32(pattern.points)
        guard flags.contains(.corrected) else { return points }
        let corrected = units[Int(match.start)..<Int(match.end)].count { $0.flags.contains(.corrected) }
        return points - points * ScoreBoard.correctionCost * Int32(corrected) / (10 * (match.end - match.start))
    }

    /// Whether a match agrees with the negation around it.
    private func agrees(_ match: Match, _ pattern: PatternScore) -> Bool {
        if pattern.ignoresQuotes, flags.contains(.quoted),
            units[Int(match.start)..<Int(match.end)].allSatisfy({ $0.flags.contains(.quoted) })
        {
            return false
        }
        if pattern.negation == .allowed || (pattern.negation == .refused && pattern.holdsNegation) { return true }
        let isNegated =
            flags.contains(.negated)
            && units[Int(match.start)..<Int(match.end)].contains {
                $0.flags.contains(.negated) && !$0.side.roles.contains(.function)
            }
        if pattern.negation == .required { return isNegated }
        guard isNegated else { return true }
        // A threat under obligation survives its negation: « je ne voudrais pas avoir à saisir la justice ».
        return Int(pattern.owner) >= intentCount && hasModal(inClauseOf: Int(match.start))
    }

    private func hasModal(inClauseOf start: Int) -> Bool {
        var at = start - 1
        while at >= 0, units[at].clause == units[start].clause {
            if units[at].side.roles.contains(.modal) { return true }
            at -= 1
        }
        return false
    }
}

/// A phrase found, while an owner's strongest are chosen.
struct Contender {
    let match: Match
    let owner: UInt16
    let points: Int32
    /// By owner, then the strongest, then the order of the files.
    private let key: UInt64

    init(_ match: Match, _ pattern: PatternScore, points: Int32) {
        self.match = match
        self.points = points
        owner = pattern.owner
        let weakness = UInt64(Int(Int16.max) - abs(Int(pattern.points)))
        key = UInt64(pattern.owner) << 48 | weakness << 32 | UInt64(match.pattern)
    }

    func overlaps(_ other: Contender) -> Bool { match.start < other.match.end && other.match.start < match.end }

    static func < (left: Contender, right: Contender) -> Bool {
        left.key != right.key
            ? left.key < right.key : (left.match.start, left.match.end) < (right.match.start, right.match.end)
    }
}
