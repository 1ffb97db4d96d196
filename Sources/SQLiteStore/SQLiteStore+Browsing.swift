public import Desk
internal import GRDB

extension SQLiteStore: Browsing {
    public func count(_ wanted: QueueQuery, most: Int) async throws(StoreFailure) -> Int {
        try await read { db in
            let sql = try QueueSQL(wanted, db)
            var query = try Query(db, sql.count)
            sql.bind(&query)
            query.bind(most)
            return try query.next() ? query.int(0) : 0
        }
    }

    public func search(_ wanted: SearchQuery) async throws(StoreFailure) -> SearchPage {
        let tokens = wanted.tokens
        if tokens.isEmpty { return SearchPage(items: [], next: nil) }
        let authors = wanted.authors
        return try await read { db in
            if !authors.isEmpty { return try Self.page(SearchWords.match(tokens), wanted, by: authors, db) }
            // Words as they stand are found in the order of messages; beginnings of words take all messages that have one.
            // So they are looked for only where the words alone fill no page.
            let page = try Self.page(SearchWords.match(tokens), wanted, db)
            if page.next != nil { return page }
            guard let match = try SearchWords(db).unfinished(tokens) else { return page }
            return try Self.page(match, wanted, db)
        }
    }

    /// - Parameter authors: Whose messages are found too, whatever they say.
    private static func page(
        _ match: String, _ wanted: SearchQuery, by authors: [String] = [], _ db: Database
    ) throws -> SearchPage {
        var items: [QueueItem] = []
        var seen: Set<Int64> = []
        var last: Int64?
        var read = 0
        var query = try Query(db, authors.isEmpty ? searchSQL : addressSQL)
        for author in authors { query.bind(author) }
        if !authors.isEmpty { query.bind(wanted.before ?? .max) }
        query.bind(match)
        query.bind(wanted.before ?? .max)
        query.bind(SearchWords.mostRead)
        while try query.next() {
            let item = try QueueSQL.item(query, db)
            read += 1
            if read == SearchWords.mostRead { return SearchPage(items: items, next: query.number(QueueSQL.count)) }
            // A conversation stands where it was last spoken of.
            guard seen.insert(item.case.number).inserted else { continue }
            if items.count == wanted.most { return SearchPage(items: items, next: last) }
            items.append(item)
            last = query.number(QueueSQL.count)
        }
        return SearchPage(items: items, next: nil)
    }

    private static let searchSQL = found("SELECT rowid FROM message_words WHERE message_words MATCH ? AND rowid < ?")
    private static let addressSQL = found(
        """
        SELECT id AS rowid FROM messages WHERE author_id IN (?, ?) AND id < ?
        UNION SELECT rowid FROM message_words WHERE message_words MATCH ? AND rowid < ?
        """)

    private static func found(_ messages: String) -> String {
        """
        SELECT \(QueueSQL.columns), m.id
        FROM (\(messages) ORDER BY rowid DESC LIMIT ?) w
            JOIN messages m ON m.id = w.rowid JOIN cases c ON c.id = m.case_id
            LEFT JOIN drafts d ON d.id = c.draft_id \(DraftRecord.join)
        ORDER BY m.id DESC
        """
    }

    public func past(_ wanted: PastQuery) async throws(StoreFailure) -> SearchPage {
        try await read { db in
            let sql = PastSQL(wanted)
            var query = try Query(db, sql.page)
            sql.bind(&query)
            query.bind(wanted.most + 1)
            var items: [QueueItem] = []
            var last: Int64?
            while try query.next() {
                let item = try QueueSQL.item(query, db)
                if items.count == wanted.most { return SearchPage(items: items, next: last) }
                items.append(item)
                last = query.number(QueueSQL.count)
            }
            // The page looked as far back as it may: the next one begins there.
            var end = try Query(db, PastSQL.end)
            end.bind(wanted.before ?? .max)
            return SearchPage(items: items, next: try end.next() ? end.number(0) : nil)
        }
    }

    public func cases(of customer: CustomerID, but number: Int64, most: Int) async throws(StoreFailure) -> [QueueItem] {
        try await read { db in
            var query = try Query(db, Self.customerSQL)
            query.bind(customer.id)
            query.bind(customer.channel)
            query.bind(number)
            query.bind(most)
            var items: [QueueItem] = []
            while try query.next() { items.append(try QueueSQL.item(query, db)) }
            return items
        }
    }

    private static let customerSQL = """
        SELECT \(QueueSQL.columns)
        FROM (
            SELECT case_id, max(id) AS message FROM (
                SELECT id, case_id FROM messages WHERE author_id = ?1 AND (?2 IS NULL OR channel = ?2) ORDER BY id DESC LIMIT 500
            ) WHERE case_id <> ?3 GROUP BY case_id ORDER BY message DESC LIMIT ?4
        ) p JOIN cases c ON c.id = p.case_id JOIN messages m ON m.id = p.message
            LEFT JOIN drafts d ON d.id = c.draft_id \(DraftRecord.join)
        ORDER BY m.id DESC
        """

    public func channels() async throws(StoreFailure) -> [String] {
        try await read { db in
            // From one name to the next, past all the cases between them.
            let query = try Query(
                db,
                """
                WITH RECURSIVE names (name) AS (
                    SELECT min(channel) FROM cases
                    UNION ALL SELECT (SELECT min(channel) FROM cases WHERE channel > names.name) FROM names WHERE name IS NOT NULL
                )
                SELECT name FROM names WHERE name IS NOT NULL LIMIT 100
                """)
            var names: [String] = []
            while try query.next() { names.append(query.text(0)) }
            return names
        }
    }

    public func lastChange() async throws(StoreFailure) -> Int64 {
        try await read { db in
            let query = try Query(db, "SELECT max(sequence) FROM audit_rows")
            return try query.next() ? query.number(0) : 0
        }
    }
}
