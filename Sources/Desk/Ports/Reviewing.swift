/// Lets colleagues act on cases.
public protocol Reviewing: Sendable {
    /// Applies one change as `Case.review` has it, with its audit row; an approval and its delivery are one.
    ///
    /// A refusal is a result: nothing was changed then. A stale change comes back with both texts: its own, or the draft of
    /// the version it saw, and the draft of now.
    func review(_ change: ReviewChange) async throws(StoreFailure) -> Result<Case, ReviewRefusal>
}

/// What a colleague asks of a case, and what they saw of it. However it was asked for, secrets in its notes and reasons are masked.
public struct ReviewChange: Sendable, Hashable {
    public let number: Int64
    /// The version seen; nil only where the action needs none.
    public let version: Int?
    public let action: ReviewAction
    public let by: Colleague
    public let at: Instant

    public init(_ number: Int64, version: Int? = nil, _ action: ReviewAction, by colleague: Colleague, at now: Instant) {
        self.number = number
        self.version = version
        self.action = action.masked
        self.by = colleague
        self.at = now
    }
}
