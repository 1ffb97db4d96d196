public import Desk
internal import GRDB

extension SQLiteStore: CaseQueue {
    public func queue(_ wanted: QueueQuery) async throws(StoreFailure) -> QueuePage {
        try await read { db in
            let sql = try QueueSQL(wanted, db)
            var query = try Query(db, sql.page)
            sql.bind(&query)
            query.bind(wanted.most + 1)
            var items: [QueueItem] = []
            while try query.next() { items.append(try QueueSQL.item(query, db)) }
            return sql.page(of: items)
        }
    }

    public func file(of number: Int64) async throws(StoreFailure) -> CaseFile? {
        try await read { db in try CaseRecord.read(number, db).map { try CaseFileReader(db).file($0.item) } }
    }

    public func message(_ key: MessageKey) async throws(StoreFailure) -> FoundMessage? {
        try await read { db in
            var query = try Query(
                db,
                "SELECT \(MessageRecord.columns), m.case_id FROM messages m WHERE m.channel = ? AND m.account = ? AND m.external_id = ?")
            query.bind(key.channel)
            query.bind(key.account)
            query.bind(key.id)
            guard try query.next() else { return nil }
            return FoundMessage(caseNumber: query.number(15), message: try MessageRecord.read(query, LineReader(db)))
        }
    }

    public func waiting() async throws(StoreFailure) -> [WaitingCount] {
        try await read { db in
            let query = try Query(
                db, "SELECT team, priority, count(*) FROM cases WHERE status = 'waiting' GROUP BY team, priority ORDER BY team, priority")
            var counts: [WaitingCount] = []
            while try query.next() {
                guard let priority = Priority(rawValue: query.int(1)) else { continue }
                counts.append(WaitingCount(team: try query.choice(0), priority: priority, count: query.int(2)))
            }
            return counts
        }
    }
}

/// Reads everything that belongs to a case.
struct CaseFileReader {
    private let db: Database

    init(_ db: Database) { self.db = db }

    func file(_ item: Case) throws -> CaseFile {
        CaseFile(
            case: item, messages: try messages(item.number), drafts: try drafts(item.number), notes: try notes(item.number),
            deliveries: try deliveries(item.number))
    }

    func messages(_ number: Int64) throws -> [StoredMessage] {
        var query = try Query(db, "SELECT \(MessageRecord.columns) FROM messages m WHERE m.case_id = ? ORDER BY m.id")
        query.bind(number)
        var messages: [StoredMessage] = []
        let lines = LineReader(db)
        while try query.next() { messages.append(try MessageRecord.read(query, lines)) }
        return messages
    }

    func drafts(_ number: Int64) throws -> [CaseDraft] {
        var query = try Query(
            db, "SELECT \(DraftRecord.columns) FROM drafts d \(DraftRecord.join) WHERE d.case_id = ? ORDER BY d.id")
        query.bind(number)
        var drafts: [CaseDraft] = []
        while try query.next() { drafts.append(try DraftRecord.read(query, at: 0, db)) }
        return drafts
    }

    func deliveries(_ number: Int64) throws -> [Delivery] {
        // By their drafts, for which there is an index.
        var query = try Query(
            db, "SELECT \(DeliveryRecord.columns) FROM \(DeliveryRecord.from) WHERE d.case_id = ? ORDER BY o.id")
        query.bind(number)
        var deliveries: [Delivery] = []
        while try query.next() { deliveries.append(try DeliveryRecord.read(query, db).delivery) }
        return deliveries
    }

    func notes(_ number: Int64) throws -> [CaseNote] {
        var query = try Query(db, "SELECT written_by, written_at, text FROM notes WHERE case_id = ? ORDER BY id")
        query.bind(number)
        var notes: [CaseNote] = []
        while try query.next() { notes.append(CaseNote(by: query.text(0), at: query.moment(1), text: query.optionalText(2))) }
        return notes
    }
}
