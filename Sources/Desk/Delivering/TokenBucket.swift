/// A rate limit that allows bursts: `burst` requests at once, then one every `interval` milliseconds.
///
/// The generic cell rate algorithm (ITU-T I.371): the state is one moment, so that there is nothing to refill.
public struct TokenBucket: Sendable, Hashable {
    /// Milliseconds between two requests in the long run.
    public let interval: Int
    public let burst: Int
    /// When the bucket will be full again, in milliseconds of the clock `take` is given: a monotonic one.
    private var full = Int.min

    public init(interval: Int, burst: Int) {
        self.interval = max(0, interval)
        self.burst = max(1, burst)
    }

    /// Takes one request at `now`; nil when it is allowed, else the milliseconds to wait, and nothing is taken.
    public mutating func take(at now: Int) -> Int? {
        let wait = wait(at: now)
        guard wait == 0 else { return wait }
        full = max(full, now) + interval
        return nil
    }

    /// The milliseconds until a request is allowed. None without an interval, also where two threads read the clock in one
    /// order and ask in the other.
    public func wait(at now: Int) -> Int { interval == 0 ? 0 : max(0, max(full, now) - now - (burst - 1) * interval) }

    /// Gives back a request that was taken and not used.
    public mutating func giveBack() { if full > Int.min { full -= interval } }
}
