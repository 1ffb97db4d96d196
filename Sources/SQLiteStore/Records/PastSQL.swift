internal import Desk
internal import GRDB
internal import IntentEngine

/// The statements that read cases which wait no longer.
///
/// No index holds them, since each would cost every message. They are met along the messages from the latest back, each case
/// at its last one; a page ends where it has looked at so many messages that more would take too long.
struct PastSQL {
    private let wanted: PastQuery

    /// Messages looked at for one page.
    static let mostRead = 5000

    init(_ wanted: PastQuery) { self.wanted = wanted }

    var page: String {
        """
        SELECT \(QueueSQL.columns), m.id
        FROM (
            SELECT c.id, w.id AS message FROM (
                SELECT id, case_id FROM messages WHERE id < ? ORDER BY id DESC LIMIT \(Self.mostRead)
            ) w CROSS JOIN cases c ON c.id = w.case_id
            WHERE \(conditions.joined(separator: " AND ")) ORDER BY w.id DESC LIMIT ?
        ) p JOIN cases c ON c.id = p.id JOIN messages m ON m.id = p.message
            LEFT JOIN drafts d ON d.id = c.draft_id \(DraftRecord.join)
        ORDER BY m.id DESC
        """
    }

    /// Where a page that looked at as many messages as it may has ended.
    static let end = "SELECT id FROM messages WHERE id < ? ORDER BY id DESC LIMIT 1 OFFSET \(mostRead - 1)"

    private var conditions: [String] {
        let filter = wanted.filter
        var conditions = ["c.message_id = w.id", wanted.status == nil ? "c.status <> 'waiting'" : "c.status = ?"]
        if wanted.team != nil { conditions.append("c.team = ?") }
        if filter.priority != nil { conditions.append("c.priority = ?") }
        if filter.disposition != nil { conditions.append("c.disposition = ?") }
        if filter.channel != nil { conditions.append("c.channel = ?") }
        if filter.language != nil { conditions.append("c.question_language = ?") }
        if filter.signal != nil { conditions.append("EXISTS (SELECT 1 FROM case_signals s WHERE s.name = ? AND s.case_id = c.id)") }
        return conditions
    }

    func bind(_ query: inout Query) {
        let filter = wanted.filter
        query.bind(wanted.before ?? .max)
        if let status = wanted.status { query.bind(status.rawValue) }
        if let team = wanted.team { query.bind(team.rawValue) }
        if let priority = filter.priority { query.bind(priority.rawValue) }
        if let disposition = filter.disposition { query.bind(disposition.rawValue) }
        if let channel = filter.channel { query.bind(channel) }
        if let language = filter.language { query.bind(language.rawValue) }
        if let signal = filter.signal { query.bind(signal) }
    }
}
