public import Desk
internal import GRDB

extension SQLiteStore: Tokens {
    public func add(_ token: AccessToken) async throws(StoreFailure) -> Bool {
        try await group.perform { session in
            guard try TokenRecord.insert(token, session.db) else { return false }
            let detail = "\(token.name): \(token.role.rawValue), \(token.scopeNames.joined(separator: " "))"
            try session.record(.tokenCreated, "token/\(token.selector)", by: token.createdBy, at: token.createdAt, detail: detail)
            return true
        }
    }

    public func token(_ selector: String) async throws(StoreFailure) -> AccessToken? {
        try await read { db in
            var query = try Query(db, "SELECT \(TokenRecord.columns) FROM tokens WHERE selector = ?")
            query.bind(selector)
            return try query.next() ? try TokenRecord.read(query) : nil
        }
    }

    public func tokens() async throws(StoreFailure) -> [AccessToken] {
        try await read { db in
            let query = try Query(db, "SELECT \(TokenRecord.columns) FROM tokens ORDER BY id")
            var tokens: [AccessToken] = []
            while try query.next() { tokens.append(try TokenRecord.read(query)) }
            return tokens
        }
    }

    public func revoke(_ name: String, by colleague: String, at now: Instant) async throws(StoreFailure) -> Bool {
        try await group.perform { session in
            var query = try Query(session.db, "SELECT selector FROM tokens WHERE name = ? AND revoked_at IS NULL")
            query.bind(name)
            guard try query.next() else { return false }
            let selector = query.text(0)
            var change = try Query(session.db, "UPDATE tokens SET revoked_by = ?, revoked_at = ? WHERE selector = ?")
            change.bind(colleague)
            change.bind(now)
            change.bind(selector)
            try change.run()
            try session.record(.tokenRevoked, "token/\(selector)", by: colleague, at: now, detail: name)
            return true
        }
    }

    public func noteUse(of selector: String, at now: Instant) async throws(StoreFailure) {
        try await group.perform { session in
            var query = try Query(
                session.db, "UPDATE tokens SET last_used_at = ?1 WHERE selector = ?2 AND (last_used_at IS NULL OR last_used_at < ?1)")
            query.bind(AccessToken.hour(of: now))
            query.bind(selector)
            try query.run()
        }
    }
}

/// Tokens as rows.
private enum TokenRecord {
    static let columns =
        "selector, name, role, scopes, digest, created_by, created_at, expires_at, revoked_by, revoked_at, last_used_at"

    static func read(_ query: borrowing Query) throws -> AccessToken {
        let scopes = try query.text(3).split(separator: " ").map { name in
            guard let scope = Scope(rawValue: String(name)) else { throw UnknownName(name: String(name)) }
            return scope
        }
        var revocation: AccessToken.Revocation?
        if let name = query.optionalText(8) { revocation = AccessToken.Revocation(by: name, at: query.moment(9)) }
        return AccessToken(
            selector: query.text(0), name: query.text(1), role: try query.choice(2), scopes: Set(scopes), digest: query.bytes(4),
            createdBy: query.text(5), createdAt: query.moment(6), expiresAt: query.optionalMoment(7), revocation: revocation,
            lastUsedAt: query.optionalMoment(10))
    }

    /// False when a token that stands has the name.
    static func insert(_ token: AccessToken, _ db: Database) throws -> Bool {
        var query = try Query(
            db,
            """
            INSERT INTO tokens (selector, name, role, scopes, digest, created_by, created_at, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (name) WHERE revoked_at IS NULL DO NOTHING
            """)
        query.bind(token.selector)
        query.bind(token.name)
        query.bind(token.role.rawValue)
        query.bind(token.scopeNames.joined(separator: " "))
        query.bind(token.digest)
        query.bind(token.createdBy)
        query.bind(token.createdAt)
        query.bind(token.expiresAt)
        try query.run()
        return db.changes > 0
    }
}
