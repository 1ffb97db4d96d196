/// The chained record of what was done.
public protocol AuditTrail: Sendable {
    /// Rows after `sequence`, oldest first.
    func audit(after sequence: Int64, most: Int) async throws(StoreFailure) -> [AuditRow]

    /// Reads the whole chain, and what is kept beside it, against its hashes.
    func verifyAudit() async throws(StoreFailure) -> AuditVerdict
}
