internal import Desk
internal import GRDB

/// Counts of messages, and verdicts on drafts.
enum FigureRecord {
    /// What messages are counted under.
    struct Count: Hashable {
        let hour: Int
        let kind: FigureTally.Kind
        let name: String
    }

    static func add(_ messages: Int, _ count: Count, _ db: Database) throws {
        var query = try Query(
            db,
            """
            INSERT INTO message_counts (hour, kind, name, count) VALUES (?, ?, ?, ?)
            ON CONFLICT (hour, kind, name) DO UPDATE SET count = count + excluded.count
            """)
        query.bind(count.hour)
        query.bind(count.kind.rawValue)
        query.bind(count.name)
        query.bind(messages)
        try query.run()
    }

    /// The templates the bot last proposed for a case's question; nil where it proposed none, or they were refused.
    static func proposedTemplate(of item: Case, _ db: Database) throws -> String? {
        var query = try Query(
            db,
            """
            SELECT template, state FROM drafts WHERE case_id = ? AND in_reply_to = ? AND template IS NOT NULL ORDER BY id DESC LIMIT 1
            """)
        query.bind(item.number)
        query.bind(item.question.message)
        guard try query.next(), query.text(1) != DraftState.Kind.rejected.rawValue else { return nil }
        return query.text(0)
    }

    static func insert(_ note: VerdictNote, of item: Case, _ db: Database) throws {
        let rule = try number(of: note.rule, db)
        let isFirst = try note.verdict.isAnswer && !hasAnswer(item.number, db)
        var query = try Query(
            db,
            """
            INSERT INTO verdicts (case_id, draft_id, verdict, rule_id, at, waits_since, opened_at) VALUES (?, ?, ?, ?, ?, ?, ?)
            """)
        query.bind(item.number)
        query.bind(note.draft)
        query.bind(note.verdict.rawValue)
        query.bind(rule)
        query.bind(note.at)
        query.bind(note.waitsSince)
        query.bind(isFirst ? item.openedAt : nil)
        try query.run()
    }

    private static func hasAnswer(_ number: Int64, _ db: Database) throws -> Bool {
        var query = try Query(db, "SELECT 1 FROM verdicts WHERE case_id = ? AND verdict <> 'rejected' LIMIT 1")
        query.bind(number)
        return try query.next()
    }

    private static func number(of rule: FigureRule, _ db: Database) throws -> Int64 {
        for sql in [
            "SELECT id FROM drafting_rules WHERE intent = ? AND template = ?",
            "INSERT INTO drafting_rules (intent, template) VALUES (?, ?) RETURNING id",
        ] {
            var query = try Query(db, sql)
            query.bind(rule.intent)
            query.bind(rule.template)
            if try query.next() { return query.number(0) }
        }
        return 0
    }

    /// What was let go was taken back, or overtaken before it left.
    static func deleteVerdict(on draft: Int64, _ db: Database) throws {
        var query = try Query(db, "DELETE FROM verdicts WHERE draft_id = ?")
        query.bind(draft)
        try query.run()
    }
}
