/// Who let a draft go, and when.
public struct Approval: Sendable, Hashable {
    public let by: String
    public let at: Instant
    public let note: String?
    /// Until here it may be taken back, and its delivery is not due before.
    public let undoUntil: Instant
    /// What the platform knows the delivery by, the same on every try.
    public let delivery: String
    /// When a person must answer all the same, because the reply says no more than that somebody will.
    public let promisedUntil: Instant?

    public init(by: String, at: Instant, note: String?, undoUntil: Instant, delivery: String, promisedUntil: Instant? = nil) {
        self.by = by
        self.at = at
        self.note = note
        self.undoUntil = undoUntil
        self.delivery = delivery
        self.promisedUntil = promisedUntil
    }

    /// Whether no person has read what it lets go.
    public var isUnreviewed: Bool { by == Colleague.rules.name }
}
