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
    ///
    /// - Parameters:
    ///   - exchange: What has passed before in its conversation.
    ///   - isAlarmed: Whether an alarm stands for what it is about.
    public func decide(
        _ message: Message, _ understanding: Understanding, after exchange: Exchange = Exchange(), isAlarmed: Bool = false
    ) -> Decision {
        let judgement = Judgement.of(message, understanding, policy, after: exchange, isAlarmed: isAlarmed)
        let reasons = (understanding.language.ruled == .english ? english : french).reasons(judgement, message, understanding)
        let isOnCall = policy.isOnCall(understanding)
        var decision = Decision(
            disposition: judgement.disposition, team: judgement.team, priority: judgement.priority,
            due: due(judgement, message, isOnCall: isOnCall), polarity: judgement.polarity, complexity: judgement.complexity,
            anger: judgement.anger, reasonsJSON: reasons, draft: nil)
        decision.isOnCall = isOnCall
        decision.isAlarmed = judgement.isAlarmed
        return decision
    }

    private func due(_ judgement: Judgement, _ message: Message, isOnCall: Bool) -> Instant? {
        guard let sentAt = message.sentAt, judgement.disposition != .ignore else { return nil }
        if isOnCall { return sentAt + answers.onCallMinutes * 60 }
        guard let minutes = answers.minutes(judgement.team, judgement.priority) else { return nil }
        return brand.openingHours.moment(after: minutes, from: sentAt)
    }
}
