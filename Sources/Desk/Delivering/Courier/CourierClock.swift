/// The times a courier lives by.
public struct CourierClock: Sendable {
    /// The time of day, for the outbox and for platforms.
    public let now: @Sendable () -> Instant
    /// Milliseconds of a clock that only goes forward, for rate limits.
    public let ticks: @Sendable () -> Int
    /// Returns after so many milliseconds, or when its task is cancelled.
    public let sleep: @Sendable (_ milliseconds: Int) async -> Void

    public init(
        now: @escaping @Sendable () -> Instant, ticks: @escaping @Sendable () -> Int, sleep: @escaping @Sendable (Int) async -> Void
    ) {
        self.now = now
        self.ticks = ticks
        self.sleep = sleep
    }
}
