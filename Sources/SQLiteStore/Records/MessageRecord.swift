internal import Desk
internal import GRDB

/// Messages with the decisions that were made of them.
enum MessageRecord {
    static let columns = """
        m.external_id, m.text, m.author_id, m.author_name, m.visibility, m.kind, m.rating, m.sent_at, m.received_at, m.disposition,
        m.line, m.rulebook, m.subject, m.edited_at, m.deleted_at
        """

    static func read(_ query: borrowing Query, _ lines: LineReader) throws -> StoredMessage {
        let (id, name) = (query.optionalText(2), query.optionalText(3))
        return StoredMessage(
            id: query.text(0), text: query.optionalText(1), author: id == nil && name == nil ? nil : Message.Author(id: id, name: name),
            visibility: try query.choice(4), kind: try query.choice(5), rating: query.optionalNumber(6).map { Int($0) },
            sentAt: query.optionalMoment(7), receivedAt: query.moment(8), disposition: try query.choice(9), line: try lines.line(query, 10),
            rulebook: query.text(11), subject: query.optionalText(12), editedAt: query.optionalMoment(13),
            deletedAt: query.optionalMoment(14))
    }

    /// Keeps a message. One that was here before breaks a constraint.
    static func insert(_ arrival: UnsafePointer<Arrival>, id: Int64, of number: Int64, audit: Int64, _ session: WriteSession) throws {
        var query = try session.query(
            """
            INSERT INTO messages (
                id, case_id, channel, account, external_id, author_id, author_name, text, visibility, kind, rating, sent_at, received_at,
                disposition, line, rulebook, audit, subject)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        // Values are read where they are: a copy of it all would count its references.
        query.bind(id)
        query.bind(number)
        query.bind(arrival.pointee.message.channel ?? "")
        query.bind(arrival.pointee.message.account)
        query.bind(arrival.pointee.message.id)
        query.bind(arrival.pointee.message.author?.id)
        query.bind(arrival.pointee.message.author?.name)
        query.bind(arrival.pointee.message.text)
        query.bind(arrival.pointee.message.visibility.rawValue)
        query.bind(arrival.pointee.message.kind.rawValue)
        query.bind(arrival.pointee.message.rating.map { Int64($0) })
        query.bind(arrival.pointee.message.sentAt)
        query.bind(arrival.pointee.receivedAt)
        query.bind(arrival.pointee.decision.disposition.rawValue)
        // By far the longest value, which lives on beyond the statement anyway.
        try session.withFolded(arrival.pointee.line) { line in
            query.bind(borrowed: line)
            query.bind(arrival.pointee.rulebook)
            query.bind(audit)
            query.bind(arrival.pointee.message.subject)
            while try query.next() {}
        }
    }

    /// When a message of a conversation was written, by the platform's clock where it says.
    static func askedAt(_ id: String, _ conversation: ConversationKey, _ db: Database) throws -> Instant? {
        var query = try Query(
            db, "SELECT ifnull(sent_at, received_at) FROM messages WHERE channel = ? AND account = ? AND external_id = ?")
        query.bind(conversation.channel)
        query.bind(conversation.account)
        query.bind(id)
        return try query.next() ? query.moment(0) : nil
    }

    /// The case and the decision of a message that is here.
    static func find(_ message: Message, _ session: WriteSession) throws -> Reception? {
        var query = try session.query(
            "SELECT case_id, line FROM messages WHERE channel = ? AND account = ? AND external_id = ?")
        query.bind(message.channel ?? "")
        query.bind(message.account)
        query.bind(message.id)
        return try query.next() ? .duplicate(case: query.number(0), line: LineReader(session.db).line(query, 1) ?? []) : nil
    }
}
