public import IntentEngine

/// A message with what the desk made of it, ready to be stored as one.
public struct Arrival: Sendable {
    /// With secrets masked.
    public let message: Message
    public let decision: Decision
    /// The decision as the line that was made of it, with its evidence and the rulebook's hash; kept as it is.
    public let line: [UInt8]
    public let rulebook: String
    /// The language it is answered in.
    public let language: Language
    /// What the customer wants, best guess.
    public let intent: String?
    /// Names of the signals that fired.
    public let signals: [String]
    /// Whether an intent calls for a second reader.
    public let isSensitive: Bool
    public let receivedAt: Instant
    /// What the platform will know its delivery by, where it leaves unreviewed.
    public let delivery: String
    /// When the platform closes its reply window.
    public let replyUntil: Instant?
    public let gravity: Gravity
    /// Where it leaves unreviewed and says no more than that somebody will answer: by when.
    public let promisedUntil: Instant?

    /// - Parameter gravity: nil for that of the decision's priority.
    public init(
        message: Message, decision: Decision, line: [UInt8], rulebook: String, language: Language, intent: String?,
        signals: [String] = [], isSensitive: Bool, receivedAt: Instant, delivery: String, replyUntil: Instant? = nil,
        gravity: Gravity? = nil, promisedUntil: Instant? = nil
    ) {
        self.message = message
        self.decision = decision
        self.line = line
        self.rulebook = rulebook
        self.language = language
        self.intent = intent
        self.signals = signals
        self.isSensitive = isSensitive
        self.receivedAt = receivedAt
        self.delivery = delivery
        self.replyUntil = replyUntil
        self.gravity = gravity ?? Gravity(decision.priority)
        self.promisedUntil = promisedUntil
    }
}
