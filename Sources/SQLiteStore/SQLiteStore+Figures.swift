public import Desk
internal import GRDB

extension SQLiteStore: Figures {
    public func figures(of period: FigurePeriod, hours: OpeningHours) async throws(StoreFailure) -> DeskFigures {
        try await read { db in
            var tally = FigureTally(period, hours: hours)
            try FigureReader.addMessages(of: period, to: &tally, db)
            try FigureReader.addVerdicts(of: period, to: &tally, db)
            try FigureReader.addDeliveries(of: period, to: &tally, db)
            return tally.figures()
        }
    }

    /// Statements that read a period, from its first moment or hour to before its end.
    static let figureStatements = [FigureReader.messages, FigureReader.verdicts, FigureReader.deliveries]
}

/// Reads a period's figures, each from a stretch of one index.
private enum FigureReader {
    static let messages = "SELECT hour, kind, name, count FROM message_counts WHERE hour >= ? AND hour < ?"
    static let verdicts =
        "SELECT verdict, rule_id, at, waits_since, opened_at FROM verdicts INDEXED BY verdicts_by_time WHERE at >= ? AND at < ?"
    /// In one pass without sorting, whatever the states are in.
    static let deliveries: String = {
        let sums = DeliveryState.Kind.allCases.map { "sum(state = '\($0.rawValue)')" }.joined(separator: ", ")
        return "SELECT \(sums) FROM deliveries INDEXED BY deliveries_by_time WHERE queued_at >= ? AND queued_at < ?"
    }()

    static func addMessages(of period: FigurePeriod, to tally: inout FigureTally, _ db: Database) throws {
        let hours = FigureTally.hours(of: period)
        var query = try Query(db, messages)
        query.bind(hours.lowerBound)
        query.bind(hours.upperBound)
        while try query.next() { tally.add(query.int(3), try query.choice(1), query.text(2), hour: query.int(0)) }
    }

    static func addVerdicts(of period: FigurePeriod, to tally: inout FigureTally, _ db: Database) throws {
        let rules = try rules(db)
        var query = try Query(db, verdicts)
        query.bind(period.start)
        query.bind(period.end)
        var counts: [Judged: Int] = [:]
        while try query.next() {
            let verdict: DraftVerdict = try query.choice(0)
            tally.add(verdict, at: query.moment(2), waitsSince: query.moment(3), openedAt: query.optionalMoment(4))
            counts[Judged(verdict: verdict, rule: query.number(1)), default: 0] += 1
        }
        for (judged, count) in counts { if let rule = rules[judged.rule] { tally.add(count, judged.verdict, of: rule) } }
    }

    private struct Judged: Hashable {
        let verdict: DraftVerdict
        let rule: Int64
    }

    private static func rules(_ db: Database) throws -> [Int64: FigureRule] {
        let query = try Query(db, "SELECT id, intent, template FROM drafting_rules")
        var rules: [Int64: FigureRule] = [:]
        while try query.next() { rules[query.number(0)] = FigureRule(intent: query.text(1), template: query.text(2)) }
        return rules
    }

    static func addDeliveries(of period: FigurePeriod, to tally: inout FigureTally, _ db: Database) throws {
        var query = try Query(db, deliveries)
        query.bind(period.start)
        query.bind(period.end)
        guard try query.next() else { return }
        for (column, kind) in DeliveryState.Kind.allCases.enumerated() { tally.add(query.int(Int32(column)), deliveries: kind) }
    }
}
