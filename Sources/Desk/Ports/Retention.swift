/// Forgets what is older than the house keeps it.
public protocol Retention: Sendable {
    /// Removes what has passed its time, of messages whose case no longer waits. Figures, counts and the audit chain stay.
    func retain(_ terms: RetentionTerms, by name: String, at now: Instant) async throws(StoreFailure) -> RetentionReport
}

/// How long things are kept.
public struct RetentionTerms: Sendable, Hashable {
    /// Days of what people wrote and who they are: messages, drafts, notes, evidence.
    public var textDays: Int

    public init(textDays: Int = 365) { self.textDays = textDays }
}

/// What was removed.
public struct RetentionReport: Sendable, Hashable {
    public let messages: Int
    public let drafts: Int

    public init(messages: Int, drafts: Int) {
        self.messages = messages
        self.drafts = drafts
    }
}
