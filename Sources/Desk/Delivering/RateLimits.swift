/// How fast each account of each channel may be called.
public struct RateLimits: Sendable {
    /// Limits of one channel's accounts.
    public struct Limit: Sendable, Hashable {
        /// Milliseconds between two requests in the long run.
        public let interval: Int
        public let burst: Int

        public init(interval: Int, burst: Int) {
            self.interval = interval
            self.burst = burst
        }
    }

    private let limits: [String: Limit]
    private let accounts: [ChannelAccount: Limit]
    private let fallback: Limit
    private var buckets: [ChannelAccount: TokenBucket] = [:]

    /// - Parameters:
    ///   - limits: By channel.
    ///   - accounts: Of single accounts, before that of their channel.
    ///   - fallback: For every other channel: ten a second.
    public init(
        _ limits: [String: Limit] = [:], accounts: [ChannelAccount: Limit] = [:], fallback: Limit = Limit(interval: 100, burst: 10)
    ) {
        self.limits = limits
        self.accounts = accounts
        self.fallback = fallback
    }

    /// Takes one request of `account` at `now`; nil when it is allowed, else the milliseconds to wait.
    public mutating func take(_ account: ChannelAccount, at now: Int) -> Int? { self[account].take(at: now) }

    public mutating func giveBack(_ account: ChannelAccount) { self[account].giveBack() }

    /// The accounts that may not be called at `now`, and the milliseconds until each may.
    public func withheld(at now: Int) -> [ChannelAccount: Int] {
        buckets.mapValues { $0.wait(at: now) }.filter { $0.value > 0 }
    }

    private subscript(_ account: ChannelAccount) -> TokenBucket {
        get {
            let limit = accounts[account] ?? limits[account.channel] ?? fallback
            return buckets[account] ?? TokenBucket(interval: limit.interval, burst: limit.burst)
        }
        set { buckets[account] = newValue }
    }
}
