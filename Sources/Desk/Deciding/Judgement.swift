import IntentEngine

/// The steps from an understanding to a disposition, each kept so that it can be told as a reason.
struct Judgement {
    let message: Message
    let understanding: Understanding
    let policy: Policy

    private(set) var disposition: Disposition = .draft
    private(set) var team: Team = .customerService
    private(set) var priority: Priority = .p4
    private(set) var polarity = 0
    private(set) var anger = 0
    private(set) var complexity = 0
    private(set) var cause: Cause = .understood

    /// What decided between the dispositions.
    enum Cause {
        case understood
        /// A signal that is to be moderated.
        case moderated(Int)
        /// A signal that forces a person.
        case gate(Int)
        case intentForPerson(Int)
        case tooComplex
        case angryInPublic
        case unknown, unknownAndDissatisfied, ambiguous
        case otherLanguage
        case nothingToAnswer
    }

    init(message: Message, understanding: Understanding, policy: Policy) {
        self.message = message
        self.understanding = understanding
        self.policy = policy
    }

    mutating func judge() {
        polarity = understanding.polarity.value
        if let rating = message.rating { polarity = rating <= 2 ? min(polarity, -1) : rating >= 4 ? max(polarity, 1) : polarity }
        anger = angerLevel()
        complexity = complexityScore()
        if let signal = moderatedSignal() {
            disposition = .moderate
            cause = .moderated(signal)
            own(by: [signal])
            return
        }
        let gates = understanding.signals.map(\.signal).filter { policy.signals[$0].isGate }
        disposition = judgedDisposition(gates: gates)
        own(by: understanding.signals.map(\.signal))
    }

    // MARK: Steps

    private mutating func judgedDisposition(gates: [Int]) -> Disposition {
        if let gate = gates.min(by: { policy.signals[$0].precedence < policy.signals[$1].precedence }) {
            cause = .gate(gate)
            return .human
        }
        if understanding.language.language == .other {
            cause = .otherLanguage
            return .human
        }
        if closesExchange {
            cause = .nothingToAnswer
            return .ignore
        }
        guard let first = understanding.intents.first else { return judgedWithoutIntent() }
        if let forPerson = understanding.intents.first(where: { policy.intents[$0.intent].action == .human }) {
            cause = .intentForPerson(forPerson.intent)
            return .human
        }
        if complexity >= policy.humanFrom {
            cause = .tooComplex
            return .human
        }
        if message.visibility == .public, anger >= 3 {
            cause = .angryInPublic
            return .human
        }
        let actions = understanding.intents.map { policy.intents[$0.intent].action }
        if actions.allSatisfy({ $0 == .ignore }) {
            cause = .nothingToAnswer
            return .ignore
        }
        if policy.intents[first.intent].action == .moderate { return .moderate }
        let maySend = actions.allSatisfy { $0 == .send } && complexity < policy.carefulFrom && polarity >= 0
        return maySend ? .send : .draft
    }

    private mutating func judgedWithoutIntent() -> Disposition {
        if polarity < 0 || anger >= 2 {
            cause = .unknownAndDissatisfied
        } else if understanding.tone.wordCount == 0 || understanding.isReaction {
            cause = .nothingToAnswer
            return .ignore
        } else {
            cause = isAmbiguous ? .ambiguous : .unknown
        }
        return .human
    }

    /// « ok merci », and no request beside it.
    private var closesExchange: Bool {
        polarity >= 0 && understanding.tone.otherWordCount <= 1 && !understanding.tone.asksQuestion
            && understanding.signals.contains { policy.signals[$0.signal].closesExchange }
            && understanding.intents.allSatisfy { policy.intents[$0.intent].isCourtesy }
    }

    private var isAmbiguous: Bool { understanding.candidates.count > 1 && understanding.candidates[1].points > 0 }

    private func moderatedSignal() -> Int? {
        let asksSomething = understanding.intents.contains { policy.intents[$0.intent].action != .ignore }
        return understanding.signals.map(\.signal).filter { signal in
            guard let moderation = policy.signals[signal].moderation else { return false }
            if moderation.isForPublic, message.visibility == .private { return false }
            return !(moderation.yieldsToRequest && asksSomething)
        }.min { policy.signals[$0].precedence < policy.signals[$1].precedence }
    }

    /// Anger from 0 to 4 (language study, § 5.2): signals give a level; shouting and `!!` raise that of the dissatisfied.
    private func angerLevel() -> Int {
        var level = 0
        for signal in understanding.signals where policy.signals[signal.signal].isAnger { level = max(level, signal.level) }
        guard polarity < 0 || level > 0 else { return level }
        if understanding.tone.isShouted { level = max(level, 3) }
        if understanding.tone.longestMarkRun > 1 { level = max(level, 2) }
        return max(level, 1)
    }

    private func complexityScore() -> Int {
        let weights = policy.weights
        var score = weights.perAngerLevel * anger
        for signal in understanding.signals {
            let weight = policy.signals[signal.signal].weight
            let further = min(weights.mostCuesPercent, weights.furtherCuePercent * (signal.evidence.count - 1))
            score += weight + weight * further / 100
        }
        let problems = understanding.intents.count { policy.intents[$0.intent].isProblem }
        score += weights.perFurtherProblem * max(0, problems - 1)
        if understanding.tone.wordCount > 120 { score += weights.long }
        if understanding.tone.wordCount > 250 { score += weights.long }
        if message.visibility == .public, polarity < 0 { score += weights.publicDissatisfaction }
        if polarity > 1 { score -= weights.satisfaction }
        return max(0, score)
    }

    /// Who owns it and how pressing it is: the signal that comes first in the order of owners, else the first intent.
    private mutating func own(by signals: [Int]) {
        if let first = understanding.intents.first {
            team = policy.intents[first.intent].team
            priority = understanding.intents.map { policy.intents[$0.intent].priority }.min() ?? .p4
        } else {
            team = policy.unknown.team
            priority = policy.unknown.priority
            if case .unknownAndDissatisfied = cause { priority = policy.unknown.dissatisfiedPriority }
        }
        if case .intentForPerson(let intent) = cause { team = policy.intents[intent].team }
        if case .nothingToAnswer = cause { priority = .p4 }
        let owners = signals.filter { policy.signals[$0].team != nil }
        if let owner = owners.min(by: { policy.signals[$0].precedence < policy.signals[$1].precedence }),
            let ownTeam = policy.signals[owner].team
        {
            team = ownTeam
        }
        if case .moderated(let signal) = cause {
            priority = policy.signals[signal].priority ?? priority
        } else {
            for signal in signals { priority = min(priority, policy.signals[signal].priority ?? priority) }
        }
        if case .tooComplex = cause { priority = min(priority, .p2) }
        if case .angryInPublic = cause { priority = min(priority, .p2) }
    }
}

extension Understanding {
    /// Whether the message is nothing but emoji, mentions and laughter.
    var isReaction: Bool { tone.wordCount > 0 && !tone.isSpoken }
}
