/// What stands around the answer in a draft.
public enum ReplyFrame: String, Sendable, Hashable, CaseIterable {
    /// All its parts, each its own paragraph in private.
    case full
    /// Greeting, answer, request and the signature of public replies, on one line: for text messages.
    case short
}
