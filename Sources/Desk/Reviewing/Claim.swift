/// A colleague's hold on a case, for a while.
public struct Claim: Sendable, Hashable {
    public let by: String
    public let until: Instant

    public init(by: String, until: Instant) {
        self.by = by
        self.until = until
    }

    public func isLive(at now: Instant) -> Bool { now < until }

    /// Seconds left; 0 when it is over.
    public func remaining(at now: Instant) -> Int { max(0, until.seconds - now.seconds) }
}
