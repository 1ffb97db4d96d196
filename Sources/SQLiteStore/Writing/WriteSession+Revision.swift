internal import Desk
internal import GRDB

extension WriteSession {
    /// Does what a changed or deleted message means for its case; nothing where it is not here, and where that is no news.
    func take(_ revision: MessageRevision, by name: String, at now: Instant) throws {
        guard let kept = try MessageRecord.kept(revision.message, db), revision.isNews(of: kept.message),
            var loaded = try CaseRecord.read(kept.caseNumber, db)
        else { return }
        // The trigger takes the old words out of the index.
        try indexWords()
        let subject = "case/\(kept.caseNumber)"
        let stoppable = try DeliveryRecord.stoppableDrafts(answering: kept.message.id, of: kept.caseNumber, db)
        let effects: [ReviewEffect]
        if let arrival = revision.arrival {
            let isAlone = try !MessageRecord.isAnyWaiting(except: kept.number, in: loaded.item, db)
            effects = loaded.item.hear(edit: arrival, isAlone: isAlone, stoppable: stoppable)
            try MessageRecord.revise(kept.number, arrival, at: revision.at, audit: try nextSequence(), self)
            let writtenAt = kept.message.sentAt ?? kept.message.receivedAt
            try ComplaintRecord.revise(kept.number, case: kept.caseNumber, at: writtenAt, arrival, self)
            try record(.messageEdited, subject, by: name, at: now, words: arrival.line)
            // What it said before is no longer kept: nobody is to try words against its digest.
            try forgetWords(where: "sequence = ?", kept.audit)
            if kept.message.text == nil { noteWords(of: arrival.message, kept.number) }
            for signal in arrival.signals { try CaseSignalRecord.insert(signal, of: kept.caseNumber, self) }
        } else {
            effects = loaded.item.hear(deletionOf: kept.message.id, stoppable: stoppable)
            try MessageRecord.markDeleted(kept.number, at: revision.at, db)
            try record(.messageDeleted, subject, by: name, at: now)
        }
        try write(loaded, effects, by: name, at: now)
    }
}

extension MessageRecord {
    /// A message as it is kept, and where.
    struct Kept {
        let number: Int64
        let caseNumber: Int64
        /// The audit row that its decision is proved by.
        let audit: Int64
        let message: StoredMessage
    }

    static func kept(_ key: MessageKey, _ db: Database) throws -> Kept? {
        var query = try Query(
            db,
            """
            SELECT \(columns), m.id, m.case_id, m.audit FROM messages m WHERE m.channel = ? AND m.account = ? AND m.external_id = ?
            """)
        query.bind(key.channel)
        query.bind(key.account)
        query.bind(key.id)
        guard try query.next() else { return nil }
        return Kept(
            number: query.number(15), caseNumber: query.number(16), audit: query.number(17), message: try read(query, LineReader(db)))
    }

    /// Whether another message waits for the answer that a case waits for.
    static func isAnyWaiting(except number: Int64, in item: Case, _ db: Database) throws -> Bool {
        var query = try Query(
            db,
            """
            SELECT 1 FROM messages
            WHERE case_id = ? AND id <> ? AND received_at >= ? AND disposition <> 'ignore' AND deleted_at IS NULL LIMIT 1
            """)
        query.bind(item.number)
        query.bind(number)
        query.bind(item.waitsSince)
        return try query.next()
    }

    /// Keeps what a message says now, with the decision on it, in the place of what it said.
    static func revise(_ number: Int64, _ arrival: Arrival, at moment: Instant, audit: Int64, _ session: WriteSession) throws {
        var query = try Query(
            session.db,
            """
            UPDATE messages SET
                author_id = coalesce(author_id, ?), author_name = coalesce(author_name, ?), subject = ?, text = ?, rating = ?,
                disposition = ?, line = ?, rulebook = ?, audit = ?, edited_at = ?
            WHERE id = ?
            """)
        query.bind(arrival.message.author?.id)
        query.bind(arrival.message.author?.name)
        query.bind(arrival.message.subject)
        query.bind(arrival.message.text)
        query.bind(arrival.message.rating.map { Int64($0) })
        query.bind(arrival.decision.disposition.rawValue)
        try session.withFolded(arrival.line) { query.bind(Array($0)) }
        query.bind(arrival.rulebook)
        query.bind(audit)
        query.bind(moment)
        query.bind(number)
        try query.run()
    }

    static func markDeleted(_ number: Int64, at moment: Instant, _ db: Database) throws {
        var query = try Query(db, "UPDATE messages SET deleted_at = ? WHERE id = ?")
        query.bind(moment)
        query.bind(number)
        try query.run()
    }
}

extension DeliveryRecord {
    /// Drafts that answer a message, whose replies are under way and are not being written at this moment.
    static func stoppableDrafts(answering message: String, of number: Int64, _ db: Database) throws -> [Int64] {
        var query = try Query(
            db,
            """
            SELECT draft_id FROM deliveries
            WHERE case_id = ? AND in_reply_to = ? AND state IN ('queued', 'leased', 'waiting') AND lease_writing IS NULL ORDER BY id
            """)
        query.bind(number)
        query.bind(message)
        var drafts: [Int64] = []
        while try query.next() { drafts.append(query.number(0)) }
        return drafts
    }
}
