import IntentEngine

/// Which texts a draft needs, before any is chosen.
struct DraftPlan {
    var language: Language
    var acknowledgement: Acknowledgement = .neutral
    var answers: [ReplySheet.Answer] = []
    /// What the customer is asked for: at most two things, and only what the message lacks.
    var asked: [Placeholder] = []

    private static let mostAsked = 2
    private static let mostAnswers = 2

    /// The plan for a decision, or nil when nothing is to be said.
    init?(
        _ message: Message, _ understanding: Understanding, _ decision: Decision, policy: Policy, library: ReplyLibrary,
        holdings: [String: Int]
    ) {
        language = understanding.language.ruled
        switch decision.disposition {
        case .ignore, .moderate: return nil
        case .human:
            guard let name = Self.holding(understanding, policy), let number = holdings[name] else { return nil }
            answers = [.holding(number)]
            acknowledgement = .none
        case .draft, .send:
            let most = message.visibility == .public ? 1 : Self.mostAnswers
            answers = understanding.intents.prefix(most).map { .body($0.intent) }
            acknowledgement = Self.acknowledgement(understanding, decision, policy)
            if message.visibility == .private { asked = Self.asked(understanding, policy, library) }
        }
        if answers.isEmpty { return nil }
    }

    /// The plan for one intent that a person has named.
    init(
        _ message: Message, _ understanding: Understanding, _ decision: Decision, as intent: Int, policy: Policy, library: ReplyLibrary
    ) {
        language = understanding.language.ruled
        answers = [.body(intent)]
        let own = policy.intents[intent]
        if let fixed = own.acknowledgement {
            acknowledgement = fixed
        } else {
            acknowledgement = decision.anger >= 2 ? .upset : decision.polarity < 0 || own.isProblem ? .sorry : .neutral
        }
        guard message.visibility == .private else { return }
        for wanted in own.wants where asked.count < Self.mostAsked {
            let isKnown = understanding.entities.contains { $0.kind == wanted.entity }
            if !isKnown, library.asked[wanted]?[language] != nil { asked.append(wanted) }
        }
    }

    /// The holding reply of the signal that comes first, else of the intent that goes to a person, else of the unknown.
    private static func holding(_ understanding: Understanding, _ policy: Policy) -> String? {
        let gates = understanding.signals.map(\.signal).filter { policy.signals[$0].isGate }
        if let gate = gates.min(by: { policy.signals[$0].precedence < policy.signals[$1].precedence }) {
            return policy.signals[gate].holding
        }
        if understanding.language.language == .other { return policy.unknown.otherLanguageHolding }
        if let intent = understanding.intents.first(where: { policy.intents[$0.intent].action == .human }) {
            return policy.intents[intent.intent].holding ?? policy.unknown.holding
        }
        return policy.unknown.holding
    }

    private static func acknowledgement(_ understanding: Understanding, _ decision: Decision, _ policy: Policy) -> Acknowledgement {
        if let first = understanding.intents.first, let fixed = policy.intents[first.intent].acknowledgement { return fixed }
        if decision.anger >= 2 { return .upset }
        let isProblem = understanding.intents.contains { policy.intents[$0.intent].isProblem }
        return decision.polarity < 0 || isProblem ? .sorry : .neutral
    }

    private static func asked(_ understanding: Understanding, _ policy: Policy, _ library: ReplyLibrary) -> [Placeholder] {
        var asked: [Placeholder] = []
        for match in understanding.intents.prefix(mostAnswers) {
            for wanted in policy.intents[match.intent].wants where asked.count < mostAsked && !asked.contains(wanted) {
                let isKnown = understanding.entities.contains { $0.kind == wanted.entity }
                if !isKnown, library.asked[wanted]?[understanding.language.ruled] != nil { asked.append(wanted) }
            }
        }
        return asked
    }
}
