public import Desk
internal import GRDB

extension SQLiteStore: Freezing {
    @discardableResult
    public func freeze(_ freeze: Freeze) async throws(StoreFailure) -> Bool {
        try await group.perform { session in
            if try session.currentFreezes().contains(where: { $0.includes(freeze) }) { return false }
            try session.freeze(freeze)
            return true
        }
    }

    @discardableResult
    public func thaw(_ door: ChannelAccount?, by name: String, at now: Instant) async throws(StoreFailure) -> Bool {
        try await group.perform { session in
            guard try FreezeRecord.end(door, by: name, at: now, session.db) else { return false }
            session.forgetFreezes()
            try session.record(.thawed, Freeze.subject(of: door), by: name, at: now)
            try session.endAlarmsOfThawed(by: name, at: now)
            return true
        }
    }

    public func freezes() async throws(StoreFailure) -> [Freeze] {
        try await read { db in try FreezeRecord.current(db) }
    }
}

extension WriteSession {
    /// Freezes what is not frozen so far; a freeze of the same place that stops less gives way.
    func freeze(_ freeze: Freeze) throws {
        _ = try FreezeRecord.end(freeze.door, by: freeze.by, at: freeze.at, db)
        try FreezeRecord.insert(freeze, db)
        forgetFreezes()
        try record(.frozen, Freeze.subject(of: freeze.door), by: freeze.by, at: freeze.at, detail: freeze.detail)
    }
}
