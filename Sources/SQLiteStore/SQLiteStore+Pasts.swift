public import Desk
internal import GRDB

extension SQLiteStore {
    public func pasts(of askers: Set<Asker>) async throws(StoreFailure) -> KeptPasts {
        return try await read { db in
            var pasts = KeptPasts(alarms: try AlarmRecord.standing(db).map(\.topic))
            for asker in askers {
                guard let number = try caseNumber(of: asker.conversation, db) else { continue }
                pasts.conversations[asker] = try readPast(of: number, for: asker.author, db)
            }
            return pasts
        }
    }
}

private func caseNumber(of conversation: ConversationKey, _ db: Database) throws -> Int64? {
    var query = try Query(db, "SELECT id FROM cases WHERE channel = ? AND account = ? AND conversation = ?")
    query.bind(conversation.channel)
    query.bind(conversation.account)
    query.bind(conversation.name)
    return try query.next() ? query.number(0) : nil
}

/// Of a conversation of many people the latest messages are looked at, and no more.
private func readPast(of number: Int64, for author: String?, _ db: Database) throws -> ConversationPast {
    var asked = try Query(
        db,
        """
        SELECT max(moment) FROM (
            SELECT author_id, disposition, deleted_at, ifnull(sent_at, received_at) AS moment FROM messages
            WHERE case_id = ? ORDER BY id DESC LIMIT 200)
        WHERE author_id IS ? AND disposition <> 'ignore' AND deleted_at IS NULL
        """)
    asked.bind(number)
    asked.bind(author)
    var past = ConversationPast()
    if try asked.next() { past.lastAsked = asked.optionalMoment(0) }
    var answers = try Query(
        db,
        """
        SELECT max(CASE WHEN v.verdict <> 'unreviewed' THEN v.at END),
            count(CASE WHEN v.verdict = 'elsewhere' OR d.visibility = 'public' THEN 1 END)
        FROM verdicts v LEFT JOIN drafts d ON d.id = v.draft_id
        WHERE v.case_id = ? AND (v.verdict = 'elsewhere' OR d.state = 'approved' OR d.state = 'sent')
        """)
    answers.bind(number)
    if try answers.next() {
        past.lastAnswered = answers.optionalMoment(0)
        past.publicReplies = answers.int(1)
    }
    return past
}
