public import Desk
internal import GRDB

extension SQLiteStore: Labelling {
    public func handOutLabels(by name: String, at now: Instant) async throws(StoreFailure) {
        try await group.perform { session in try session.record(.exported, "labels", by: name, at: now) }
    }

    public func labelledQuestions(since moment: Instant, after number: Int64, most: Int) async throws(StoreFailure) -> [LabelledQuestion] {
        try await read { db in
            var query = try Query(
                db,
                """
                SELECT v.id, m.text, d.language, r.intent, v.verdict, m.line
                FROM verdicts v JOIN drafting_rules r ON r.id = v.rule_id JOIN drafts d ON d.id = v.draft_id JOIN cases c ON c.id = v.case_id
                JOIN messages m ON m.channel = c.channel AND m.account = c.account AND m.external_id = d.in_reply_to
                WHERE v.id > ? AND v.at >= ? AND (v.verdict = 'untouched' OR v.verdict = 'edited') AND r.intent <> ''
                    AND r.template NOT LIKE 'block/holding%' AND m.text IS NOT NULL
                ORDER BY v.id LIMIT ?
                """)
            query.bind(number)
            query.bind(moment)
            query.bind(most)
            let lines = LineReader(db)
            var questions: [LabelledQuestion] = []
            while try query.next() {
                let recognised = try lines.line(query, 5).flatMap { DecisionReading(line: $0, scalars: 0).intents.first?.name }
                questions.append(
                    LabelledQuestion(
                        number: query.number(0), text: query.text(1), language: try query.choice(2), intent: query.text(3),
                        recognised: recognised, isEdited: query.text(4) == DraftVerdict.edited.rawValue))
            }
            return questions
        }
    }
}
