import IntentEngine

/// What is proposed for a message that breaks the rules of the house.
public struct Moderation: Sendable, Hashable {
    public let action: Action
    /// What, said beside, has the message answered instead; nil when nothing does.
    public let yieldsTo: Beside?
    /// Whether it matters only where others can read it.
    public let isForPublic: Bool

    public init(action: Action, yieldsTo: Beside? = nil, isForPublic: Bool = false) {
        self.action = action
        self.yieldsTo = yieldsTo
        self.isForPublic = isForPublic
    }

    public enum Action: String, Sendable, Hashable, CaseIterable {
        case ignore, hide, report, alert
    }

    /// What a message says beside the words that would have it moderated.
    public enum Beside: UInt8, Sendable, Hashable, Comparable {
        case nothing
        /// Words of a problem or a request, or a circumstance that weighs: a person answers.
        case concern
        /// A request that phrases prove.
        case request

        public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    }

    /// Whether it is to be done with a message that others can read or not, and that says so much else.
    func holds(_ visibility: Message.Visibility, beside: Beside) -> Bool {
        !(isForPublic && visibility == .private) && !(yieldsTo.map { $0 <= beside } ?? false)
    }
}

extension SignalPolicy {
    /// Whether it has a say: not where it would be moderated and is not, unless it forces a person then.
    func counts(_ visibility: Message.Visibility, beside: Moderation.Beside) -> Bool {
        isGate || moderation?.holds(visibility, beside: beside) ?? true
    }

    /// Whether a person answers where it is not moderated.
    var yieldsToPerson: Bool { moderation?.yieldsTo == .concern }
}

extension Policy {
    /// What the message says beside what it may be moderated for; nothing where it may not be.
    func beside(_ understanding: Understanding) -> Moderation.Beside {
        guard understanding.signals.contains(where: { signals[$0.signal].moderation != nil }) else { return .nothing }
        if understanding.intents.contains(where: { asks($0) && $0.phrasePoints >= provenFrom }) { return .request }
        let isConcern =
            understanding.intents.contains { concerns($0) } || understanding.candidates.contains { concerns($0) }
            || understanding.signals.contains { isCircumstance($0, understanding) }
        return isConcern ? .concern : .nothing
    }

    /// Whether a signal weighs for what is told, and not for the tone in which it is: a threat to sue, a reminder, a sum.
    ///
    /// What an insult accuses of (“crooks”) is no report of it; a threat is one in whatever words.
    private func isCircumstance(_ match: SignalMatch, _ understanding: Understanding) -> Bool {
        let signal = signals[match.signal]
        guard signal.weight > 0, !signal.isAnger, !signal.isIronic, signal.isGate || signal.moderation == nil else { return false }
        if signal.isOnCall { return true }
        let insults = understanding.signals.filter { signals[$0.signal].yieldsToPerson }.flatMap(\.evidence)
        return match.evidence.contains { cue in !insults.contains { $0.span.overlaps(cue.span) } }
    }

    private func asks(_ match: IntentMatch) -> Bool { intents[match.intent].asksSomething }

    /// Whether single words at least tell of a problem, or of an order, a payment or the like that something is wished of.
    private func concerns(_ match: IntentMatch) -> Bool {
        let action = intents[match.intent].action
        return match.points >= concernFrom && (action == .draft || action == .send)
            && (intents[match.intent].isProblem || !intents[match.intent].wants.isEmpty)
    }
}

extension IntentPolicy {
    var asksSomething: Bool { action != .ignore && !isCourtesy }
}
