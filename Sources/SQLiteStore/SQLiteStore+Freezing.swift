public import Desk
internal import GRDB

extension SQLiteStore: Freezing {
    public func freeze(_ freeze: Freeze) async throws(StoreFailure) {
        try await group.perform { session in
            if try session.isFrozen() { return }
            var query = try Query(session.db, "INSERT INTO freezes (frozen_by, frozen_at, reason) VALUES (?, ?, ?)")
            query.bind(freeze.by)
            query.bind(freeze.at)
            query.bind(freeze.reason)
            try query.run()
            session.forgetFreeze()
            try session.record(.frozen, "desk", by: freeze.by, at: freeze.at, detail: freeze.reason)
        }
    }

    @discardableResult
    public func thaw(by name: String, at now: Instant) async throws(StoreFailure) -> Bool {
        try await group.perform { session in
            var query = try Query(session.db, "UPDATE freezes SET thawed_by = ?, thawed_at = ? WHERE thawed_at IS NULL")
            query.bind(name)
            query.bind(now)
            try query.run()
            if session.db.changes == 0 { return false }
            session.forgetFreeze()
            try session.record(.thawed, "desk", by: name, at: now)
            return true
        }
    }

    public func currentFreeze() async throws(StoreFailure) -> Freeze? {
        try await read { db in
            let query = try Query(db, "SELECT frozen_by, frozen_at, reason FROM freezes WHERE thawed_at IS NULL")
            return try query.next() ? Freeze(by: query.text(0), at: query.moment(1), reason: query.text(2)) : nil
        }
    }
}
