public import Desk
internal import GRDB

extension SQLiteStore: Outbox {
    public func claim(_ claim: DeliveryClaim, now: Instant) async throws -> [Delivery] {
        try await group.perform { session in
            try session.endLeases(at: now)
            return try session.claim(claim, at: now)
        }
    }

    public func markWriting(_ lease: Lease, _ writing: Lease.Writing, until: Instant, now: Instant) async throws -> WritingPermit {
        try await group.perform { session in
            guard let entry = try DeliveryRecord.read(lease.delivery, session.db), entry.holds(lease, at: now) else { return .lost }
            switch try session.verdict(on: entry.delivery) {
            case .falls(let fall):
                try session.change(entry, by: lease.worker, at: now) { $0.cancel(fall) }
                return .cancelled(fall)
            case .waits:
                try session.change(entry, by: lease.worker, at: now) { _ = $0.release(lease, dueAt: now) }
                return .held
            case .stands:
                var written = lease
                try session.change(entry, by: lease.worker, at: now) { written = $0.markWriting(lease, writing, until: until) }
                return .granted(written)
            }
        }
    }

    @discardableResult
    public func settle(_ lease: Lease, _ settlement: Settlement, now: Instant) async throws -> Bool {
        try await group.perform { session in
            guard let entry = try DeliveryRecord.read(lease.delivery, session.db) else { return false }
            var isTaken = false
            try session.change(entry, by: lease.worker, at: now) { isTaken = $0.settle(lease, settlement, at: now) }
            if isTaken, case .paused(let cause) = settlement {
                try session.pause(entry.delivery.reply.door, cause, by: lease.worker, at: now)
            }
            return isTaken
        }
    }

    @discardableResult
    public func release(_ lease: Lease, dueAt: Instant, now: Instant) async throws -> Bool {
        try await group.perform { session in
            guard let entry = try DeliveryRecord.read(lease.delivery, session.db) else { return false }
            var isTaken = false
            try session.change(entry, by: lease.worker, at: now) { isTaken = $0.release(lease, dueAt: dueAt) }
            return isTaken
        }
    }

    @discardableResult
    public func endLeases(now: Instant) async throws -> Int {
        try await group.perform { session in try session.endLeases(at: now) }
    }

    public func nextDue(except withheld: Set<ChannelAccount>) async throws -> Instant? {
        try await read { db in
            let shut = ShutDoors(try FreezeRecord.current(db), and: try PauseRecord.accounts(db).union(withheld))
            var query = try Query(
                db,
                """
                SELECT min(at) FROM (
                    SELECT * FROM (
                        SELECT o.due_at AS at FROM deliveries o INDEXED BY deliveries_due
                        WHERE o.state IN ('queued', 'waiting') AND NOT \(shut.passesOver)
                        ORDER BY o.due_at, o.id LIMIT 1)
                    UNION ALL SELECT min(max(o.due_at, o.expires)) FROM deliveries o INDEXED BY deliveries_due
                    WHERE o.state IN ('queued', 'waiting') AND \(shut.isEmpty ? "FALSE" : "TRUE")
                    UNION ALL SELECT min(lease_until) FROM deliveries INDEXED BY deliveries_leased WHERE state = 'leased')
                """)
            shut.bind(&query)
            return try query.next() ? query.optionalMoment(0) : nil
        }
    }

    public func delivery(_ id: Int64) async throws -> Delivery? {
        try await read { db in try DeliveryRecord.read(id, db)?.delivery }
    }

    public func deliveries(_ kinds: Set<DeliveryState.Kind>, after: Int64, most: Int) async throws -> [Delivery] {
        try await read { db in
            var found: [Delivery] = []
            for kind in kinds {
                var query = try Query(
                    db, "SELECT \(DeliveryRecord.columns) FROM \(DeliveryRecord.from) WHERE o.state = ? AND o.id > ? ORDER BY o.id LIMIT ?")
                query.bind(kind.rawValue)
                query.bind(after)
                query.bind(most)
                while try query.next() { found.append(try DeliveryRecord.read(query, db).delivery) }
            }
            return Array(found.sorted { $0.id < $1.id }.prefix(most))
        }
    }

    public func depth() async throws -> [DeliveryState.Kind: Int] {
        try await read { db in
            var depth: [DeliveryState.Kind: Int] = [:]
            // One walk over the index for each: what has ended is not looked at, however much it is.
            for kind in DeliveryState.Kind.allCases where kind.isOpen {
                var query = try Query(db, "SELECT count(*) FROM deliveries WHERE state = ?")
                query.bind(kind.rawValue)
                if try query.next(), query.int(0) > 0 { depth[kind] = query.int(0) }
            }
            return depth
        }
    }

    public func retry(_ id: Int64, by person: String, now: Instant) async throws -> OutboxAnswer {
        try await decide(id, by: person, at: now, unless: { $1.fall(ofRetrying: $0.draftID) }) { entry throws(OutboxEntry.Impossible) in
            try entry.retry(at: now)
        }
    }

    public func drop(_ id: Int64, by person: String, now: Instant) async throws -> OutboxAnswer {
        try await decide(id, by: person, at: now) { entry throws(OutboxEntry.Impossible) in try entry.drop(by: person) }
    }

    public func confirm(_ id: Int64, externalIds: [String], by person: String, now: Instant) async throws -> OutboxAnswer {
        try await decide(id, by: person, at: now) { entry throws(OutboxEntry.Impossible) in try entry.confirm(externalIds, at: now) }
    }

    private func decide(
        _ id: Int64, by person: String, at now: Instant,
        unless fall: @escaping @Sendable (Delivery, Case) -> DeliveryStanding.Fall? = { _, _ in nil },
        _ decision: @escaping @Sendable (inout OutboxEntry) throws(OutboxEntry.Impossible) -> Void
    ) async throws -> OutboxAnswer {
        try await group.perform { session in
            guard let entry = try DeliveryRecord.read(id, session.db) else { return .missing }
            var decided = entry
            do throws(OutboxEntry.Impossible) { try decision(&decided) } catch { return .impossible(error.state) }
            if let item = try CaseRecord.read(entry.delivery.caseID, session.db)?.item, let fall = fall(entry.delivery, item) {
                return .fallen(fall)
            }
            let becoming = decided
            return .done(try session.change(entry, by: person, at: now) { $0 = becoming })
        }
    }

    public func pausedAccounts() async throws -> [ChannelAccount: String] {
        try await read { db in try PauseRecord.causes(db) }
    }

    @discardableResult
    public func resume(_ account: ChannelAccount, by person: String, now: Instant) async throws -> Bool {
        try await group.perform { session in try session.resume(account, by: person, at: now) }
    }
}
