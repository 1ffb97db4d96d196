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
