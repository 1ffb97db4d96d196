/// What a try comes to, as the outbox records it.
public enum Settlement: Sendable, Hashable {
    case sent(externalIds: [String])
    case refused(code: String, words: String)
    /// Tried again at `at`.
    case waiting(until: Instant, cause: String)
    case exhausted(cause: String)
    case unknown(cause: String)
    /// The delivery waits, and its account is paused until a person resumes it.
    case paused(cause: String)
}
