/// A colleague's hold on a case: for a while, where they took it; until they let go of it, where it was given to them.
public struct Claim: Sendable, Hashable {
    public let by: String
    /// nil where it has no end.
    public let until: Instant?

    public init(by: String, until: Instant?) {
        self.by = by
        self.until = until
    }

    public func isLive(at now: Instant) -> Bool { until.map { now < $0 } ?? true }

    /// Seconds left, 0 when it is over; nil where it has no end.
    public func remaining(at now: Instant) -> Int? { until.map { max(0, $0.seconds - now.seconds) } }
}
