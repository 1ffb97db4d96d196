/// What the rules write when a colleague says what the customer wants.
public struct Redraft: Sendable, Hashable {
    public let intent: String
    public let draft: Draft
    /// Whether the intent calls for a second reader.
    public let isSensitive: Bool

    public init(intent: String, draft: Draft, isSensitive: Bool) {
        self.intent = intent
        self.draft = draft
        self.isSensitive = isSensitive
    }
}
