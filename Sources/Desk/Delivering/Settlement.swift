/// What a try comes to, as the outbox records it.
public enum Settlement: Sendable, Hashable {
    case sent(externalIds: [String])
    case refused(code: String, words: String)
    /// Tried again from `until` on.
    case waiting(until: Instant, cause: String)
    /// As `waiting`, and the attempt that was counted is taken back: not a byte had left.
    case notSent(until: Instant, cause: String)
    case exhausted(cause: String)
    case unknown(cause: String)
    /// The delivery waits, and its account is paused until a person resumes it.
    case paused(cause: String)
}

extension Settlement {
    /// Bounded, so that it can label a figure.
    public var label: String {
        switch self {
        case .sent: "sent"
        case .refused: "refused"
        case .waiting: "waiting"
        case .notSent: "not_sent"
        case .exhausted: "exhausted"
        case .unknown: "unknown"
        case .paused: "paused"
        }
    }
}
