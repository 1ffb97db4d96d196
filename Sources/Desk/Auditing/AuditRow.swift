/// One step that was taken, chained to the one before.
public struct AuditRow: Sendable, Hashable {
    /// From 1, without gaps.
    public let sequence: Int64
    public let at: Instant
    public let actor: String
    public let action: AuditAction
    /// What it was done to, such as `case/42`: numbers of the store, never a customer's.
    public let subject: String
    /// Words that belong to the step; nil where there are none, and once they have been erased.
    public let detail: String?
    /// What the digest was salted with; erased with the detail, so that nobody can try words against it.
    public let salt: [UInt8]?
    /// SHA-256 of salt and detail, or of salt and the decision's line.
    public let digest: [UInt8]
    /// SHA-256 of the hash before and all of this but detail and salt.
    public let hash: [UInt8]

    public init(
        sequence: Int64, at: Instant, actor: String, action: AuditAction, subject: String, detail: String?, salt: [UInt8]?,
        digest: [UInt8], hash: [UInt8]
    ) {
        self.sequence = sequence
        self.at = at
        self.actor = actor
        self.action = action
        self.subject = subject
        self.detail = detail
        self.salt = salt
        self.digest = digest
        self.hash = hash
    }
}
