public import Desk
internal import GRDB

extension SQLiteStore: Retention {
    /// Messages, notes and audit rows that one transaction forgets, of each at most: some tens of milliseconds for which whoever
    /// writes has to wait.
    static let portion = 200

    public func retain(_ terms: RetentionTerms, by name: String, at now: Instant) async throws(StoreFailure) -> RetentionReport {
        let old = try await read { db in try OldRecords(before: now + -terms.textDays * 86400, db) }
        var (messages, drafts) = (0, 0)
        for start in stride(from: 0, to: max(1, old.most), by: Self.portion) {
            let part = old.part(from: start, most: Self.portion)
            let report = try await group.perform { session in
                let report = try session.forget(part)
                if start == 0 { try session.forgetAnswers(before: now + -RepeatableRequest.keptSeconds) }
                let done = "\(report.messages) messages, \(report.drafts) drafts"
                try session.record(.retained, "desk", by: name, at: now, detail: done)
                return report
            }
            messages += report.messages
            drafts += report.drafts
        }
        if messages > 0 { try await sweepWords() }
        try await sweep()
        return RetentionReport(messages: messages, drafts: drafts)
    }
}

/// Numbers of what has passed its time and belongs to no case that waits. Found without keeping anybody from writing, and looked at
/// once more when it is forgotten.
private struct OldRecords: Sendable {
    private(set) var messages: [Int64] = []
    private(set) var notes: [Int64] = []
    /// Audit rows that have words.
    private(set) var rows: [Int64] = []

    /// Seconds by which a clock that was set back may have put messages out of the order of their times.
    private static let disorder = 86400

    init(before limit: Instant, _ db: Database) throws {
        // Messages come in the order of their times, nearly: an index of these would cost every message that comes in.
        let query = try Query(
            db,
            """
            SELECT m.id, m.received_at, m.text IS NOT NULL AND NOT EXISTS (\(WriteSession.waitingCase("m.case_id")))
            FROM messages m ORDER BY m.id
            """)
        while try query.next(), query.moment(1) < limit + Self.disorder {
            if query.flag(2), query.moment(1) < limit { messages.append(query.number(0)) }
        }
        notes = try Self.numbers(
            "SELECT n.id FROM notes n WHERE n.text IS NOT NULL AND n.written_at < ? AND NOT EXISTS (\(WriteSession.waitingCase("n.case_id")))",
            limit, db)
        rows = try Self.numbers(
            """
            SELECT r.sequence FROM audit_rows r WHERE r.detail IS NOT NULL AND r.at < ?
                AND NOT EXISTS (\(WriteSession.waitingCase(ofSubject: "r.subject")))
            """,
            limit, db)
    }

    private init() {}

    private static func numbers(_ sql: String, _ limit: Instant, _ db: Database) throws -> [Int64] {
        var query = try Query(db, sql)
        query.bind(limit)
        var numbers: [Int64] = []
        while try query.next() { numbers.append(query.number(0)) }
        return numbers
    }

    /// As many as there are of the kind of which there are most.
    var most: Int { max(messages.count, notes.count, rows.count) }

    /// Those from place `start` on, of each kind `most` at most.
    func part(from start: Int, most: Int) -> OldRecords {
        var part = OldRecords()
        part.messages = Array(messages.dropFirst(start).prefix(most))
        part.notes = Array(notes.dropFirst(start).prefix(most))
        part.rows = Array(rows.dropFirst(start).prefix(most))
        return part
    }
}

extension WriteSession {
    /// Finds the case of this number, if it waits.
    fileprivate static func waitingCase(_ number: String) -> String {
        "SELECT 1 FROM cases c WHERE c.id = \(number) AND c.status = 'waiting'"
    }

    /// Finds the case that an audit row is about, if it waits.
    fileprivate static func waitingCase(ofSubject subject: String) -> String {
        waitingCase("CAST(substr(\(subject), 6) AS INTEGER)") + " AND \(subject) = 'case/' || c.id"
    }

    /// Forgets what still belongs to no case that waits.
    fileprivate func forget(_ old: OldRecords) throws -> RetentionReport {
        var (messages, drafts) = (0, 0)
        for id in old.messages {
            guard let message = try settled(id) else { continue }
            messages += 1
            drafts += try forgetDrafts(answering: message, as: message.externalID)
            try forgetText(of: message)
        }
        for id in old.notes {
            var query = try Query(
                db, "UPDATE notes SET text = NULL WHERE id = ? AND NOT EXISTS (\(Self.waitingCase("notes.case_id")))")
            query.bind(id)
            try query.run()
        }
        for sequence in old.rows {
            try forgetWords(where: "sequence = ? AND NOT EXISTS (\(Self.waitingCase(ofSubject: "audit_rows.subject")))", sequence)
        }
        return RetentionReport(messages: messages, drafts: drafts)
    }

    private func settled(_ id: Int64) throws -> Known? {
        var query = try Query(
            db,
            """
            SELECT m.id, m.case_id, m.external_id, m.audit FROM messages m
            WHERE m.id = ? AND m.text IS NOT NULL AND NOT EXISTS (\(Self.waitingCase("m.case_id")))
            """)
        query.bind(id)
        return try Self.read(query).first
    }

    private func forgetText(of message: Known) throws {
        try indexWords()
        var query = try Query(
            db, "UPDATE messages SET author_id = NULL, author_name = NULL, subject = NULL, text = NULL, line = NULL WHERE id = ?")
        query.bind(message.id)
        try query.run()
        var question = try Query(db, "UPDATE cases SET question_subject = NULL WHERE id = ? AND question = ?")
        question.bind(message.caseNumber)
        question.bind(message.externalID)
        try question.run()
        try forgetWords(where: "sequence = ?", message.audit)
    }
}
