internal import Desk
internal import GRDB

/// The link that makes the first manager: one at most.
enum InvitationRecord {
    static func replace(with digest: [UInt8]?, until: Instant, _ db: Database) throws {
        try db.execute(sql: "DELETE FROM invitations")
        guard let digest else { return }
        var query = try Query(db, "INSERT INTO invitations (digest, until) VALUES (?, ?)")
        query.bind(digest)
        query.bind(until)
        try query.run()
    }

    static func holds(_ digest: [UInt8], at now: Instant, _ db: Database) throws -> Bool {
        var query = try Query(db, "SELECT 1 FROM invitations WHERE digest = ? AND until > ?")
        query.bind(digest)
        query.bind(now)
        return try query.next()
    }
}
