internal import Desk
internal import GRDB

/// The people who work by a browser.
enum UserRecord {
    static let columns = "u.id, u.name, u.role, u.team, u.password, u.disabled_at"

    static func read(_ query: borrowing Query, at start: Int32 = 0) throws -> User {
        let text = query.text(start + 1)
        guard let name = UserName(text) else { throw UnknownName(name: "a user's name") }
        return User(
            id: query.number(start), name: name, role: try query.choice(start + 2),
            team: query.isNull(start + 3) ? nil : try query.choice(start + 3), password: query.text(start + 4),
            isDisabled: !query.isNull(start + 5))
    }

    static func all(_ db: Database) throws -> [User] {
        let query = try Query(db, "SELECT \(columns) FROM users u ORDER BY name_key")
        var users: [User] = []
        while try query.next() { users.append(try read(query)) }
        return users
    }

    static func read(_ name: UserName, _ db: Database) throws -> User? {
        var query = try Query(db, "SELECT \(columns) FROM users u WHERE name_key = ?")
        query.bind(name.key)
        return try query.next() ? try read(query) : nil
    }

    static func name(_ id: Int64, _ db: Database) throws -> String {
        var query = try Query(db, "SELECT name FROM users WHERE id = ?")
        query.bind(id)
        return try query.next() ? query.text(0) : "user/\(id)"
    }

    /// Managers who may sign in.
    static func managers(_ db: Database) throws -> Int {
        let query = try Query(db, "SELECT count(*) FROM users WHERE role = 'manager' AND disabled_at IS NULL")
        return try query.next() ? query.int(0) : 0
    }

    static func insert(_ user: NewUser, at now: Instant, _ db: Database) throws -> Int64 {
        var query = try Query(
            db, "INSERT INTO users (name, name_key, role, team, password, added_at) VALUES (?, ?, ?, ?, ?, ?)")
        query.bind(user.name.text)
        query.bind(user.name.key)
        query.bind(user.role.rawValue)
        query.bind(user.team?.rawValue)
        query.bind(user.password)
        query.bind(now)
        try query.run()
        return db.lastInsertedRowID
    }

    static func change(_ id: Int64, _ change: UserChange, at now: Instant, _ db: Database) throws {
        switch change {
        case .role(let role): try set("role = ?1", role.rawValue, of: id, db)
        case .team(let team): try set("team = ?1", team?.rawValue, of: id, db)
        case .password(let text): try set("password = ?1", text, of: id, db)
        case .disabled(let isDisabled):
            var query = try Query(db, "UPDATE users SET disabled_at = ? WHERE id = ?")
            query.bind(isDisabled ? now : nil)
            query.bind(id)
            try query.run()
        }
    }

    private static func set(_ column: String, _ value: String?, of id: Int64, _ db: Database) throws {
        var query = try Query(db, "UPDATE users SET \(column) WHERE id = ?2")
        query.bind(value)
        query.bind(id)
        try query.run()
    }
}

/// Their sessions.
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

/// Wrong passwords, by the digest of the name they were given for.
enum FailureRecord {
    static func read(_ digest: [UInt8], _ db: Database) throws -> SignInFailures? {
        var query = try Query(db, "SELECT failures, since, locked_until FROM sign_in_failures WHERE digest = ?")
        query.bind(digest)
        return try query.next()
            ? SignInFailures(count: query.int(0), since: query.moment(1), lockedUntil: query.optionalMoment(2)) : nil
    }

    static func write(_ failures: SignInFailures, _ digest: [UInt8], _ db: Database) throws {
        var query = try Query(
            db, "INSERT OR REPLACE INTO sign_in_failures (digest, failures, since, locked_until) VALUES (?, ?, ?, ?)")
        query.bind(digest)
        query.bind(max(1, failures.count))
        query.bind(failures.since)
        query.bind(failures.lockedUntil)
        try query.run()
    }

    static func delete(_ digest: [UInt8], _ db: Database) throws {
        var query = try Query(db, "DELETE FROM sign_in_failures WHERE digest = ?")
        query.bind(digest)
        try query.run()
    }

    static func forget(before limit: Instant, _ db: Database) throws {
        var query = try Query(
            db, "DELETE FROM sign_in_failures WHERE since < ?1 AND (locked_until IS NULL OR locked_until < ?1)")
        query.bind(limit)
        try query.run()
    }
}

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
