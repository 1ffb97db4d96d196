/// That somebody will answer, as a reply says it.
public struct Promise: Sendable, Hashable {
    /// When a person must have answered, counted from when the reply is let go.
    public let until: Instant
    /// What is held against the reply, where its words name another time.
    public let finding: DraftFinding?

    public init(until: Instant, finding: DraftFinding? = nil) {
        self.until = until
        self.finding = finding
    }
}
