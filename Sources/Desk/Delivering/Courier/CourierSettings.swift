/// How a courier works.
public struct CourierSettings: Sendable {
    /// Names the process in leases and in the audit trail.
    public var worker: String
    /// Requests under way at once, in all and for one account.
    public var concurrency = 16
    public var perAccount = 4
    /// How long a lease runs. Longer than the transport's total timeout, so that none ends while its request is under way.
    public var leaseSeconds = 60
    /// The longest rest between two looks into the outbox, in milliseconds.
    public var poll = 1_000
    /// How often a store that fails is asked to take what a try came to, over some fifteen seconds.
    public var settlingTries = 12
    public var schedule = RetrySchedule()
    public var limits = RateLimits()

    public init(worker: String) { self.worker = worker }
}
