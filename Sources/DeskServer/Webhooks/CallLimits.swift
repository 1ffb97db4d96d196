import Desk
import Synchronization

/// How often each account may call.
final class CallLimits: Sendable {
    private let limits: Mutex<RateLimits>

    /// - Parameter perMinute: Above 60,000 there is no limit: the clock counts milliseconds.
    init(perMinute: Int) {
        let limit = RateLimits.Limit(interval: 60_000 / max(1, perMinute), burst: max(1, perMinute / 60))
        limits = Mutex(RateLimits(fallback: limit))
    }

    /// Takes one call; nil when it is allowed, else the milliseconds to wait.
    func take(_ account: ChannelAccount, at ticks: Int) -> Int? { limits.withLock { $0.take(account, at: ticks) } }
}
