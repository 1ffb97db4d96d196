public import Desk
internal import GRDB

extension SQLiteStore: Watching {
    public func complaints(in windows: [Range<Instant>]) async throws(StoreFailure) -> [[ComplaintTopic: Int]] {
        try await read { db in try windows.map { try ComplaintRecord.counts(in: $0, db) } }
    }

    public func beginning() async throws(StoreFailure) -> Instant? {
        try await read { db in
            let firsts = ["SELECT min(at) FROM complaints", "SELECT received_at FROM messages ORDER BY id LIMIT 1"]
            return try firsts.compactMap { sql in
                let query = try Query(db, sql)
                return try query.next() ? query.optionalMoment(0) : nil
            }.min()
        }
    }

    public func lastAlarms(of topics: Set<ComplaintTopic>) async throws(StoreFailure) -> [ComplaintTopic: Alarm] {
        try await read { db in
            var last: [ComplaintTopic: Alarm] = [:]
            for topic in topics { last[topic] = try AlarmRecord.last(of: topic, db) }
            return last
        }
    }

    public func alarms() async throws(StoreFailure) -> [Alarm] { try await read { db in try AlarmRecord.standing(db) } }

    @discardableResult
    public func ring(_ alarm: Alarm, after last: Int64?) async throws(StoreFailure) -> Bool {
        try await group.perform { session in
            if let known = try AlarmRecord.last(of: alarm.topic, session.db) {
                guard known.number == last else { return false }
                _ = try AlarmRecord.end(known.number, by: Alarm.name, at: alarm.at, session.db)
            }
            try AlarmRecord.insert(alarm, session.db)
            try session.record(.alarmRang, Freeze.subject(of: alarm.topic.door), by: Alarm.name, at: alarm.at, detail: alarm.words)
            if !(try session.currentFreezes().stopsUnreviewed(alarm.topic.door)) { try session.freeze(alarm.freeze) }
            return true
        }
    }

    @discardableResult
    public func endAlarm(_ number: Int64, by name: String, at now: Instant) async throws(StoreFailure) -> Bool {
        try await group.perform { session in
            guard let alarm = try AlarmRecord.standing(session.db).first(where: { $0.number == number }) else { return false }
            try session.end(alarm, by: name, at: now)
            return true
        }
    }
}

extension WriteSession {
    func end(_ alarm: Alarm, by name: String, at now: Instant) throws {
        _ = try AlarmRecord.end(alarm.number, by: name, at: now, db)
        try record(.alarmEnded, Freeze.subject(of: alarm.topic.door), by: name, at: now, detail: alarm.words)
    }

    /// Ends the alarms of accounts that nothing freezes any more.
    func endAlarmsOfThawed(by name: String, at now: Instant) throws {
        let freezes = try currentFreezes()
        for alarm in try AlarmRecord.standing(db) where !freezes.stopsUnreviewed(alarm.topic.door) { try end(alarm, by: name, at: now) }
    }
}
