/// What reading the audit trail against its hashes came to.
public enum AuditVerdict: Sendable, Hashable {
    /// Every row follows from the one before, and what is kept beside them is what it was.
    case whole(rows: Int64, head: [UInt8])
    /// The first row that does not.
    case broken(at: Int64, Fault)

    public enum Fault: String, Sendable, Hashable, CaseIterable {
        /// A row is missing or out of its place.
        case missing
        /// The row is not what it was.
        case changed
        /// The words kept with it are not those that were recorded.
        case detail
        /// The decision kept with the message is not the one that was made.
        case decision
    }
}
