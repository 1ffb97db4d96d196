/// The right to try one delivery, for a while.
///
/// `number` fences: each claim of a delivery gets the next, and only the holder of the last may write or settle.
public struct Lease: Sendable, Hashable {
    public let delivery: Int64
    /// 1 at the first claim of the delivery, then one more at each.
    public let number: Int
    /// Names the process that holds it, for people who look.
    public let worker: String
    public let since: Instant
    public let until: Instant
    /// Whether a byte of the request may have left, and whether sending it twice would act once; nil before.
    public let writing: Writing?

    public init(delivery: Int64, number: Int, worker: String, since: Instant, until: Instant, writing: Writing? = nil) {
        self.delivery = delivery
        self.number = number
        self.worker = worker
        self.since = since
        self.until = until
        self.writing = writing
    }

    public enum Writing: String, Sendable, Hashable, CaseIterable {
        case idempotent, once
    }

    /// Whether the lease is over. A clock that was moved back ends it as well, once it is further back than the lease is
    /// long, so that no lease outlives its length twice.
    public func isOver(at now: Instant) -> Bool {
        now >= until || now.seconds < since.seconds - (until.seconds - since.seconds)
    }
}
