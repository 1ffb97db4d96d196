/// Stops what leaves, in a crisis: of the whole desk, or of one account.
public protocol Freezing: Sendable {
    /// Freezes the desk or an account; what leaves is asked again before its first byte.
    ///
    /// The first freeze's story is kept, unless this one stops more. False when it changed nothing.
    @discardableResult
    func freeze(_ freeze: Freeze) async throws(StoreFailure) -> Bool

    /// Ends the freeze of an account, or of the desk where `door` is nil, and the alarms of accounts that nothing freezes any more.
    /// False when there was none.
    @discardableResult
    func thaw(_ door: ChannelAccount?, by name: String, at now: Instant) async throws(StoreFailure) -> Bool

    /// What is frozen, oldest first.
    func freezes() async throws(StoreFailure) -> [Freeze]
}

/// Who froze what, when and why; secrets in the reason are masked.
public struct Freeze: Sendable, Hashable {
    public let by: String
    public let at: Instant
    public let reason: String
    /// The account; nil for the whole desk.
    public let door: ChannelAccount?
    public let reach: Reach

    /// How much a freeze stops.
    public enum Reach: String, Sendable, Hashable, CaseIterable {
        /// What no person has read; replies that people approve still leave.
        case unreviewed
        /// Every reply: what is approved waits until the freeze ends.
        case everything
    }

    public init(by name: String, at now: Instant, reason: String, door: ChannelAccount? = nil, reach: Reach = .unreviewed) {
        self.by = name
        self.at = now
        self.reason = SecretMask.masking(reason)
        self.door = door
        self.reach = reach
    }

    /// Whether it stops all that `other` would, at the same place.
    public func includes(_ other: Freeze) -> Bool { door == other.door && (reach == other.reach || reach == .everything) }

    /// What its audit row says.
    public var detail: String { "\(reach.rawValue): \(reason)" }

    /// What audit rows call the place.
    public static func subject(of door: ChannelAccount?) -> String { door.map { "account/\($0.channel)/\($0.account)" } ?? "desk" }

    func covers(_ account: ChannelAccount) -> Bool { door == nil || door == account }
}

extension Sequence<Freeze> {
    /// Whether what no person has read may not leave by `account`.
    public func stopsUnreviewed(_ account: ChannelAccount) -> Bool { contains { $0.covers(account) } }

    /// Whether nothing at all may leave by `account`.
    public func holds(_ account: ChannelAccount) -> Bool { contains { $0.reach == .everything && $0.covers(account) } }
}
