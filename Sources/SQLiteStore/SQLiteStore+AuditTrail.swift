internal import Cryptography
public import Desk
internal import GRDB

extension SQLiteStore: AuditTrail {
    public func audit(after sequence: Int64, most: Int) async throws(StoreFailure) -> [AuditRow] {
        try await read { db in
            var query = try Query(db, "SELECT \(AuditRecord.columns) FROM audit_rows WHERE sequence > ? ORDER BY sequence LIMIT ?")
            query.bind(sequence)
            query.bind(most)
            var rows: [AuditRow] = []
            while try query.next() { rows.append(try AuditRecord.read(query)) }
            return rows
        }
    }

    public func verifyAudit() async throws(StoreFailure) -> AuditVerdict {
        try await read { db in
            var chain = AuditChain(sha256: Digest.sha256)
            let rows = try Query(db, "SELECT \(AuditRecord.columns) FROM audit_rows ORDER BY sequence")
            while try rows.next() {
                let row = try AuditRecord.read(rows)
                if let fault = chain.follow(row) { return .broken(at: row.sequence, fault) }
            }
            // Decisions in the order of their messages, which is that of their rows.
            let lines = try Query(
                db,
                """
                SELECT r.sequence, r.digest, r.salt, m.line FROM messages m JOIN audit_rows r ON r.sequence = m.audit
                WHERE m.line IS NOT NULL AND r.salt IS NOT NULL ORDER BY m.id
                """)
            let reader = LineReader(db)
            while try lines.next() {
                // A line that cannot be read any more is no other than one that was changed.
                let line = try? reader.line(lines, 3)
                guard let line, chain.isDigest(lines.bytes(1), of: line, salt: lines.bytes(2)) else {
                    return .broken(at: lines.number(0), .decision)
                }
            }
            return .whole(rows: chain.sequence, head: chain.hash)
        }
    }
}
