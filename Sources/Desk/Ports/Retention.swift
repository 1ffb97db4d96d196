/// Forgets what is older than the house keeps it.
public protocol Retention: Sendable {
    /// Removes what has passed its time, of messages whose case no longer waits. Figures, counts and the audit chain stay.
    func retain(_ terms: RetentionTerms, by name: String, at now: Instant) async throws(StoreFailure) -> RetentionReport
}

/// How long each class of data is kept.
public struct RetentionTerms: Sendable, Hashable {
    /// Payloads as channels sent them.
    public var rawDays: Int
    /// What people wrote and who they are: messages, drafts, notes, evidence.
    public var textDays: Int

    public init(rawDays: Int = 30, textDays: Int = 365) {
        self.rawDays = rawDays
        self.textDays = textDays
    }
}

/// What was removed.
public struct RetentionReport: Sendable, Hashable {
    public let payloads: Int
    public let messages: Int
    public let drafts: Int

    public init(payloads: Int, messages: Int, drafts: Int) {
        self.payloads = payloads
        self.messages = messages
        self.drafts = drafts
    }
}
