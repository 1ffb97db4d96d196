public import Desk
internal import GRDB

extension SQLiteStore: Labelling {
    public func handOutLabels(by name: String, at now: Instant) async throws(StoreFailure) {
        try await group.perform { session in try session.record(.exported, "labels", by: name, at: now) }
    }

    public func labelledQuestions(since moment: Instant, after number: Int64, most: Int) async throws(StoreFailure) -> [LabelledQuestion] {
        try await read { db in
            let rows = try LabelRows(
                db, "v.id > ? AND v.at >= ? AND", "ORDER BY v.id LIMIT ?", [number, Int64(moment.seconds), Int64(most)])
            var questions: [LabelledQuestion] = []
            while let question = try rows.next() { questions.append(question) }
            return questions
        }
    }

    public func corrections(since moment: Instant, most: Int) async throws(StoreFailure) -> [LabelledQuestion] {
        try await read { db in
            let rows = try LabelRows(
                db, "v.at >= ? AND", "ORDER BY v.at DESC, v.id DESC LIMIT ?", [Int64(moment.seconds), Int64(100 * most)])
            var questions: [LabelledQuestion] = []
            while questions.count < most, let question = try rows.next() {
                if question.isCorrected { questions.append(question) }
            }
            return questions
        }
    }
}

/// Questions with the request that a colleague answered, row by row.
private struct LabelRows: ~Copyable {
    private let query: Query
    private let lines: LineReader

    init(_ db: Database, _ condition: String, _ order: String, _ values: [Int64]) throws {
        var query = try Query(
            db,
            """
            SELECT v.id, v.case_id, m.text, d.language, r.intent, v.verdict, m.line
            FROM verdicts v JOIN drafting_rules r ON r.id = v.rule_id JOIN drafts d ON d.id = v.draft_id JOIN cases c ON c.id = v.case_id
            JOIN messages m ON m.channel = c.channel AND m.account = c.account AND m.external_id = d.in_reply_to
            WHERE \(condition) (v.verdict = 'untouched' OR v.verdict = 'edited') AND r.intent <> ''
                AND r.template NOT LIKE 'block/holding%' AND m.text IS NOT NULL
            \(order)
            """)
        for value in values { query.bind(value) }
        self.query = query
        lines = LineReader(db)
    }

    func next() throws -> LabelledQuestion? {
        guard try query.next() else { return nil }
        let recognised = try lines.line(query, 6).flatMap { DecisionReading(line: $0, scalars: 0).intents.first?.name }
        return LabelledQuestion(
            number: query.number(0), caseNumber: query.number(1), text: query.text(2), language: try query.choice(3), intent: query.text(4),
            recognised: recognised, isEdited: query.text(5) == DraftVerdict.edited.rawValue)
    }
}
