/// An approved reply's way out, and how far it has come.
///
/// Identifiers are the store's own row numbers (`Int64`: SQLite's row id, PostgreSQL's `bigint`). What platforms see is
/// `reply.delivery`, a random text made at approval: row numbers come again after a restore from a backup, and a platform
/// that had seen one would take a new reply for an old one.
public struct Delivery: Sendable, Hashable {
    /// Grows with the order of approval.
    public let id: Int64
    public let caseID: Int64
    public let draftID: Int64
    public let approvalID: Int64
    public let reply: OutgoingReply
    public let state: DeliveryState
    /// Tries that may have reached the platform.
    public let attempts: Int
    /// When it was approved, or last sent on its way again by a person.
    public let queuedAt: Instant
    /// Not to be tried before: the end of the undo window, then of each wait.
    public let dueAt: Instant
    /// Not to be tried from here on: `queuedAt` and three days, or the end of the platform's reply window, whichever is first.
    public let expires: Instant

    public init(
        id: Int64, caseID: Int64, draftID: Int64, approvalID: Int64, reply: OutgoingReply, state: DeliveryState, attempts: Int,
        queuedAt: Instant, dueAt: Instant, expires: Instant
    ) {
        self.id = id
        self.caseID = caseID
        self.draftID = draftID
        self.approvalID = approvalID
        self.reply = reply
        self.state = state
        self.attempts = attempts
        self.queuedAt = queuedAt
        self.dueAt = dueAt
        self.expires = expires
    }

    /// How long a delivery is tried before it is a dead letter: three days.
    public static let patience = 3 * 86400

    /// When a delivery put on its way at `queuedAt` is no longer tried.
    public static func expiry(queuedAt: Instant, replyUntil: Instant?) -> Instant {
        let end = Instant(seconds: queuedAt.seconds + patience)
        return min(end, replyUntil ?? end)
    }
}
