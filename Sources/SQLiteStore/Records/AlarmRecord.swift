internal import Desk
internal import GRDB

/// Alarms that rang.
enum AlarmRecord {
    private static let columns = "id, channel, account, intent, authors, usual, window, rang_at, words"
    private static let topic = "channel = ? AND account = ? AND intent = ?"

    static func standing(_ db: Database) throws -> [Alarm] {
        let query = try Query(db, "SELECT \(columns) FROM alarms WHERE ended_at IS NULL ORDER BY id")
        var alarms: [Alarm] = []
        while try query.next() { alarms.append(read(query)) }
        return alarms
    }

    /// The last that rang for a topic.
    static func last(of topic: ComplaintTopic, _ db: Database) throws -> Alarm? {
        var query = try Query(db, "SELECT \(columns) FROM alarms WHERE \(Self.topic) ORDER BY id DESC LIMIT 1")
        bind(topic, to: &query)
        return try query.next() ? read(query) : nil
    }

    private static func read(_ query: borrowing Query) -> Alarm {
        let door = ChannelAccount(channel: query.text(1), account: query.text(2))
        return Alarm(
            number: query.number(0), ComplaintTopic(query.text(3), at: door), authors: query.int(4), usual: Double(query.int(5)) / 1000,
            window: query.int(6), at: query.moment(7), words: query.text(8))
    }

    static func insert(_ alarm: Alarm, _ db: Database) throws {
        var query = try Query(
            db,
            "INSERT INTO alarms (channel, account, intent, authors, usual, window, rang_at, words) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
        bind(alarm.topic, to: &query)
        query.bind(alarm.authors)
        query.bind(Int((alarm.usual * 1000).rounded()))
        query.bind(alarm.window)
        query.bind(alarm.at)
        query.bind(alarm.words)
        try query.run()
    }

    /// False where it does not stand.
    static func end(_ number: Int64, by name: String, at now: Instant, _ db: Database) throws -> Bool {
        var query = try Query(db, "UPDATE alarms SET ended_by = ?, ended_at = ? WHERE id = ? AND ended_at IS NULL")
        query.bind(name)
        query.bind(now)
        query.bind(number)
        try query.run()
        return db.changes > 0
    }

    private static func bind(_ topic: ComplaintTopic, to query: inout Query) {
        query.bind(topic.door.channel)
        query.bind(topic.door.account)
        query.bind(topic.intent)
    }
}
