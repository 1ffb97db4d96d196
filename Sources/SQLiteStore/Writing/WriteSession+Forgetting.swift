internal import Desk
internal import GRDB

extension WriteSession {
    /// A message as far as forgetting it needs.
    struct Known {
        let id: Int64
        let caseNumber: Int64
        let externalID: String
        let audit: Int64
    }

    func messages(of customer: CustomerID) throws -> [Known] {
        var query = try Query(
            db,
            """
            SELECT id, case_id, external_id, audit FROM messages
            WHERE author_id = ?1 AND (?2 IS NULL OR channel = ?2) ORDER BY id
            """)
        query.bind(customer.id)
        query.bind(customer.channel)
        return try Self.read(query)
    }

    static func read(_ query: borrowing Query) throws -> [Known] {
        var messages: [Known] = []
        while try query.next() {
            messages.append(Known(id: query.number(0), caseNumber: query.number(1), externalID: query.text(2), audit: query.number(3)))
        }
        return messages
    }

    /// Takes identity and text from a message, and its name at the platform.
    func erase(_ message: Known) throws {
        try indexWords()
        var query = try Query(
            db,
            """
            UPDATE messages SET external_id = 'erased:' || id, author_id = NULL, author_name = NULL, subject = NULL, text = NULL, line = NULL
            WHERE id = ?
            """)
        query.bind(message.id)
        try query.run()
        var question = try Query(
            db, "UPDATE cases SET question = 'erased:' || ?1 WHERE id = ?2 AND question = ?3")
        question.bind(message.id)
        question.bind(message.caseNumber)
        question.bind(message.externalID)
        try question.run()
    }

    /// Empties the drafts that answer a message, and gives up what had not left; how many.
    func forgetDrafts(answering message: Known, as name: String) throws -> Int {
        var query = try Query(
            db,
            """
            SELECT \(DraftRecord.columns) FROM drafts d \(DraftRecord.join) WHERE d.case_id = ? AND d.in_reply_to = ? AND d.text <> ''
            """)
        query.bind(message.caseNumber)
        query.bind(message.externalID)
        var drafts: [CaseDraft] = []
        while try query.next() { drafts.append(try DraftRecord.read(query, at: 0, db)) }
        for draft in drafts { try forget(draft, as: name) }
        return drafts.count
    }

    private func forget(_ draft: CaseDraft, as name: String) throws {
        try forgetDeliveries(of: draft.id)
        let forgotten = draft.forgotten(answering: name)
        try DraftRecord.set(forgotten.state, of: draft.id, db)
        for sql in [
            "UPDATE drafts SET text = '', in_reply_to = ?2, findings = 0 WHERE id = ?1",
            "DELETE FROM draft_findings WHERE draft_id = ?1 AND ?2 IS NOT NULL",
            // Every approval has its delivery, by which it is found.
            "UPDATE approvals SET note = NULL WHERE id IN (SELECT approval_id FROM deliveries WHERE draft_id = ?1) AND ?2 IS NOT NULL",
        ] {
            var query = try Query(db, sql)
            query.bind(draft.id)
            query.bind(name)
            try query.run()
        }
    }

    private func forgetDeliveries(of draft: Int64) throws {
        var query = try Query(db, "SELECT \(DeliveryRecord.columns) FROM \(DeliveryRecord.from) WHERE o.draft_id = ?")
        query.bind(draft)
        var entries: [OutboxEntry] = []
        while try query.next() { entries.append(try DeliveryRecord.read(query, db)) }
        for var entry in entries {
            entry.forget(by: "erasure")
            try DeliveryRecord.update(entry, db)
        }
    }

    /// Takes the words from audit rows, with the salt without which nobody can try words against their digests.
    func forgetWords(where condition: String, _ value: Int64) throws {
        var query = try Query(db, "UPDATE audit_rows SET detail = NULL, salt = NULL WHERE \(condition)")
        query.bind(value)
        try query.run()
    }

    /// Takes the customer's id from the rows of exports, which named it once.
    func forgetExports(of customer: CustomerID) throws {
        var query = try Query(
            db,
            """
            UPDATE audit_rows SET detail = NULL, salt = NULL
            WHERE action <> 'received' AND subject = 'customer' AND action = 'exported' AND detail = ?
            """)
        query.bind(customer.id)
        try query.run()
    }

    /// Forgets what a case held of a customer beside their messages: notes, words of audit rows, and, once nobody else's
    /// message is left, the conversation's name. Rows of messages that came in are found by these: an index of them would cost
    /// every message.
    func forgetCase(_ number: Int64) throws {
        try forgetWords(where: "action <> 'received' AND subject = 'case/' || ?", number)
        try forgetAnswers(of: number)
        var notes = try Query(db, "UPDATE notes SET text = NULL WHERE case_id = ?")
        notes.bind(number)
        try notes.run()
        guard var loaded = try CaseRecord.read(number, db) else { return }
        var left = try Query(db, "SELECT 1 FROM messages WHERE case_id = ? AND external_id <> 'erased:' || id LIMIT 1")
        left.bind(number)
        loaded.item.forget(isWhole: try !left.next())
        try CaseRecord.update(loaded, db)
    }
}
