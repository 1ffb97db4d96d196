import IntentEngine

/// The steps from an understanding to a disposition, each kept so that it can be told as a reason.
struct Judgement {
    private(set) var disposition: Disposition = .draft
    private(set) var team: Team = .customerService
    private(set) var priority: Priority = .p4
    private(set) var polarity = 0
    private(set) var anger = 0
    private(set) var complexity = 0
    private(set) var cause: Cause = .understood
    /// Whether its author asks again what no person has answered.
    private(set) var isRepeat = false
    /// Whether its author is dissatisfied with what an alarm stands for.
    private(set) var isAlarmed = false

    /// What decided between the dispositions.
    enum Cause {
        case understood
        /// A signal that is to be moderated.
        case moderated(Int)
        /// Beside an insult stands a problem or a request.
        case insultBesideConcern
        /// A signal that forces a person.
        case gate(Int)
        case intentForPerson(Int)
        case tooComplex
        case angryInPublic
        /// More than one matter that weighs: each deserves a person.
        case severalProblems
        /// More requests than a draft answers.
        case manyRequests(Int)
        /// Thanks or a greeting amid reproach, irony or much else.
        case doubtfulCourtesy
        /// Nothing is asked, and the message is praise.
        case doubtfulRequest
        /// An intent that too few points of phrases prove.
        case guessed(Int)
        case unknown, unknownAndDissatisfied, ambiguous
        case otherLanguage
        /// As much was said in public as should be.
        case saidInPublic
        case nothingToAnswer
    }

    /// Tenths of a lexicon point from which praise or blame is no matter of slight words alone.
    static let clearFeeling = 10

    /// Anger, of 4, from which nobody but a person answers in public.
    static let strongAnger = 3

    private init() {}

    /// The judgement of an understood message.
    static func of(
        _ message: Message, _ understanding: Understanding, _ policy: Policy, after exchange: Exchange, isAlarmed: Bool
    ) -> Judgement {
        var judgement = Judgement()
        judgement.isRepeat = exchange.isRepeat
        judgement.judge(message, understanding, policy)
        if isAlarmed { judgement.heedAlarm(understanding, policy) }
        // Whatever else could be said in public was said.
        if exchange.isExhausted(message.visibility), judgement.disposition == .draft || judgement.disposition == .send {
            (judgement.disposition, judgement.cause) = (.human, .saidInPublic)
        }
        return judgement
    }

    private mutating func judge(_ message: Message, _ understanding: Understanding, _ policy: Policy) {
        polarity = understanding.polarity.value
        // Words as slight as “is” do not make somebody satisfied who tells of what went wrong.
        if polarity > 0, understanding.polarity.weight < Self.clearFeeling,
            understanding.firstIntent(where: { policy.intents[$0].isProblem }) != nil
        {
            polarity = 0
        }
        // Who is very satisfied by all that is said was hardly heard to threaten; irony says the more the less it means.
        for place in understanding.signals.indices {
            let signal = policy.signals[understanding.signals[place].signal]
            if let most = signal.mostPolarity, polarity < 2 || signal.isIronic { polarity = min(polarity, most) }
        }
        if let rating = message.rating { polarity = rating <= 2 ? min(polarity, -1) : rating >= 4 ? max(polarity, 1) : polarity }
        anger = angerLevel(understanding, policy)
        complexity = complexityScore(message.visibility, understanding, policy)
        if let signal = moderatedSignal(message.visibility, understanding, policy) {
            disposition = .moderate
            cause = .moderated(signal)
            own(message.visibility, understanding, by: signal, policy)
            return
        }
        disposition = judgedDisposition(message.visibility, understanding, policy)
        own(message.visibility, understanding, by: nil, policy)
    }

    /// Who complains of what many complain of is answered by the people who speak for the house, at once.
    ///
    /// What is to be moderated still is; and what a person must see for itself, such as a danger, keeps its owner and its text.
    private mutating func heedAlarm(_ understanding: Understanding, _ policy: Policy) {
        guard polarity < 0, disposition != .moderate else { return }
        isAlarmed = true
        priority = .p1
        if case .nothingToAnswer = cause { cause = .understood }
        disposition = .human
        guard understanding.firstSignal(in: policy, where: { $0.isGate }) == nil else { return }
        team = .publicRelations
        // That such requests go to another team is no longer so.
        if case .intentForPerson = cause { cause = .understood }
    }

    // MARK: Steps

    private mutating func judgedDisposition(
        _ visibility: Message.Visibility, _ understanding: Understanding, _ policy: Policy
    ) -> Disposition {
        // Public irony is read by everybody: no draft is sure to have understood it (language study, § 5.3).
        if let gate = understanding.firstSignal(in: policy, where: { $0.isGate || ($0.isIronic && visibility == .public) }) {
            cause = .gate(gate)
            return .human
        }
        if understanding.language.language == .other {
            cause = .otherLanguage
            return .human
        }
        if understanding.firstSignal(in: policy, where: { $0.yieldsToPerson }) != nil {
            cause = .insultBesideConcern
            return .human
        }
        if closesExchange(understanding, policy) {
            cause = .nothingToAnswer
            return .ignore
        }
        guard let first = understanding.intents.first else { return judgedWithoutIntent(understanding) }
        if let forPerson = understanding.intents.first(where: { policy.hands($0) }) {
            cause = .intentForPerson(forPerson.intent)
            return .human
        }
        if policy.severalProblems(understanding) != nil {
            cause = .severalProblems
            return .human
        }
        if complexity >= policy.humanFrom {
            cause = .tooComplex
            return .human
        }
        if visibility == .public, anger >= Self.strongAnger {
            cause = .angryInPublic
            return .human
        }
        let isProven = first.phrasePoints >= policy.provenFrom
        if !isProven, !policy.isClear(understanding) {
            // What single emoji hint at is no request.
            if understanding.isReaction { return judgedWithoutIntent(understanding) }
            cause = .guessed(first.intent)
            return .human
        }
        guard understanding.firstIntent(where: { policy.intents[$0].action != .ignore }) != nil else {
            cause = .nothingToAnswer
            return .ignore
        }
        if isDoubtful(policy.intents[first.intent], understanding, policy) {
            cause = policy.intents[first.intent].isCourtesy ? .doubtfulCourtesy : .doubtfulRequest
            return .human
        }
        let requests = understanding.intents.count { policy.intents[$0.intent].asksSomething }
        if requests > DraftPlan.mostAnswers {
            cause = .manyRequests(requests)
            return .human
        }
        if policy.intents[first.intent].action == .moderate { return .moderate }
        let isForSending = understanding.firstIntent(where: { policy.intents[$0].action != .send }) == nil
        return isForSending && isProven && complexity < policy.carefulFrom && polarity >= 0 ? .send : .draft
    }

    private mutating func judgedWithoutIntent(_ understanding: Understanding) -> Disposition {
        if polarity < 0 || anger >= 2 {
            cause = .unknownAndDissatisfied
        } else if !understanding.tone.asksQuestion, understanding.tone.wordCount == 0 || understanding.isReaction {
            cause = .nothingToAnswer
            return .ignore
        } else {
            cause = understanding.isAmbiguous ? .ambiguous : .unknown
        }
        return .human
    }

    /// « ok merci », and no request beside it.
    private func closesExchange(_ understanding: Understanding, _ policy: Policy) -> Bool {
        polarity >= 0 && understanding.tone.otherWordCount <= 1 && !understanding.tone.asksQuestion
            && understanding.firstSignal(in: policy, where: { $0.closesExchange }) != nil
            && understanding.firstIntent(where: { !policy.intents[$0].isCourtesy }) == nil
    }

    private func moderatedSignal(_ visibility: Message.Visibility, _ understanding: Understanding, _ policy: Policy) -> Int? {
        let beside = policy.beside(understanding)
        return understanding.firstSignal(in: policy) { $0.moderation?.holds(visibility, beside: beside) ?? false }
    }

    /// Whether an answer to the first intent may miss what the message is about.
    ///
    /// Thanks or a greeting are answered in kind: not where the message blames, means the contrary, tells of something that weighs
    /// or says much else and is no praise. A request in a message that asks nothing and praises is hardly one: « nous avons dormi
    /// deux nuits, tout était parfait ».
    private func isDoubtful(_ intent: IntentPolicy, _ understanding: Understanding, _ policy: Policy) -> Bool {
        let tone = understanding.tone
        let weight = understanding.polarity.weight
        if !intent.isCourtesy { return !intent.isProblem && weight >= Self.strongFeeling && polarity > 0 && !tone.asks }
        guard intent.acknowledgement == Acknowledgement.none else { return false }
        if polarity < 0 || anger > 0 || isIronic(understanding, policy) { return true }
        if understanding.firstSignal(in: policy, where: { $0.weight > 0 }) != nil { return true }
        return tone.otherWordCount > Self.mostAside && weight < Self.clearPraise
    }

    /// Tenths of a lexicon point from which a message is praise, or blame, whatever else it says.
    static let strongFeeling = 25

    /// Tenths from which thanks that tell a story are praise: « bravo » and « adorable » weigh so much, « merci » half of it.
    private static let clearPraise = 20

    /// Words beside a courtesy that still leave it the point of the message: a name, an article.
    private static let mostAside = 3

    private func isIronic(_ understanding: Understanding, _ policy: Policy) -> Bool {
        understanding.firstSignal(in: policy, where: { $0.isIronic }) != nil
    }

    /// Anger from 0 to 4 (language study, § 5.2): signals give a level; shouting and `!!` raise that of the dissatisfied.
    private func angerLevel(_ understanding: Understanding, _ policy: Policy) -> Int {
        var level = 0
        for place in understanding.signals.indices where policy.signals[understanding.signals[place].signal].isAnger {
            level = max(level, understanding.signals[place].level)
        }
        guard polarity < 0 || level > 0 else { return level }
        if understanding.tone.isShouted { level = max(level, 3) }
        if understanding.tone.longestMarkRun > 1 { level = max(level, 2) }
        return max(level, 1)
    }

    private func complexityScore(_ visibility: Message.Visibility, _ understanding: Understanding, _ policy: Policy) -> Int {
        let weights = policy.weights
        var score = weights.perAngerLevel * anger
        for place in understanding.signals.indices {
            let signal = understanding.signals[place].signal
            guard policy.signals[signal].counts(visibility, beside: .nothing) else { continue }
            var weight = policy.signals[signal].weight
            if !policy.signals[signal].amountSteps.isEmpty {
                weight = policy.signals[signal].weight(at: understanding.sum(of: understanding.signals[place]))
            }
            let cues = understanding.signals[place].evidence.count
            let further = min(weights.mostCuesPercent, weights.furtherCuePercent * (cues - 1))
            score += weight + weight * further / 100
        }
        var problems = 0
        for place in understanding.intents.indices where policy.intents[understanding.intents[place].intent].isProblem { problems += 1 }
        score += weights.perFurtherProblem * max(0, problems - 1)
        if understanding.tone.wordCount > 120 { score += weights.long }
        if understanding.tone.wordCount > 250 { score += weights.long }
        if visibility == .public, polarity < 0 { score += weights.publicDissatisfaction }
        if isRepeat { score += weights.repeated }
        if polarity > 1 { score -= weights.satisfaction }
        return max(0, score)
    }

    /// Who owns it and how pressing it is: the signal that comes first in the order of owners, else the first intent.
    ///
    /// - Parameter moderated: The one signal that counts where the message is to be moderated.
    private mutating func own(
        _ visibility: Message.Visibility, _ understanding: Understanding, by moderated: Int?, _ policy: Policy
    ) {
        if let first = understanding.intents.first, first.phrasePoints >= policy.provenFrom || policy.isClear(understanding) {
            team = policy.intents[first.intent].team
            for match in understanding.intents where match.intent == first.intent || match.phrasePoints >= policy.provenFrom {
                priority = min(priority, policy.intents[match.intent].priority)
            }
        } else {
            team = policy.unknown.team
            priority = policy.unknown.priority
            if case .unknownAndDissatisfied = cause { priority = policy.unknown.dissatisfiedPriority }
        }
        if case .intentForPerson(let intent) = cause { team = policy.intents[intent].team }
        if case .nothingToAnswer = cause { priority = .p4 }
        if let moderated {
            team = policy.signals[moderated].team ?? team
            priority = policy.signals[moderated].priority ?? priority
            return
        }
        // What would be moderated and is not has no say in whose it is.
        let beside = policy.beside(understanding)
        func counts(_ signal: SignalPolicy) -> Bool { signal.counts(visibility, beside: beside) }
        if let owner = understanding.firstSignal(in: policy, where: { $0.team != nil && counts($0) }) {
            team = policy.signals[owner].team ?? team
        }
        for place in understanding.signals.indices {
            let signal = understanding.signals[place].signal
            if counts(policy.signals[signal]) { priority = min(priority, policy.signals[signal].priority ?? priority) }
        }
        switch cause {
        case .insultBesideConcern, .severalProblems, .tooComplex, .angryInPublic: priority = min(priority, .p2)
        case .guessed, .doubtfulCourtesy, .doubtfulRequest:
            priority = min(priority, polarity < 0 ? policy.unknown.dissatisfiedPriority : policy.unknown.priority)
        default: break
        }
    }
}

extension Understanding {
    /// Whether the message is nothing but emoji, mentions and laughter.
    var isReaction: Bool { tone.wordCount > 0 && !tone.isSpoken }

    /// Whether more than one intent had something for it.
    fileprivate var isAmbiguous: Bool { candidates.count > 1 && candidates[1].points > 0 }

    /// The best intent that is meant; nil when none is. Its number is asked about, as its policy would be copied.
    @inline(__always)
    fileprivate func firstIntent(where isMeant: (Int) -> Bool) -> Int? {
        for place in intents.indices where isMeant(intents[place].intent) { return intents[place].intent }
        return nil
    }
}
