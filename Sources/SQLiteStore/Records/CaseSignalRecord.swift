internal import GRDB

/// Which signals fired on the messages of a case, for filters of the queue.
enum CaseSignalRecord {
    static func insert(_ name: String, of number: Int64, _ session: WriteSession) throws {
        var query = try session.query("INSERT INTO case_signals (name, case_id) VALUES (?, ?) ON CONFLICT DO NOTHING")
        query.bind(name)
        query.bind(number)
        try query.run()
    }
}
