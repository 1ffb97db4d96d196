/// What the courier asks of a platform's account: the request that delivers a reply, and what its answer means. Pure.
public protocol ReplyChannel: Sendable {
    func plan(_ reply: OutgoingReply, now: Instant) -> ReplyPlan
    func classify(_ answer: OutgoingAnswer) -> DeliveryOutcome
}

/// How a reply would leave, or why it will not.
public enum ReplyPlan: Sendable, Hashable {
    case request(OutgoingRequest)
    /// Not this reply: too long, too late, or addressed to nobody.
    case refused(code: String, words: String)
    /// No reply at all, until a person has mended the account's settings.
    case paused(cause: String)
}
