internal import Desk
internal import GRDB
internal import IntentEngine

/// The statements that read the queue.
///
/// Numbers of the page are found first, by an index that holds all that is filtered by; only theirs are read then. Where
/// a rare signal is asked for, its cases come first and are sorted.
struct QueueSQL {
    private let wanted: QueueQuery
    private let leadsBySignal: Bool

    /// Up to so many cases are sorted rather than looked for along the index.
    private static let rare = 5000

    init(_ wanted: QueueQuery, leadsBySignal: Bool) {
        self.wanted = wanted
        self.leadsBySignal = leadsBySignal
    }

    /// Whether a signal fired on so few cases that they lead.
    static func isRare(_ signal: String?, _ db: Database) throws -> Bool {
        guard let signal else { return false }
        var query = try Query(db, "SELECT count(*) FROM (SELECT 1 FROM case_signals WHERE name = ? LIMIT \(rare + 1))")
        query.bind(signal)
        return try query.next() && query.int(0) <= rare
    }

    /// Cases with their last message.
    var page: String {
        """
        SELECT \(Self.columns)
        FROM (\(numbers) ORDER BY c.priority, c.due, c.id LIMIT ?) p JOIN cases c ON c.id = p.id
            LEFT JOIN drafts d ON d.id = c.draft_id \(DraftRecord.join) JOIN messages m ON m.id = c.message_id
        ORDER BY c.priority, c.due, c.id
        """
    }

    /// How many there are, counted up to a bound.
    var count: String { "SELECT count(*) FROM (\(numbers) LIMIT ?)" }

    static let columns = "\(CaseRecord.columns), m.text, m.author_id, m.author_name, m.received_at"

    static func item(_ query: borrowing Query, _ db: Database) throws -> QueueItem {
        let loaded = try CaseRecord.read(query, db)
        let (id, name) = (query.optionalText(43), query.optionalText(44))
        return QueueItem(
            case: loaded.item, customer: id == nil && name == nil ? nil : Message.Author(id: id, name: name), text: query.text(42),
            receivedAt: query.moment(45), messages: Int(loaded.messages))
    }

    private var numbers: String {
        let filter = wanted.filter
        // The status must stand in the text for SQLite to use the partial indexes.
        var conditions = ["c.status = '\(wanted.status.rawValue)'"]
        if wanted.team != nil { conditions.append("c.team = ?") }
        if filter.priority != nil { conditions.append("c.priority = ?") }
        if filter.disposition != nil { conditions.append("c.disposition = ?") }
        // The plus keeps SQLite from looking by the channel and sorting all it has.
        if filter.channel != nil { conditions.append("+c.channel = ?") }
        if filter.language != nil { conditions.append("c.question_language = ?") }
        if filter.waitsSince != nil { conditions.append("c.waits_since <= ?") }
        if wanted.after != nil { conditions.append("(c.priority, c.due, c.id) > (?, ?, ?)") }
        if filter.holder != nil { conditions.append(Self.held) }
        if filter.signal != nil, !leadsBySignal {
            conditions.append("EXISTS (SELECT 1 FROM case_signals s WHERE s.name = ? AND s.case_id = c.id)")
        }
        return "SELECT c.id FROM \(source) WHERE \(conditions.joined(separator: " AND "))"
    }

    /// Where what is asked for stands in one index, all is told from it: by an index of the order alone SQLite would fetch
    /// each case to see whether it passes, which takes seconds where few do.
    private var source: String {
        if leadsBySignal { return "(SELECT case_id FROM case_signals WHERE name = ?) s CROSS JOIN cases c ON c.id = s.case_id" }
        let filter = wanted.filter
        let isFiltered = filter.disposition != nil || filter.channel != nil || filter.language != nil || filter.waitsSince != nil
        return isFiltered && filter.holder == nil && wanted.status == .waiting ? "cases c INDEXED BY cases_waiting_filtered" : "cases c"
    }

    /// Two small indexes instead of a walk along the queue.
    private static let held = """
        c.id IN (SELECT id FROM cases WHERE status = 'waiting' AND claimed_by = ? AND claimed_until > ?
            UNION ALL SELECT id FROM cases WHERE status = 'waiting' AND taken_over_by = ?)
        """

    func bind(_ query: inout Query) {
        let filter = wanted.filter
        if leadsBySignal, let signal = filter.signal { query.bind(signal) }
        if let team = wanted.team { query.bind(team.rawValue) }
        if let priority = filter.priority { query.bind(priority.rawValue) }
        if let disposition = filter.disposition { query.bind(disposition.rawValue) }
        if let channel = filter.channel { query.bind(channel) }
        if let language = filter.language { query.bind(language.rawValue) }
        if let moment = filter.waitsSince { query.bind(moment) }
        if let after = wanted.after {
            query.bind(after.priority.rawValue)
            query.bind(after.due.map { Int64($0.seconds) } ?? CaseRecord.never)
            query.bind(after.number)
        }
        if let holder = filter.holder {
            query.bind(holder.name)
            query.bind(holder.now)
            query.bind(holder.name)
        }
        if let signal = filter.signal, !leadsBySignal { query.bind(signal) }
    }
}
