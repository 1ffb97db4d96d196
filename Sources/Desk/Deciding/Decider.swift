public import IntentEngine

/// Judges an understood message by the brand's policy: moderate, then human, then ignore, then draft.
public struct Decider: Sendable {
    public let policy: Policy
    public let brand: Brand
    private let french: ReasonWriter
    private let english: ReasonWriter
    private let answers: AnswerTable

    public init(policy: Policy, brand: Brand) {
        self.policy = policy
        self.brand = brand
        french = ReasonWriter(policy: policy, brand: brand, language: .french)
        english = ReasonWriter(policy: policy, brand: brand, language: .english)
        answers = AnswerTable(brand)
    }

    /// The decision on `message`, without its draft.
    public func decide(_ message: Message, _ understanding: Understanding) -> Decision {
        let judgement = Judgement.of(message, understanding, policy)
        var decision = Decision(
            disposition: judgement.disposition, team: judgement.team, priority: judgement.priority, due: nil,
            polarity: judgement.polarity, complexity: judgement.complexity, anger: judgement.anger, reasons: [], draft: nil)
        if let sentAt = message.sentAt, decision.disposition != .ignore, let minutes = answers.minutes(decision.team, decision.priority) {
            decision.due = brand.openingHours.moment(after: minutes, from: sentAt)
        }
        let writer = understanding.language.ruled == .english ? english : french
        decision.reasons = writer.reasons(judgement, message, understanding)
        return decision
    }
}
