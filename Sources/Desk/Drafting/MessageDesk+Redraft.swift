import IntentEngine

extension MessageDesk {
    /// The texts that drafts are built from.
    public var library: ReplyLibrary { drafts.library }

    /// What puts the draft for `intent` in the place of a case's draft, because a colleague says that this is what the customer
    /// wants, with times counted from `now`.
    public mutating func redraft(_ file: CaseFile, as intent: String, at now: Instant) throws(RedraftRefusal) -> ReviewAction {
        guard rulebook.intents.contains(intent) else { throw .noSuchIntent }
        guard let message = file.questionMessage else { throw .forgotten }
        guard let redraft = redraft(message, as: intent, at: now) else { throw .noText }
        return .redraft(redraft)
    }

    /// The draft for `intent`, whatever the rules took the message for; nil when there is no such intent, or no text for it.
    public mutating func redraft(_ message: Message, as intent: String, at now: Instant) -> Redraft? {
        guard let number = rulebook.intents.firstIndex(of: intent) else { return nil }
        let understanding = understand(message)
        let message = message.answered(at: now)
        var decision = decider.decide(message, understanding)
        decision.disposition = .draft
        decision.team = decider.policy.intents[number].team
        // What a colleague says the customer wants is answered in the team's own time.
        decision.isOnCall = false
        guard let draft = drafts.write(message, understanding, decision, as: number) else { return nil }
        return Redraft(intent: intent, draft: draft, isSensitive: decider.policy.intents[number].isSensitive)
    }

    /// What a message gives to be filled into texts of its visibility that are let go at `now`.
    public mutating func values(of message: Message, team: Team, priority: Priority, at now: Instant) -> PlaceholderValues {
        let understanding = understand(message)
        let message = message.answered(at: now)
        var decision = decider.decide(message, understanding)
        (decision.team, decision.priority) = (team, priority)
        decision.due = decider.brand.answer(team, priority).flatMap { decider.brand.openingHours.moment(after: $0.minutes, from: now) }
        return drafts.values(message, understanding, decision, language: understanding.language.ruled)
    }
}

extension Message {
    /// The message as one that came at `now`: what its answer promises is counted from there.
    fileprivate func answered(at now: Instant) -> Message {
        var message = self
        message.sentAt = now
        return message
    }
}
