internal import Desk
internal import GRDB

/// Dissatisfied messages by time, with what they are about and a number for who wrote them.
enum ComplaintRecord {
    /// Takes note of a message that is kept, if its author is dissatisfied.
    ///
    /// - Parameter moment: When it was written; nil where the arrival says.
    static func insert(
        _ arrival: UnsafePointer<Arrival>, of message: Int64, case number: Int64, at moment: Instant? = nil, _ session: WriteSession
    ) throws {
        guard let topic = arrival.pointee.complaint else { return }
        var query = try session.query(
            """
            INSERT INTO complaints (at, message_id, channel, account, intent, author)
            VALUES (?, ?, ?, ?, ?, coalesce((SELECT min(id) FROM messages WHERE author_id = ?), ?))
            """)
        query.bind(moment ?? arrival.pointee.message.sentAt ?? arrival.pointee.receivedAt)
        query.bind(message)
        query.bind(topic.door.channel)
        query.bind(topic.door.account)
        query.bind(topic.intent)
        query.bind(arrival.pointee.message.author?.id)
        query.bind(-number)
        try query.run()
    }

    /// Takes note of what a message says since its author changed it.
    static func revise(_ message: Int64, case number: Int64, at moment: Instant, _ arrival: Arrival, _ session: WriteSession) throws {
        var query = try session.query("DELETE FROM complaints WHERE at = ? AND message_id = ?")
        query.bind(moment)
        query.bind(message)
        try query.run()
        try withUnsafePointer(to: arrival) { try insert($0, of: message, case: number, at: moment, session) }
    }

    /// Reads a window, a stretch of the table's own order.
    static let countStatement = """
        SELECT channel, account, intent, count(DISTINCT author) FROM complaints WHERE at >= ? AND at < ? GROUP BY channel, account, intent
        """

    /// How many authors complained in a window, by what about.
    static func counts(in window: Range<Instant>, _ db: Database) throws -> [ComplaintTopic: Int] {
        var query = try Query(db, countStatement)
        query.bind(window.lowerBound)
        query.bind(window.upperBound)
        var counts: [ComplaintTopic: Int] = [:]
        while try query.next() {
            counts[ComplaintTopic(query.text(2), at: ChannelAccount(channel: query.text(0), account: query.text(1)))] = query.int(3)
        }
        return counts
    }
}
