public import Desk
internal import GRDB

extension SQLiteStore: CaseQueue {
    public func queue(_ wanted: QueueQuery) async throws(StoreFailure) -> QueuePage {
        try await read { db in
            var query = try Query(db, Self.pageSQL(wanted))
            query.bind(wanted.status.rawValue)
            if let team = wanted.team { query.bind(team.rawValue) }
            if let after = wanted.after {
                query.bind(after.priority.rawValue)
                query.bind(after.due.map { Int64($0.seconds) } ?? CaseRecord.never)
                query.bind(after.number)
            }
            query.bind(wanted.most + 1)
            var items: [QueueItem] = []
            while try query.next() {
                let loaded = try CaseRecord.read(query, db)
                let (id, name) = (query.optionalText(43), query.optionalText(44))
                items.append(
                    QueueItem(
                        case: loaded.item, customer: id == nil && name == nil ? nil : Message.Author(id: id, name: name),
                        text: query.text(42), receivedAt: query.moment(45), messages: Int(loaded.messages)))
            }
            let hasMore = items.count > wanted.most
            if hasMore { items.removeLast() }
            return QueuePage(items: items, next: hasMore ? items.last?.case.place : nil)
        }
    }

    /// The page is a stretch of an index: `cases_waiting`, or `cases_waiting_by_team`.
    static func pageSQL(_ wanted: QueueQuery) -> String {
        // The status of the partial indexes must stand in the text for SQLite to use them.
        let status = wanted.status == .waiting ? "c.status = 'waiting' AND ?1 = 'waiting'" : "c.status = ?1"
        return """
            SELECT \(CaseRecord.columns), m.text, m.author_id, m.author_name, m.received_at
            FROM cases c LEFT JOIN drafts d ON d.id = c.draft_id \(DraftRecord.join) JOIN messages m ON m.id = c.message_id
            WHERE \(status)\(wanted.team == nil ? "" : " AND c.team = ?")\(wanted.after == nil ? "" : " AND (c.priority, c.due, c.id) > (?, ?, ?)")
            ORDER BY c.priority, c.due, c.id LIMIT ?
            """
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
            return FoundMessage(caseNumber: query.number(13), message: try MessageRecord.read(query))
        }
    }

    public func number(of conversation: ConversationKey) async throws(StoreFailure) -> Int64? {
        try await read { db in try CaseRecord.read(conversation, db)?.item.number }
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
        CaseFile(case: item, messages: try messages(item.number), drafts: try drafts(item.number), notes: try notes(item.number))
    }

    func messages(_ number: Int64) throws -> [StoredMessage] {
        var query = try Query(db, "SELECT \(MessageRecord.columns) FROM messages m WHERE m.case_id = ? ORDER BY m.id")
        query.bind(number)
        var messages: [StoredMessage] = []
        while try query.next() { messages.append(try MessageRecord.read(query)) }
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

    func notes(_ number: Int64) throws -> [CaseNote] {
        var query = try Query(db, "SELECT written_by, written_at, text FROM notes WHERE case_id = ? ORDER BY id")
        query.bind(number)
        var notes: [CaseNote] = []
        while try query.next() { notes.append(CaseNote(by: query.text(0), at: query.moment(1), text: query.optionalText(2))) }
        return notes
    }
}
