internal import Desk
internal import GRDB

/// Deliveries, with the text of their draft and the words of their approval.
enum DeliveryRecord {
    static let columns = """
        o.id, o.case_id, o.draft_id, o.approval_id, a.delivery, o.channel, o.account, o.conversation, o.in_reply_to, d.text, o.visibility,
        a.approved_by, a.approved_at, o.reply_until, o.state, o.attempts, o.queued_at, o.due_at, o.expires, o.leases, o.open_lease,
        o.lease_worker, o.lease_since, o.lease_until, o.lease_writing, o.settled_at, o.code, o.words, o.settled_by, o.subject, d.language
        """
    static let from = "deliveries o \(joins)"
    private static let joins = "JOIN approvals a ON a.id = o.approval_id JOIN drafts d ON d.id = o.draft_id"

    /// The same, by this index of deliveries.
    static func from(_ index: String) -> String { "deliveries o INDEXED BY \(index) \(joins)" }

    static func read(_ query: borrowing Query, _ db: Database) throws -> OutboxEntry {
        let reply = OutgoingReply(
            delivery: query.text(4), channel: query.text(5), account: query.text(6), conversation: query.text(7), inReplyTo: query.text(8),
            text: query.text(9), visibility: try query.choice(10), approvedBy: query.text(11), approvedAt: query.moment(12),
            replyUntil: query.optionalMoment(13), subject: query.optionalText(29), language: try query.choice(30))
        let delivery = Delivery(
            id: query.number(0), caseID: query.number(1), draftID: query.number(2), approvalID: query.number(3), reply: reply,
            state: try state(query, db), attempts: query.int(15), queuedAt: query.moment(16), dueAt: query.moment(17),
            expires: query.moment(18))
        return OutboxEntry(delivery, leases: query.int(19), openLease: query.optionalNumber(20).map { Int($0) })
    }

    private static func state(_ query: borrowing Query, _ db: Database) throws -> DeliveryState {
        let kind: DeliveryState.Kind = try query.choice(14)
        let words = query.text(27)
        switch kind {
        case .queued: return .queued
        case .leased:
            let writing: Lease.Writing? = query.isNull(24) ? nil : try query.choice(24)
            return .leased(
                Lease(
                    delivery: query.number(0), number: query.int(19), worker: query.text(21), since: query.moment(22),
                    until: query.moment(23), writing: writing))
        case .waiting: return .waiting(cause: words)
        case .sent: return .sent(externalIds: try externalIDs(of: query.number(0), db), at: query.moment(25))
        case .refused: return .refused(code: query.text(26), words: words)
        case .exhausted: return .exhausted(cause: words)
        case .unknown: return .unknown(cause: words)
        case .cancelled: return .cancelled(try query.choice(26))
        case .dropped: return .dropped(by: query.text(28))
        }
    }

    private static func externalIDs(of delivery: Int64, _ db: Database) throws -> [String] {
        var query = try Query(db, "SELECT external_id FROM sent_messages WHERE delivery_id = ? ORDER BY place")
        query.bind(delivery)
        var ids: [String] = []
        while try query.next() { ids.append(query.text(0)) }
        return ids
    }

    static func read(_ id: Int64, _ db: Database) throws -> OutboxEntry? {
        var query = try Query(db, "SELECT \(columns) FROM \(from) WHERE o.id = ?")
        query.bind(id)
        return try query.next() ? try read(query, db) : nil
    }

    /// The delivery that platforms know by this name.
    static func read(named name: String, _ db: Database) throws -> OutboxEntry? {
        var query = try Query(db, "SELECT \(columns) FROM \(from) WHERE a.delivery = ?")
        query.bind(name)
        return try query.next() ? try read(query, db) : nil
    }

    /// Whether what the platform shows as `id` was sent from here, or may be what is leaving at this moment for the case: platforms
    /// are known to show a message before they have answered its request.
    static func isOurs(_ id: String, at door: ChannelAccount, case number: Int64, _ db: Database) throws -> Bool {
        var query = try Query(
            db,
            """
            SELECT EXISTS (
                SELECT 1 FROM sent_messages s JOIN deliveries o ON o.id = s.delivery_id
                WHERE s.external_id = ? AND o.channel = ? AND o.account = ?)
            OR EXISTS (
                SELECT 1 FROM deliveries
                WHERE case_id = ? AND state IN ('queued', 'leased', 'waiting') AND lease_writing IS NOT NULL)
            """)
        query.bind(id)
        query.bind(door.channel)
        query.bind(door.account)
        query.bind(number)
        return try query.next() && query.flag(0)
    }

    static func insert(_ delivery: Delivery, _ db: Database) throws {
        var query = try Query(
            db,
            """
            INSERT INTO deliveries (
                id, case_id, draft_id, approval_id, channel, account, conversation, in_reply_to, visibility, reply_until, subject, state, attempts,
                queued_at, due_at, expires, leases, is_unreviewed)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'queued', 0, ?, ?, ?, 0, ?)
            """)
        query.bind(delivery.id)
        query.bind(delivery.caseID)
        query.bind(delivery.draftID)
        query.bind(delivery.approvalID)
        query.bind(delivery.reply.channel)
        query.bind(delivery.reply.account)
        query.bind(delivery.reply.conversation)
        query.bind(delivery.reply.inReplyTo)
        query.bind(delivery.reply.visibility.rawValue)
        query.bind(delivery.reply.replyUntil)
        query.bind(delivery.reply.subject)
        query.bind(delivery.queuedAt)
        query.bind(delivery.dueAt)
        query.bind(delivery.expires)
        query.bind(delivery.reply.approvedBy == Colleague.rules.name)
        try query.run()
    }

    static func update(_ entry: OutboxEntry, _ db: Database) throws {
        let delivery = entry.delivery
        var query = try Query(
            db,
            """
            UPDATE deliveries SET
                conversation = ?, in_reply_to = ?, subject = ?, state = ?, attempts = ?, queued_at = ?, due_at = ?, expires = ?, leases = ?,
                open_lease = ?, lease_worker = ?, lease_since = ?, lease_until = ?, lease_writing = ?, settled_at = ?, code = ?, words = ?,
                settled_by = ?
            WHERE id = ?
            """)
        query.bind(delivery.reply.conversation)
        query.bind(delivery.reply.inReplyTo)
        query.bind(delivery.reply.subject)
        query.bind(delivery.state.kind.rawValue)
        query.bind(delivery.attempts)
        query.bind(delivery.queuedAt)
        query.bind(delivery.dueAt)
        query.bind(delivery.expires)
        query.bind(entry.leases)
        query.bind(entry.openLease.map { Int64($0) })
        query.bind(entry.lease?.worker)
        query.bind(entry.lease?.since)
        query.bind(entry.lease?.until)
        query.bind(entry.lease?.writing?.rawValue)
        let words = words(of: delivery.state)
        query.bind(words.at)
        query.bind(words.code)
        query.bind(words.text)
        query.bind(words.by)
        query.bind(delivery.id)
        try query.run()
        if case .sent(let ids, _) = delivery.state { try insert(ids, of: delivery.id, db) }
    }

    private static func words(of state: DeliveryState) -> (at: Instant?, code: String?, text: String?, by: String?) {
        switch state {
        case .queued, .leased: (nil, nil, nil, nil)
        case .waiting(let cause), .exhausted(let cause), .unknown(let cause): (nil, nil, cause, nil)
        case .sent(_, let at): (at, nil, nil, nil)
        case .refused(let code, let words): (nil, code, words, nil)
        case .cancelled(let fall): (nil, fall.rawValue, nil, nil)
        case .dropped(let name): (nil, nil, nil, name)
        }
    }

    private static func insert(_ ids: [String], of delivery: Int64, _ db: Database) throws {
        for (place, id) in ids.enumerated() {
            var query = try Query(
                db, "INSERT INTO sent_messages (delivery_id, place, external_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
            query.bind(delivery)
            query.bind(place)
            query.bind(id)
            try query.run()
        }
    }
}
