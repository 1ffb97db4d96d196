internal import Desk
internal import GRDB

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
