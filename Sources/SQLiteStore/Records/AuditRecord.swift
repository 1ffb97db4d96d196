internal import Desk
internal import GRDB

/// Rows of the audit trail.
enum AuditRecord {
    static let columns = "sequence, at, actor, action, subject, detail, salt, digest, hash"

    static func read(_ query: borrowing Query) throws -> AuditRow {
        AuditRow(
            sequence: query.number(0), at: query.moment(1), actor: query.text(2), action: try query.choice(3), subject: query.text(4),
            detail: query.optionalText(5), salt: query.optionalBytes(6), digest: query.bytes(7), hash: query.bytes(8))
    }

    static func insert(_ row: AuditRow, _ session: WriteSession) throws {
        var query = try session.query(
            """
            INSERT INTO audit_rows (sequence, at, actor, action, subject, detail, salt, digest, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        query.bind(row.sequence)
        query.bind(row.at)
        query.bind(row.actor)
        query.bind(row.action.rawValue)
        query.bind(row.subject)
        query.bind(row.detail)
        query.bind(row.salt)
        query.bind(row.digest)
        query.bind(row.hash)
        try query.run()
    }

    /// The end of the chain.
    static func head(_ db: Database) throws -> (sequence: Int64, hash: [UInt8])? {
        let query = try Query(db, "SELECT sequence, hash FROM audit_rows ORDER BY sequence DESC LIMIT 1")
        return try query.next() ? (query.number(0), query.bytes(1)) : nil
    }
}
