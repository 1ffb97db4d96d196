public import IntentEngine

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
