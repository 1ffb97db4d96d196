extension Recognizer {
    /// Adds the points up and says which intents and signals stand.
    mutating func score(into understanding: inout Understanding) {
        board.startMessage()
        var match = matches.startIndex
        var unit = 0
        while unit < units.count {
            let start = unit
            let clause = units[start].clause
            while unit < units.count, units[unit].clause == clause { unit += 1 }
            var end = match
            while end < matches.endIndex, matches[end].start < unit { end += 1 }
            score(start..<unit, matches: match..<end)
            board.endClause(courtesies: rulebook.courtesies, thresholds: rulebook.thresholds)
            board.startClause()
            match = end
        }
        board.endMessage()
        findOtherWords()
        understanding.polarity = polarity()
        rank(into: &understanding)
    }

    /// Gives what the phrases and the single words of one clause say.
    private mutating func score(_ clause: Range<Int>, matches range: Range<Int>) {
        let (rulebook, units, matches) = (rulebook, units, matches)
        units.withUnsafeBufferPointer { units in
            if !range.isEmpty {
                withUnsafeTemporaryAllocation(of: Contender.self, capacity: range.count) { contenders in
                    let choice = PhraseChoice(units, clause, rulebook)
                    let count = matches.withUnsafeBufferPointer { matches in
                        choice.choose(from: UnsafeBufferPointer(rebasing: matches[range]), into: contenders) { board.veto($0) }
                    }
                    board.add(UnsafeBufferPointer(rebasing: contenders[..<count]))
                }
            }
            board.add(hintsOf: units, clause, rulebook.lexicon.hints.elements)
        }
    }

    // MARK: Ranking

    /// Intents with so many points, best first. Ties go to the intent whose file comes first, which is how they are numbered.
    private func intents(withAtLeast least: Int32) -> [UInt16] {
        // Points and number in one, so that sorting compares numbers alone.
        withUnsafeTemporaryAllocation(of: UInt64.self, capacity: board.owners.count) { keys in
            var count = 0
            for owner in board.owners where Int(owner) < rulebook.intents.count && board.total(of: owner) >= least {
                let key = UInt64(Int32.max - board.total(of: owner)) << 16 | UInt64(owner)
                // Few: each goes to its place among those before it.
                var place = count
                while place > 0, keys[place - 1] > key {
                    keys[place] = keys[place - 1]
                    place -= 1
                }
                keys[place] = key
                count += 1
            }
            return keys[..<count].map { UInt16(truncatingIfNeeded: $0) }
        }
    }

    /// Intents that may stand or be shown, best first, with the rival of the first.
    private func worthyIntents() -> [UInt16] {
        let strong = intents(withAtLeast: Int32(rulebook.thresholds.points + 1) / 2)
        if strong.count > 1, !rulebook.courtesies[Int(strong[0])] { return strong }
        return rankedIntents()
    }

    /// Intents with points, best first, courtesies behind wishes that are strong enough.
    private func rankedIntents() -> [UInt16] {
        let courtesies = rulebook.courtesies
        let ranked = intents(withAtLeast: 1)
        guard let first = ranked.first, courtesies[Int(first)] else { return ranked }
        guard let wish = ranked.first(where: { !courtesies[Int($0)] }), isProved(wish) else { return ranked }
        // A wish guessed from single words is no match for thanks that are said in so many.
        guard asks(beside: phraseUnits(of: first)) || hasOwnPhrases(wish, beside: []) else { return ranked }
        return ranked.filter { !courtesies[Int($0)] } + ranked.filter { courtesies[Int($0)] }
    }

    /// Notes the units that carry meaning and stand outside every courtesy and signal.
    mutating func findOtherWords() {
        let (evidence, courtesies, tokens) = (board.evidence, rulebook.courtesies, text.tokens)
        let polarityOwner = rulebook.polarityOwner
        units.withUnsafeMutableBufferPointer { units in
            for at in units.indices
            where units[at].side.roles.isDisjoint(with: [.function, .greeting, .transparent, .coordinator, .contrast]) {
                let kind = tokens[Int(units[at].token)].kind
                if kind != .emoji, kind != .mention { units[at].flags.insert(.other) }
            }
            for item in evidence {
                let owner = Int(item.owner)
                guard owner < courtesies.count ? courtesies[owner] : owner < polarityOwner else { continue }
                for at in item.units { units[Int(at)].flags.remove(.other) }
            }
        }
    }

    /// « ok merci mais le coussin est absent »: what follows the turn is what matters.
    private var turnsToSomethingElse: Bool {
        guard let turn = units.lastIndex(where: { $0.side.roles.contains(.contrast) }) else { return false }
        return units[(turn + 1)...].contains { $0.flags.contains(.other) }
    }

    /// Whether a courtesy may stand for the whole message: where nothing is asked, and what goes on behind it is kind or next to
    /// nothing: « Bonjour. Mon bidule grince. » is no greeting.
    private func isMereCourtesy(_ owner: UInt16, _ polarity: Polarity) -> Bool {
        if asks(beside: phraseUnits(of: owner)) || turnsToSomethingElse { return false }
        let end = board.evidence(of: owner).reduce(0) { max($0, Int($1.units.upperBound)) }
        let behind = units[end...].drop { $0.flags.isDisjoint(with: [.startsClause, .afterPause, .afterGreeting]) }
        return polarity.value > 0 || behind.count { $0.flags.contains(.other) } < 2
    }

    /// Whether the message asks something, understood or not: then thanks alone are no answer to it.
    ///
    /// - Parameter courtesy: The units of a courtesy's phrases, which ask nothing: “couldn’t be happier”.
    func asks(beside courtesy: [Range<Int32>] = []) -> Bool {
        if text.features.questions > 0 { return true }
        // « Quelle équipe ! » asks nothing.
        let mayAsk = text.features.exclamations == 0
        return units.indices.contains { at in
            let (roles, flags) = (units[at].side.roles, units[at].flags)
            guard
                roles.contains(.request)
                    || (mayAsk && roles.contains(.question) && !flags.isDisjoint(with: [.startsClause, .afterGreeting]))
            else { return false }
            return !courtesy.contains { $0.contains(Int32(at)) }
        }
    }

    /// Every intent with points, for an explanation.
    func allScores() -> [IntentMatch] {
        let ranked = rankedIntents()
        return ranked.map { intentMatch($0, ranked) }
    }

    private func intentMatch(_ owner: UInt16, _ ranked: [UInt16]) -> IntentMatch {
        let points = Int(board.total(of: owner))
        let rival = owner == ranked[0] ? (ranked.count > 1 ? board.total(of: ranked[1]) : 0) : board.total(of: ranked[0])
        return IntentMatch(
            intent: Int(owner), points: points, phrasePoints: phrasePoints(of: owner),
            confidence: confidence(points: points, rival: Int(rival)), evidence: evidence(of: owner))
    }

    private func rank(into understanding: inout Understanding) {
        let thresholds = rulebook.thresholds
        let ranked = worthyIntents()
        guard let top = ranked.first else { return rankSignals(into: &understanding) }
        let isCourtesy = rulebook.courtesies[Int(top)]
        let second = ranked.count > 1 ? board.total(of: ranked[1]) : 0
        // A courtesy on top means that no wish is strong enough; which courtesy it is matters little.
        let leads =
            isCourtesy
            ? isMereCourtesy(top, understanding.polarity)
            : Int(board.total(of: top) - second) >= thresholds.margin || ranked.dropFirst().first.map { areTwoWishes(top, $0) } ?? false
        var standing = 0
        var taken: [Range<Int32>] = []
        for owner in ranked.prefix(thresholds.intents + thresholds.candidates + board.leaders.count) {
            let points = Int(board.total(of: owner))
            let isStrong = rulebook.courtesies[Int(owner)] == isCourtesy && isProved(owner)
            let stands =
                isStrong
                && (owner == top && (leads || board.leaders.contains(owner))
                    || ((board.leaders.contains(owner) || !taken.isEmpty) && !isCourtesy && hasOwnPhrases(owner, beside: taken)))
            if stands { taken += phraseUnits(of: owner) }
            // What has not half of what it needs tells a reader nothing, unless it is all there is.
            let isWorthShowing = 2 * points >= thresholds.points || owner == top
            if stands, standing < thresholds.intents {
                understanding.intents.append(intentMatch(owner, ranked))
                standing += 1
            } else if isWorthShowing, understanding.candidates.count < thresholds.candidates {
                understanding.candidates.append(intentMatch(owner, ranked))
            }
        }
        rankSignals(into: &understanding)
    }

    /// Whether an intent has the points it needs. Words such as « de » or “the” decide between intents, but of a mere guess they
    /// prove nothing: where no phrase speaks, what they hint at is not counted.
    private func isProved(_ owner: UInt16) -> Bool {
        let needed = rulebook.thresholds.points
        if Int(board.total(of: owner)) < needed { return false }
        var points = 0
        for item in board.evidence(of: owner) where item.counts {
            if rulebook.scores[Int(item.pattern)].role == .phrase { return true }
            if units[Int(item.units.lowerBound)].side.roles.isDisjoint(with: [.function, .subject]) { points += Int(item.points) }
        }
        return points >= needed
    }

    private func phraseUnits(of owner: UInt16) -> [Range<Int32>] {
        board.evidence(of: owner).filter { rulebook.scores[Int($0.pattern)].role == .phrase }.map(\.units)
    }

    /// Whether each of two is proved by phrases of its own: then neither contends with the other, however close their points.
    private func areTwoWishes(_ left: UInt16, _ right: UInt16) -> Bool {
        !rulebook.courtesies[Int(right)] && hasOwnPhrases(left, beside: phraseUnits(of: right))
            && hasOwnPhrases(right, beside: phraseUnits(of: left))
    }

    /// Whether phrases alone prove an intent on words that those before it did not need: a second wish in one clause.
    private func hasOwnPhrases(_ owner: UInt16, beside taken: [Range<Int32>]) -> Bool {
        phrasePoints(of: owner, beside: taken) >= rulebook.thresholds.points
    }

    /// The points that phrases gave an intent, on words outside `taken`.
    private func phrasePoints(of owner: UInt16, beside taken: [Range<Int32>] = []) -> Int {
        var points = 0
        for item in board.evidence(of: owner) where item.counts && rulebook.scores[Int(item.pattern)].role == .phrase {
            if !taken.contains(where: { $0.overlaps(item.units) }) { points += Int(item.points) }
        }
        return points
    }

    /// The share of an intent's points in its own, the strongest rival's and half the threshold's.
    private func confidence(points: Int, rival: Int) -> Double {
        let whole = 2 * (points + max(0, rival)) + rulebook.thresholds.points
        // Two decimals: enough to sort by, and the same on every machine.
        return Double((200 * points + whole / 2) / whole) / 100
    }

    private func rankSignals(into understanding: inout Understanding) {
        let intentCount = rulebook.intents.count
        for owner in board.owners.filter({ Int($0) >= intentCount && Int($0) < rulebook.polarityOwner }).sorted() {
            var isProved = Int(board.total(of: owner)) >= rulebook.thresholds.signal
            var level = 0
            var levelOfHints = 0
            for item in board.evidence(of: owner) {
                let score = rulebook.scores[Int(item.pattern)]
                guard score.role == .phrase else {
                    levelOfHints = max(levelOfHints, Int(score.level))
                    continue
                }
                level = max(level, Int(score.level))
                // A phrase strong enough by itself stands even where a misspelling in it was corrected.
                if Int(score.points) >= rulebook.thresholds.signal { isProved = true }
            }
            guard isProved else { continue }
            understanding.signals.append(
                SignalMatch(
                    signal: Int(owner) - intentCount, level: level > 0 ? level : max(1, levelOfHints), evidence: evidence(of: owner)))
        }
    }

    private func evidence(of owner: UInt16) -> [Evidence] {
        var found: [Evidence] = []
        found.reserveCapacity(board.pieces(of: owner))
        for item in board.evidence(of: owner) where item.counts {
            let first = text.tokens[Int(units[Int(item.units.lowerBound)].token)]
            let last = text.tokens[Int(units[Int(item.units.upperBound) - 1].lastToken)]
            found.append(
                Evidence(
                    pattern: item.pattern, points: Int(item.points), span: Int(first.scalarStart)..<Int(last.scalarEnd),
                    bytes: Int(first.byteStart)..<Int(last.byteEnd)))
        }
        if found.count > 1 {
            found.sort { (-$0.points, $0.span.lowerBound, $0.pattern) < (-$1.points, $1.span.lowerBound, $1.pattern) }
        }
        return found
    }
}
