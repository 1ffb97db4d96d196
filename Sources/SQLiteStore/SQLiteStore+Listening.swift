internal import Cryptography
public import Desk
internal import GRDB

extension SQLiteStore: Listening {
    public func hear(_ call: PlatformCall) async throws(StoreFailure) -> CallReception {
        guard let result = await hear([call]).first else { preconditionFailure("one call has one result") }
        return try result.get()
    }

    public func hear(_ calls: [PlatformCall]) async -> [Result<CallReception, StoreFailure>] {
        let place = place
        do throws(StoreFailure) {
            return try await group.perform { session in try session.hear(calls, place: place) }
        } catch {
            return calls.map { _ in .failure(error) }
        }
    }

    public func probe(at now: Instant) async throws(StoreFailure) {
        let group = group
        try await group.perform { session in
            if group.lacksRoom { try HeardRecord.makeSureOfRoom(at: now, session.db) }
            var query = try Query(session.db, "INSERT INTO pulse (id, at) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET at = excluded.at")
            query.bind(now)
            try query.run()
        }
    }

    public func oldestWait() async throws(StoreFailure) -> Instant? {
        try await read { db in
            let query = try Query(db, "SELECT min(waits_since) FROM cases WHERE status = 'waiting'")
            return try query.next() ? query.optionalMoment(0) : nil
        }
    }
}

extension WriteSession {
    /// Keeps what calls bring, in their order; one that is unfit fails alone.
    fileprivate func hear(_ calls: [PlatformCall], place: String) throws -> [Result<CallReception, StoreFailure>] {
        guard isCareful else { return try hearTogether(calls, place: place).map { .success($0) } }
        return try calls.map { call in
            do {
                return .success(try alone { try hearTogether([call], place: place)[0] })
            } catch let error as DatabaseError where error.isUnfit {
                return .failure(StoreFailure(error, place: place))
            }
        }
    }

    /// Messages of neighbours are kept as one batch, up to a notice, which may tell of what they have become.
    private func hearTogether(_ calls: [PlatformCall], place: String) throws -> [CallReception] {
        var results = [[Result<Reception, StoreFailure>]](repeating: [], count: calls.count)
        var notices = [Int?](repeating: 0, count: calls.count)
        var arrivals: [Arrival] = []
        var owners: [Int] = []
        func keepArrivals() throws {
            if arrivals.isEmpty { return }
            for (owner, result) in zip(owners, try receive(arrivals, place: place)) { results[owner].append(result) }
            (arrivals, owners) = ([], [])
        }
        for (number, call) in calls.enumerated() {
            if let key = call.onceKey,
                try !HeardRecord.insertCall([call.door.channel, call.door.account, key], at: call.at, db)
            {
                notices[number] = nil
                continue
            }
            for item in call.items {
                switch item {
                case .arrival(let arrival):
                    arrivals.append(arrival)
                    owners.append(number)
                case .notice(let notice):
                    guard try HeardRecord.insert(notice, at: call.at, db) else { continue }
                    try keepArrivals()
                    notices[number] = (notices[number] ?? 0) + 1
                    try take(notice, at: call.at)
                case .revision(let revision):
                    let notice = revision.notice
                    guard try HeardRecord.insert(notice, at: call.at, db) else { continue }
                    try keepArrivals()
                    notices[number] = (notices[number] ?? 0) + 1
                    try take(revision, by: "\(notice.channel)/\(notice.account)", at: call.at)
                }
            }
        }
        try keepArrivals()
        return zip(results, notices).map { results, notices in notices.map { .heard(results, notices: $0) } ?? .replayed }
    }

    /// Does what a new notice means for a case or a delivery.
    fileprivate func take(_ notice: PlatformNotice, at now: Instant) throws {
        let name = "\(notice.channel)/\(notice.account)"
        if let conversation = notice.answeredElsewhere { try answerElsewhere(conversation, notice, by: name, at: now) }
        if let echo = notice.echo { try confirm(echo, at: ChannelAccount(channel: notice.channel, account: notice.account), by: name, now) }
    }

    /// Notes that somebody answered on the platform itself; nothing where there is no such conversation, and where the answer is ours.
    private func answerElsewhere(_ conversation: ConversationKey, _ notice: PlatformNotice, by name: String, at now: Instant) throws {
        let parts = try CaseRecord.parts(of: conversation, db)
        guard let answered = Case.answered(parts.map(\.item)), var loaded = parts.first(where: { $0.item.number == answered.number })
        else { return }
        if let id = notice.answerID {
            let door = ChannelAccount(channel: notice.channel, account: notice.account)
            if try DeliveryRecord.isOurs(id, at: door, case: loaded.item.number, db) { return }
        }
        let answeredAt = notice.answeredAt
        let askedAt = try answeredAt == nil ? nil : MessageRecord.askedAt(loaded.item.question.message, conversation, db)
        let effects = loaded.item.answerElsewhere(at: answeredAt, askedAt: askedAt)
        if !effects.isEmpty { try write(loaded, effects, by: name, at: now) }
    }

    /// Makes sure of a delivery whose name the platform repeats.
    private func confirm(_ echo: PlatformNotice.Echo, at door: ChannelAccount, by name: String, _ now: Instant) throws {
        guard let entry = try DeliveryRecord.read(named: echo.delivery, db), entry.delivery.reply.door == door else { return }
        try change(entry, by: name, at: now) { _ = $0.echo(echo.externalID, at: now) }
    }
}

/// Calls and notices that were heard, known again by their digests.
private enum HeardRecord {
    /// Signatures hold for minutes; platforms repeat a call for some days, but its messages are known by their own ids.
    private static let callSeconds = 86400
    private static let mostCalls: Int64 = 1_000_000
    /// Platforms repeat a notice for some days.
    private static let noticeSeconds = 30 * 86400

    /// False when the call was here before. Each new one makes room for itself: two old ones go where two are over.
    static func insertCall(_ key: [String], at now: Instant, _ db: Database) throws -> Bool {
        var query = try Query(db, "INSERT INTO heard_calls (digest, heard_at) VALUES (?, ?) ON CONFLICT (digest) DO NOTHING")
        query.bind(digest(key))
        query.bind(now)
        try query.run()
        guard db.changes > 0 else { return false }
        var old = try Query(
            db,
            """
            DELETE FROM heard_calls WHERE id IN (SELECT id FROM heard_calls ORDER BY id LIMIT 2) AND (heard_at < ? OR id <= ?)
            """)
        old.bind(now + -callSeconds)
        old.bind(db.lastInsertedRowID - mostCalls)
        try old.run()
        return true
    }

    /// False when the notice was here before.
    static func insert(_ notice: PlatformNotice, at now: Instant, _ db: Database) throws -> Bool {
        var query = try Query(
            db,
            """
            INSERT INTO notices (digest, channel, account, kind, type, heard_at) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (digest) DO NOTHING
            """)
        query.bind(digest([notice.onceKey]))
        query.bind(notice.channel)
        query.bind(notice.account)
        query.bind(notice.kind)
        query.bind(notice.type)
        query.bind(now)
        try query.run()
        guard db.changes > 0 else { return false }
        var old = try Query(
            db, "DELETE FROM notices WHERE id IN (SELECT id FROM notices WHERE heard_at < ? ORDER BY heard_at LIMIT 2)")
        old.bind(now + -noticeSeconds)
        try old.run()
        return true
    }

    /// Bytes that a message and all that is kept with it take at most, about: its text, its decision and its words.
    private static let roomBytes = 256 << 10

    /// Writes as much as the largest message takes, and takes it back in the same transaction. Pages that are freed are written
    /// too, as `secure_delete` is on, so that the commit needs the room.
    static func makeSureOfRoom(at now: Instant, _ db: Database) throws {
        var filling = try Query(
            db,
            """
            INSERT INTO notices (digest, channel, account, kind, type, heard_at)
            VALUES (zeroblob(32), '', 'pulse', 'pulse', CAST(zeroblob(?) AS TEXT), ?)
            """)
        filling.bind(roomBytes)
        filling.bind(now)
        try filling.run()
        try Query(db, "DELETE FROM notices WHERE digest = zeroblob(32)").run()
    }

    /// Of the parts, with their lengths, so that no two lists give the same bytes.
    private static func digest(_ parts: [String]) -> [UInt8] {
        var bytes: [UInt8] = []
        for part in parts {
            bytes += Array("\(part.utf8.count):".utf8)
            bytes += part.utf8
        }
        return Digest.sha256(bytes)
    }
}
