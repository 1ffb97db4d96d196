/// What a colleague wrote for colleagues.
public struct CaseNote: Sendable, Hashable {
    public let by: String
    public let at: Instant
    /// nil once it has been erased or its time has passed.
    public let text: String?

    public init(by: String, at: Instant, text: String?) {
        self.by = by
        self.at = at
        self.text = text
    }
}
