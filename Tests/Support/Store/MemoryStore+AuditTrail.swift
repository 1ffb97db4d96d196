internal import Cryptography
package import Desk
internal import Synchronization

extension MemoryStore: AuditTrail {
    package func audit(after sequence: Int64, most: Int) async -> [AuditRow] {
        state.withLock { Array($0.rows.drop { $0.sequence <= sequence }.prefix(most)) }
    }

    package func verifyAudit() async -> AuditVerdict {
        state.withLock { state in
            var chain = AuditChain(sha256: Digest.sha256)
            for row in state.rows {
                if let fault = chain.follow(row) { return .broken(at: row.sequence, fault) }
                guard row.action == .received || row.action == .messageEdited, let salt = row.salt,
                    let line = state.entries.first(where: { $0.audit == row.sequence })?.line
                else { continue }
                if !chain.isDigest(row.digest, of: line, salt: salt) { return .broken(at: row.sequence, .decision) }
            }
            return .whole(rows: chain.sequence, head: chain.hash)
        }
    }
}
