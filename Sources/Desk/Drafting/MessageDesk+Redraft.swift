import IntentEngine

extension MessageDesk {
    /// The texts that drafts are built from.
    public var library: ReplyLibrary { drafts.library }

    /// What puts the draft for `intent` in the place of a case's draft, because a colleague says that this is what the customer
    /// wants.
    public mutating func redraft(_ file: CaseFile, as intent: String) throws(RedraftRefusal) -> ReviewAction {
        guard rulebook.intents.contains(intent) else { throw .noSuchIntent }
        guard let message = file.questionMessage else { throw .forgotten }
        guard let redraft = redraft(message, as: intent) else { throw .noText }
        return .redraft(redraft)
    }

    /// The draft for `intent`, whatever the rules took the message for; nil when there is no such intent, or no text for it.
    public mutating func redraft(_ message: Message, as intent: String) -> Redraft? {
        guard let number = rulebook.intents.firstIndex(of: intent) else { return nil }
        let understanding = understand(message)
        var decision = decider.decide(message, understanding)
        decision.disposition = .draft
        decision.team = decider.policy.intents[number].team
        // What a colleague says the customer wants is answered in the team's own time.
        decision.isOnCall = false
        guard let draft = drafts.write(message, understanding, decision, as: number) else { return nil }
        return Redraft(intent: intent, draft: draft, isSensitive: decider.policy.intents[number].isSensitive)
    }

    /// What a message gives to be filled into texts of its visibility.
    public mutating func values(of message: Message, team: Team, priority: Priority) -> PlaceholderValues {
        let understanding = understand(message)
        var decision = decider.decide(message, understanding)
        (decision.team, decision.priority) = (team, priority)
        return drafts.values(message, understanding, decision, language: understanding.language.ruled)
    }
}
