internal import Desk
internal import GRDB
internal import IntentEngine

/// The statements that read the queue.
///
/// Numbers of the page are found first, by an index that holds all that is filtered by; only theirs are read then. Where
/// a rare signal is asked for, its cases come first and are sorted. Filters that few cases pass would have the whole index
/// read: a page ends then where it has looked at as many as it may.
struct QueueSQL {
    private let wanted: QueueQuery
    private let leadsBySignal: Bool
    /// The last place that is looked at; nil where the end of the queue is.
    private var end: QueuePlace?

    /// Up to so many cases are sorted rather than looked for along the index.
    private static let rare = 5000

    /// Whether a case had a signal is looked up elsewhere, which takes as long as looking at so many cases.
    private static let signalCost = 5

    init(_ wanted: QueueQuery, _ db: Database) throws {
        self.wanted = wanted
        leadsBySignal = try Self.isRare(wanted.filter.signal, db)
        end = nil
        end = try readEnd(db)
    }

    /// Where a page that looked at as many cases as it may ends; told from the index, without looking at what they are.
    private func readEnd(_ db: Database) throws -> QueuePlace? {
        guard let most = wanted.mostRead, isFiltered, !leadsBySignal else { return nil }
        var conditions = ["status = 'waiting'"]
        if wanted.filter.priority != nil { conditions.append("priority = ?") }
        if wanted.after != nil { conditions.append("(priority, due, id) > (?, ?, ?)") }
        var query = try Query(
            db,
            """
            SELECT priority, due, id FROM cases INDEXED BY cases_waiting_filtered WHERE \(conditions.joined(separator: " AND "))
            ORDER BY priority, due, id LIMIT 1 OFFSET ?
            """)
        if let priority = wanted.filter.priority { query.bind(priority.rawValue) }
        if let after = wanted.after { Self.bind(after, &query) }
        query.bind(wanted.filter.signal == nil ? most - 1 : (most - 1) / Self.signalCost)
        guard try query.next(), let priority = Priority(rawValue: query.int(0)) else { return nil }
        let due = query.number(1)
        return QueuePlace(priority: priority, due: due == CaseRecord.never ? nil : query.moment(1), number: query.number(2))
    }

    private static func bind(_ place: QueuePlace, _ query: inout Query) {
        query.bind(place.priority.rawValue)
        query.bind(place.due.map { Int64($0.seconds) } ?? CaseRecord.never)
        query.bind(place.number)
    }

    /// The page of cases that were read; one more than asked for says that there are more.
    func page(of items: [QueueItem]) -> QueuePage {
        guard items.count > wanted.most else { return QueuePage(items: items, next: end) }
        let kept = Array(items.prefix(wanted.most))
        return QueuePage(items: kept, next: kept.last?.case.place)
    }

    /// Whether a signal fired on so few cases that they lead.
    private static func isRare(_ signal: String?, _ db: Database) throws -> Bool {
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
    /// How many these are: where what follows them stands.
    static let count = CaseRecord.end + 4

    static func item(_ query: borrowing Query, _ db: Database) throws -> QueueItem {
        let loaded = try CaseRecord.read(query, db)
        let start = CaseRecord.end
        let (id, name) = (query.optionalText(start + 1), query.optionalText(start + 2))
        return QueueItem(
            case: loaded.item, customer: id == nil && name == nil ? nil : Message.Author(id: id, name: name), text: query.text(start),
            receivedAt: query.moment(start + 3), messages: Int(loaded.messages))
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
        if end != nil { conditions.append("(c.priority, c.due, c.id) <= (?, ?, ?)") }
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
        return isFiltered ? "cases c INDEXED BY cases_waiting_filtered" : "cases c"
    }

    /// Whether cases are looked at along the queue that may not pass.
    private var isFiltered: Bool {
        let filter = wanted.filter
        let isNarrow =
            filter.disposition != nil || filter.channel != nil || filter.language != nil || filter.waitsSince != nil || filter.signal != nil
        return isNarrow && filter.holder == nil && wanted.status == .waiting
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
        if let after = wanted.after { Self.bind(after, &query) }
        if let end { Self.bind(end, &query) }
        if let holder = filter.holder {
            query.bind(holder.name)
            query.bind(holder.now)
            query.bind(holder.name)
        }
        if let signal = filter.signal, !leadsBySignal { query.bind(signal) }
    }
}
