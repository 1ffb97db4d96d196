/// Stops what leaves unreviewed, in a crisis.
public protocol Freezing: Sendable {
    /// Freezes the desk: from here on nothing leaves that no person has read. The first freeze's story is kept.
    func freeze(_ freeze: Freeze) async throws(StoreFailure)
    /// False when it was not frozen.
    @discardableResult
    func thaw(by name: String, at now: Instant) async throws(StoreFailure) -> Bool
    func currentFreeze() async throws(StoreFailure) -> Freeze?
}

/// Who froze the desk, when and why.
public struct Freeze: Sendable, Hashable {
    public let by: String
    public let at: Instant
    public let reason: String

    public init(by name: String, at now: Instant, reason: String) {
        self.by = name
        self.at = now
        self.reason = reason
    }
}
