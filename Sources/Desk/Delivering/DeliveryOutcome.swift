/// How one try to deliver ended.
public enum DeliveryOutcome: Sendable, Hashable {
    /// The platform took it; the ids it gave, so that its echo is not taken for a new message.
    case sent(externalIds: [String])
    /// It will never take it; its own words, shortened.
    case refused(code: String, words: String)
    /// Nothing was delivered and a later try may succeed; the seconds it asked to wait, if it did.
    case retry(after: Int?, cause: String)
    /// The request was written and not answered, without idempotency: a person decides.
    case unknown(cause: String)
    /// The account's credentials no longer hold: nothing more leaves by it until a person has mended them.
    case paused(cause: String)
}
