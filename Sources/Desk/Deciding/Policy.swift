public import IntentEngine

/// What the brand's rules make of intents and signals.
public struct Policy: Sendable {
    /// By number of the intent in the rulebook.
    public var intents: [IntentPolicy]
    /// By number of the signal in the rulebook.
    public var signals: [SignalPolicy]
    public var weights: ComplexityWeights
    /// Complexity from which a draft asks for a careful reader, and from which a person writes.
    public var carefulFrom: Int
    public var humanFrom: Int
    /// Points of phrases from which an intent is taken as meant: what has fewer was guessed from single words, and a person
    /// reads it first. 0 trusts single words too.
    public var provenFrom: Int
    /// Points, those of single words too, from which a problem or a request stands beside an insult.
    public var concernFrom = 6
    /// What holds for a message no rule understands.
    public var unknown: UnknownPolicy
    /// Said in public in the stead of two answers: invites to a private message for both. Without it the first is answered.
    public var severalInPublic: String?

    public init(
        intents: [IntentPolicy], signals: [SignalPolicy], weights: ComplexityWeights = ComplexityWeights(), carefulFrom: Int = 30,
        humanFrom: Int = 60, provenFrom: Int = 0, unknown: UnknownPolicy = UnknownPolicy(), severalInPublic: String? = nil
    ) {
        self.intents = intents
        self.signals = signals
        self.weights = weights
        self.carefulFrom = carefulFrom
        self.humanFrom = humanFrom
        self.provenFrom = provenFrom
        self.unknown = unknown
        self.severalInPublic = severalInPublic
    }
}

/// How one intent is handled.
public struct IntentPolicy: Sendable {
    public var title: [Language: String]
    public var team: Team
    public var priority: Priority
    public var action: Disposition
    /// Asked for when the message lacks them.
    public var wants: [Placeholder]
    /// The customer has a problem, whatever the words: two of them make a complex message.
    public var isProblem: Bool
    /// How the draft begins; nil leaves it to the tone of the message.
    public var acknowledgement: Acknowledgement?
    /// Holding reply when a person writes the answer.
    public var holding: String?
    /// Whether a second person must approve.
    public var isSensitive: Bool
    /// Thanks, greetings: beside a signal that closes the exchange there is nothing to answer.
    public var isCourtesy = false

    public init(
        title: [Language: String], team: Team = .customerService, priority: Priority = .p4, action: Disposition = .draft,
        wants: [Placeholder] = [], isProblem: Bool = false, acknowledgement: Acknowledgement? = nil, holding: String? = nil,
        isSensitive: Bool = false
    ) {
        self.title = title
        self.team = team
        self.priority = priority
        self.action = action
        self.wants = wants
        self.isProblem = isProblem
        self.acknowledgement = acknowledgement
        self.holding = holding
        self.isSensitive = isSensitive
    }
}

/// What a signal changes.
public struct SignalPolicy: Sendable {
    public var title: [Language: String]
    public var weight: Int
    /// Forces a person.
    public var isGate: Bool
    /// Priority it asks for at least; nil leaves it.
    public var priority: Priority?
    /// Team that owns the message when it fires; nil leaves it.
    public var team: Team?
    /// Its place in the order of owners: smaller wins.
    public var precedence: Int
    /// What moderators should do, when the message is to be moderated.
    public var moderation: Moderation?
    /// Whether its level is the level of anger.
    public var isAnger: Bool
    public var holding: String?
    /// Whether it ends the exchange (« ok merci »): with nothing but courtesy beside it, there is nothing to answer.
    public var closesExchange = false
    /// What the signal weighs from so many euros, dollars… on, ascending, when the message names an amount: less than the first
    /// and it does not count. Empty where sums change nothing.
    public var amountSteps: [AmountStep] = []
    /// Whoever fires it is at most so satisfied, −2 to 0, unless words make it very satisfied; nil leaves it to the words.
    public var mostPolarity: Int?
    /// Whether praise beside it means the contrary: `mostPolarity` holds whatever the words, thanks are not answered as such,
    /// and in public a person answers.
    public var isIronic = false
    /// Whether a second person must approve what is answered.
    public var isSensitive = false
    /// Whether it is for whoever is on call, at any hour, and not for the next opening.
    public var isOnCall = false
    /// From so many matters that weigh on, the signal is set by them alone; nil leaves it to its phrases.
    public var leastProblems: Int?

    public init(
        title: [Language: String], weight: Int = 0, isGate: Bool = false, priority: Priority? = nil, team: Team? = nil,
        precedence: Int = .max, moderation: Moderation? = nil, isAnger: Bool = false, holding: String? = nil
    ) {
        self.title = title
        self.weight = weight
        self.isGate = isGate
        self.priority = priority
        self.team = team
        self.precedence = precedence
        self.moderation = moderation
        self.isAnger = isAnger
        self.holding = holding
    }
}

/// The rubric's numbers beside the signals' own weights (language study, § 5.2).
public struct ComplexityWeights: Sendable, Hashable {
    public var perAngerLevel = 10
    public var perFurtherProblem = 20
    /// More than 120 words, and more than 250.
    public var long = 10
    public var publicDissatisfaction = 15
    /// Explicit satisfaction takes away.
    public var satisfaction = 15
    /// Each further cue of a signal adds this share of its weight, in percent, up to `mostCues`.
    public var furtherCuePercent = 20
    public var mostCuesPercent = 40

    public init() {}
}

/// What happens to a message without a recognised intent.
public struct UnknownPolicy: Sendable {
    public var team: Team = .customerService
    public var priority: Priority = .p3
    /// Dissatisfied and not understood: sooner.
    public var dissatisfiedPriority: Priority = .p2
    public var holding: String?
    public var otherLanguageHolding: String?

    public init() {}
}

extension Policy {
    /// Whether phrases prove an intent that a person answers.
    func hands(_ match: IntentMatch) -> Bool { intents[match.intent].action == .human && match.phrasePoints >= provenFrom }

    /// The signal that the problems of a message set by themselves, where there are enough of them; nil elsewhere.
    func severalProblems(_ understanding: Understanding) -> Int? {
        guard understanding.intents.count > 1 else { return nil }
        let problems = understanding.intents.count { weighs($0) }
        return signals.firstIndex { signal in signal.leastProblems.map { $0 <= problems } ?? false }
    }

    /// Whether phrases prove a matter that is a problem or presses (P1, P2), and that no intent for people takes.
    func weighs(_ match: IntentMatch) -> Bool {
        let intent = intents[match.intent]
        return match.phrasePoints >= provenFrom && (intent.isProblem || intent.priority <= .p2)
            && (intent.action == .draft || intent.action == .send)
    }

    /// Whether the message is for whoever is on call.
    func isOnCall(_ understanding: Understanding) -> Bool { understanding.firstSignal(in: self, where: { $0.isOnCall }) != nil }

    /// Whether an intent or a signal of the message takes a second reader.
    func isSensitive(_ understanding: Understanding) -> Bool {
        understanding.intents.contains { intents[$0.intent].isSensitive }
            || understanding.signals.contains { signals[$0.signal].isSensitive }
    }
}

extension Understanding {
    /// The signal that comes first in the order of owners among those that are meant; nil when none is.
    @inline(__always)
    func firstSignal(in policy: Policy, where isMeant: (SignalPolicy) -> Bool) -> Int? {
        var first: Int?
        for place in signals.indices {
            let signal = signals[place].signal
            guard isMeant(policy.signals[signal]) else { continue }
            if let first, policy.signals[first].precedence <= policy.signals[signal].precedence { continue }
            first = signal
        }
        return first
    }
}
