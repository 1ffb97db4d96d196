import IntentEngine

/// Which texts a draft needs, before any is chosen.
struct DraftPlan {
    var language: Language
    var acknowledgement: Acknowledgement = .neutral
    var answers = AtMostTwo<ReplySheet.Answer>()
    /// What the customer is asked for: at most two things, and only what the message lacks.
    var asked = AtMostTwo<Placeholder>()

    /// Whether it says that no person wrote it.
    var discloses = false

    /// Requests that one draft answers.
    static let mostAnswers = 2

    /// The plan for a decision, or nil when nothing is to be said.
    init?(
        _ message: Message, _ understanding: Understanding, _ decision: Decision, policy: Policy, holdings: HoldingNumbers,
        asking: AskedWords
    ) {
        language = understanding.language.ruled
        discloses = decision.disposition == .send
        switch decision.disposition {
        case .ignore, .moderate: return nil
        case .human:
            guard let number = Self.holding(message, understanding, decision, policy, holdings) else { return nil }
            answers.append(.holding(number))
            acknowledgement = .none
        case .draft, .send:
            guard let first = understanding.intents.first?.intent else { return nil }
            acknowledgement = Self.acknowledgement(understanding, decision, policy)
            // What needs no answer gets none beside one that does.
            let others = understanding.intents.dropFirst().lazy.map(\.intent)
            let second = others.first { [.draft, .send].contains(policy.intents[$0].action) }
            guard message.visibility == .private else {
                // One reply has no room for two answers: both go on in private, or else what went wrong comes before a wish.
                if second != nil, let several = holdings.severalInPublic {
                    answers.append(.holding(several))
                } else {
                    answers.append(.body(understanding.intents.lazy.map(\.intent).first { policy.intents[$0].isProblem } ?? first))
                }
                return
            }
            answers.append(.body(first))
            ask(policy.intents[first].wants, understanding, asking)
            guard let second else { return }
            answers.append(.body(second))
            ask(policy.intents[second].wants, understanding, asking)
        }
    }

    /// The plan for one intent that a person has named.
    init(
        _ message: Message, _ understanding: Understanding, _ decision: Decision, as intent: Int, policy: Policy, asking: AskedWords
    ) {
        language = understanding.language.ruled
        answers.append(.body(intent))
        let own = policy.intents[intent]
        if let fixed = own.acknowledgement {
            acknowledgement = fixed
        } else {
            acknowledgement = decision.anger >= 2 ? .upset : decision.polarity < 0 || own.isProblem ? .sorry : .neutral
        }
        if message.visibility == .private { ask(own.wants, understanding, asking) }
    }

    /// The holding reply of the signal that comes first, then of an alarm that stands, then of an insult that is not moderated, else of the intent that goes to a person, else of the unknown.
    ///
    /// None in public to strong anger, to irony and to discontent that no rule knows: whatever the bot says there is held against
    /// the house (language study, § 5.4).
    private static func holding(
        _ message: Message, _ understanding: Understanding, _ decision: Decision, _ policy: Policy, _ holdings: HoldingNumbers
    ) -> Int? {
        if let gate = understanding.firstSignal(in: policy, where: { $0.isGate }) { return holdings.signals[gate] }
        if decision.isAlarmed, let alarm = holdings.alarm { return alarm }
        if message.visibility == .public {
            if decision.anger >= Judgement.strongAnger { return nil }
            if understanding.firstSignal(in: policy, where: { $0.isIronic }) != nil { return nil }
            let isUnknown = !understanding.intents.contains { $0.phrasePoints >= policy.provenFrom }
            if isUnknown, decision.polarity < 0 || decision.anger >= 2 { return nil }
        }
        if understanding.language.language == .other { return holdings.otherLanguage }
        if let insult = understanding.firstSignal(in: policy, where: { $0.yieldsToPerson }) { return holdings.signals[insult] }
        for match in understanding.intents where policy.hands(match) { return holdings.intents[match.intent] }
        return holdings.unknown
    }

    private static func acknowledgement(_ understanding: Understanding, _ decision: Decision, _ policy: Policy) -> Acknowledgement {
        if let first = understanding.intents.first, let fixed = policy.intents[first.intent].acknowledgement { return fixed }
        if decision.anger >= 2 { return .upset }
        if understanding.intents.contains(where: { policy.intents[$0.intent].isProblem }) { return .sorry }
        // A « merci » or a « panne » in a question is no reason for joy or regret; what a signal or a rating says is.
        let isStrong = abs(understanding.polarity.weight) >= Judgement.strongFeeling
        switch decision.polarity {
        case 1...: return isStrong ? .kind : .neutral
        case ..<0: return isStrong || understanding.polarity.value >= 0 ? .sorry : .neutral
        default: return .neutral
        }
    }

    /// Asks for what an intent wants and the message lacks, as long as there is room.
    private mutating func ask(_ wants: [Placeholder], _ understanding: Understanding, _ asking: AskedWords) {
        for wanted in wants where !asked.isFull && !asked.contains(wanted) {
            let isKnown = understanding.entities.contains { $0.kind == wanted.entity }
            if !isKnown, asking[wanted, language] != nil { asked.append(wanted) }
        }
    }
}
