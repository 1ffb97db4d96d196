internal import Desk
internal import GRDB

/// Sessions of the people who work by a browser.
enum SessionRecord {
    static func read(_ digest: [UInt8], _ db: Database) throws -> Session? {
        var query = try Query(
            db,
            """
            SELECT \(UserRecord.columns), s.opened_at, s.used_at FROM sessions s JOIN users u ON u.id = s.user_id WHERE s.digest = ?
            """)
        query.bind(digest)
        return try query.next() ? Session(user: try UserRecord.read(query), openedAt: query.moment(6), usedAt: query.moment(7)) : nil
    }

    static func insert(_ session: NewSession, at now: Instant, _ db: Database) throws {
        var query = try Query(db, "INSERT INTO sessions (digest, user_id, opened_at, used_at) VALUES (?1, ?2, ?3, ?3)")
        query.bind(session.digest)
        query.bind(session.user)
        query.bind(now)
        try query.run()
    }

    static func noteUse(of digest: [UInt8], at now: Instant, _ db: Database) throws {
        var query = try Query(db, "UPDATE sessions SET used_at = max(used_at, ?) WHERE digest = ?")
        query.bind(now)
        query.bind(digest)
        try query.run()
    }

    static func lastUses(_ db: Database) throws -> [Int64: Instant] {
        let query = try Query(db, "SELECT user_id, max(used_at) FROM sessions GROUP BY user_id")
        var uses: [Int64: Instant] = [:]
        while try query.next() { uses[query.number(0)] = query.moment(1) }
        return uses
    }

    static func delete(_ digest: [UInt8], _ db: Database) throws {
        var query = try Query(db, "DELETE FROM sessions WHERE digest = ?")
        query.bind(digest)
        try query.run()
    }

    static func delete(of user: Int64, _ db: Database) throws -> Int {
        var query = try Query(db, "DELETE FROM sessions WHERE user_id = ?")
        query.bind(user)
        try query.run()
        return db.changes
    }

    static func forget(before limit: Instant, _ db: Database) throws {
        var query = try Query(db, "DELETE FROM sessions WHERE used_at < ?")
        query.bind(limit)
        try query.run()
    }
}
