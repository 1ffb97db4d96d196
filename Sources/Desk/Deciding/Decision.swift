public import IntentEngine

/// What the desk makes of a message: disposition, owner, clock, reasons and a draft.
public struct Decision: Sendable {
    public var disposition: Disposition
    public var team: Team
    public var priority: Priority
    /// When a person must have answered; nil without a time the message was sent.
    public var due: Instant?
    /// From −2 very dissatisfied to +2 very satisfied.
    public var polarity: Int
    /// Sum of the rubric; 30 asks for a careful reader, 60 for a person.
    public var complexity: Int
    /// From 0 none to 4 abusive.
    public var anger: Int
    /// Sentences in the message's language.
    public var reasons: [String]
    public var draft: Draft?

    public init(
        disposition: Disposition, team: Team, priority: Priority, due: Instant?, polarity: Int, complexity: Int, anger: Int,
        reasons: [String], draft: Draft?
    ) {
        self.disposition = disposition
        self.team = team
        self.priority = priority
        self.due = due
        self.polarity = polarity
        self.complexity = complexity
        self.anger = anger
        self.reasons = reasons
        self.draft = draft
    }
}

/// A reply proposed to a person.
public struct Draft: Sendable, Hashable {
    public let text: String
    public let language: Language
    public let visibility: Message.Visibility
    /// The templates it was built from, such as `track_order/fr/2`.
    public let template: String
    /// What the proofreader holds against it. Never empty when anything is wrong, and such a draft is never sent on
    /// without a person.
    public let findings: [ProofFinding]

    public init(
        text: String, language: Language, visibility: Message.Visibility, template: String, findings: [ProofFinding]
    ) {
        self.text = text
        self.language = language
        self.visibility = visibility
        self.template = template
        self.findings = findings
    }
}
