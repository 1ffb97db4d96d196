internal import Desk
internal import GRDB

extension WriteSession {
    @discardableResult
    func endLeases(at now: Instant) throws -> Int {
        let leased = try entries(by: "deliveries_leased", "o.state = 'leased' ORDER BY o.lease_until, o.id") { _ in }
        var ended = 0
        for entry in leased where entry.lease?.isOver(at: now) == true {
            try change(entry, by: "outbox", at: now) { _ = $0.endLease(at: now) }
            ended += 1
        }
        return ended
    }

    func claim(_ claim: DeliveryClaim, at now: Instant) throws -> [Delivery] {
        var shut = ShutDoors(try currentFreezes(), and: try PauseRecord.accounts(db).union(claim.withheld))
        var claimed: [Delivery] = []
        var perAccount: [ChannelAccount: Int] = [:]
        var place: (due: Instant, id: Int64) = (Instant(seconds: .min), 0)
        // In portions, because much may stand behind others of its conversation. The first is no larger than what is wanted.
        var portion = max(1, claim.most)
        while claimed.count < claim.most {
            portion = min(100, portion)
            let due = try entries(
                by: "deliveries_due",
                """
                o.state IN ('queued', 'waiting') AND o.due_at <= ? AND (o.due_at, o.id) > (?, ?)
                    AND (o.expires <= ? OR NOT \(shut.passesOver))
                ORDER BY o.due_at, o.id LIMIT ?
                """
            ) { query in
                query.bind(now)
                query.bind(place.due)
                query.bind(place.id)
                query.bind(now)
                shut.bind(&query)
                query.bind(portion)
            }
            guard let last = due.last else { break }
            portion *= 4
            place = (last.delivery.dueAt, last.delivery.id)
            for entry in due where claimed.count < claim.most {
                let verdict = try verdict(on: entry.delivery)
                if case .falls(let fall) = verdict {
                    try change(entry, by: claim.worker, at: now) { $0.cancel(fall) }
                    continue
                }
                if entry.delivery.expires <= now {
                    try change(entry, by: claim.worker, at: now) { $0.exhaust() }
                    continue
                }
                let door = entry.delivery.reply.door
                if verdict == .waits || shut.holds(door) { continue }
                if try isBehindAnother(entry.delivery) { continue }
                perAccount[door, default: 0] += 1
                if perAccount[door, default: 0] >= claim.mostPerAccount { shut.shut(door) }
                claimed.append(
                    try change(entry, by: claim.worker, at: now) { $0.claim(worker: claim.worker, seconds: claim.seconds, at: now) })
            }
        }
        return claimed
    }

    /// - Parameter index: Is told: by one of states SQLite would read and sort all that wait.
    private func entries(by index: String, _ condition: String, _ bind: (inout Query) -> Void) throws -> [OutboxEntry] {
        var query = try Query(db, "SELECT \(DeliveryRecord.columns) FROM \(DeliveryRecord.from(index)) WHERE \(condition)")
        bind(&query)
        var entries: [OutboxEntry] = []
        while try query.next() { entries.append(try DeliveryRecord.read(query, db)) }
        return entries
    }

    /// Changes a delivery; its audit row, and what it means for the case, follow from what it has become.
    @discardableResult
    func change(_ before: OutboxEntry, by actor: String, at now: Instant, _ change: (inout OutboxEntry) -> Void) throws -> Delivery {
        var entry = before
        change(&entry)
        if entry == before { return entry.delivery }
        try DeliveryRecord.update(entry, db)
        let (old, new) = (before.delivery.state.kind, entry.delivery.state.kind)
        if old != new { try record(.delivery, "delivery/\(entry.delivery.id)", by: actor, at: now, detail: new.rawValue) }
        guard old != new || before.isLeaving != entry.isLeaving, var loaded = try CaseRecord.read(entry.delivery.caseID, db),
            let draft = try DraftRecord.read(entry.delivery.draftID, db)
        else { return entry.delivery }
        if loaded.item.draft?.id == draft.id { loaded.item.isLeaving = entry.isLeaving }
        let ending = old.needsPerson && new == .queued ? .retried : Case.Ending(entry.delivery.state)
        let effects = ending.map { loaded.item.settle(draft, $0) } ?? []
        try write(loaded, effects, by: actor, at: now)
        return entry.delivery
    }

    /// Whether a delivery may still leave.
    func verdict(on delivery: Delivery) throws -> DeliveryStanding.Verdict {
        var query = try Query(
            db,
            """
            SELECT a.withdrawn_at IS NULL, d.state = 'approved', c.taken_over_by IS NOT NULL, c.status <> 'closed'
            FROM approvals a JOIN drafts d ON d.id = a.draft_id JOIN cases c ON c.id = d.case_id WHERE a.id = ?
            """)
        query.bind(delivery.approvalID)
        guard try query.next() else { return .falls(.withdrawn) }
        let standing = DeliveryStanding(
            isApproved: query.flag(0), isCurrent: query.flag(1), isTakenOver: query.flag(2), isOpen: query.flag(3),
            isFrozen: try currentFreezes().stopsUnreviewed(delivery.reply.door), isHeld: try currentFreezes().holds(delivery.reply.door),
            isUnreviewed: delivery.reply.approvedBy == Colleague.rules.name)
        return standing.verdict
    }

    private func isBehindAnother(_ delivery: Delivery) throws -> Bool {
        var query = try Query(
            db, "SELECT 1 FROM deliveries WHERE case_id = ? AND id < ? AND state IN ('queued', 'leased', 'waiting') LIMIT 1")
        query.bind(delivery.caseID)
        query.bind(delivery.id)
        return try query.next()
    }

    // MARK: Accounts

    func pause(_ account: ChannelAccount, _ cause: String, by actor: String, at now: Instant) throws {
        var query = try Query(
            db, "INSERT INTO paused_accounts (channel, account, cause, paused_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")
        query.bind(account.channel)
        query.bind(account.account)
        query.bind(cause)
        query.bind(now)
        try query.run()
        try record(.paused, "account/\(account.channel)/\(account.account)", by: actor, at: now, detail: cause)
    }

    func resume(_ account: ChannelAccount, by person: String, at now: Instant) throws -> Bool {
        var query = try Query(db, "DELETE FROM paused_accounts WHERE channel = ? AND account = ?")
        query.bind(account.channel)
        query.bind(account.account)
        try query.run()
        if db.changes == 0 { return false }
        let waiting = try entries(by: "deliveries_by_state", "o.state = 'waiting' AND o.channel = ? AND o.account = ?") { query in
            query.bind(account.channel)
            query.bind(account.account)
        }
        for entry in waiting { try change(entry, by: person, at: now) { $0.wake(at: now) } }
        try record(.resumed, "account/\(account.channel)/\(account.account)", by: person, at: now)
        return true
    }
}
