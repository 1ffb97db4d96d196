public import Desk
internal import GRDB

extension SQLiteStore: Retention {
    public func retain(_ terms: RetentionTerms, by name: String, at now: Instant) async throws(StoreFailure) -> RetentionReport {
        let report = try await group.perform { session in
            let limit = now + -terms.textDays * 86400
            let old = try session.messages(before: limit)
            var drafts = 0
            for message in old {
                drafts += try session.forgetDrafts(answering: message, as: message.externalID)
                try session.forgetText(of: message)
            }
            try session.forgetNotes(before: limit)
            try session.forgetAnswers(before: now + -RepeatableRequest.keptSeconds)
            let done = "\(old.count) messages, \(drafts) drafts"
            try session.record(.retained, "desk", by: name, at: now, detail: done)
            return RetentionReport(messages: old.count, drafts: drafts)
        }
        if report.messages > 0 { try await sweepWords() }
        try await sweep()
        return report
    }
}

extension WriteSession {
    private static let isSettled = "case_id NOT IN (SELECT id FROM cases WHERE status = 'waiting')"

    fileprivate func messages(before limit: Instant) throws -> [Known] {
        var query = try Query(
            db,
            """
            SELECT id, case_id, external_id, audit FROM messages WHERE text IS NOT NULL AND received_at < ? AND \(Self.isSettled)
            ORDER BY id
            """)
        query.bind(limit)
        return try Self.read(query)
    }

    fileprivate func forgetText(of message: Known) throws {
        try indexWords()
        var query = try Query(
            db,
            """
            UPDATE messages SET author_id = NULL, author_name = NULL, subject = NULL, text = NULL, line = NULL WHERE id = ?
            """)
        query.bind(message.id)
        try query.run()
        var question = try Query(db, "UPDATE cases SET question_subject = NULL WHERE id = ? AND question = ?")
        question.bind(message.caseNumber)
        question.bind(message.externalID)
        try question.run()
        try forgetWords(where: "sequence = ?", message.audit)
    }

    fileprivate func forgetNotes(before limit: Instant) throws {
        var notes = try Query(db, "UPDATE notes SET text = NULL WHERE text IS NOT NULL AND written_at < ?")
        notes.bind(limit)
        try notes.run()
        try forgetWords(where: "detail IS NOT NULL AND at < ?", Int64(limit.seconds))
    }
}
