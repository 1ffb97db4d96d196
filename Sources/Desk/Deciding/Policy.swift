import IntentEngine

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
    /// Points ahead of every other intent by which single words leave no doubt. 0 never trusts them.
    public var clearLead = 0
    /// Points, those of single words too, from which a problem or a request stands beside an insult.
    public var concernFrom = 6
    /// What holds for a message no rule understands.
    public var unknown: UnknownPolicy
    /// Said in public in the stead of two answers: invites to a private message for both. Without it the first is answered.
    public var severalInPublic: String?
    /// When many dissatisfied customers ring the alarm; nil where none do.
    public var alarm: AlarmRule? = AlarmRule()

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

extension Policy {
    /// Whether phrases prove an intent that a person answers.
    func hands(_ match: IntentMatch) -> Bool { intents[match.intent].action == .human && match.phrasePoints >= provenFrom }

    /// Whether the one intent of a message stands by single words alone, and beyond doubt. Courtesies never do, nor what people answer.
    func isClear(_ understanding: Understanding) -> Bool {
        guard clearLead > 0, understanding.intents.count == 1, let first = understanding.intents.first else { return false }
        let intent = intents[first.intent]
        guard !intent.isCourtesy, intent.action == .draft || intent.action == .send else { return false }
        let rival = understanding.candidates.map(\.points).max() ?? 0
        return rival + clearLead <= first.points
    }

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
