import Desk

/// What colleagues answered as another request than the rules had taken it for: where a phrase is missing, or one is too broad.
struct CorrectionsView {
    let view: [[String: Any]]

    private static let mostShown = 20
    static let days = 30

    init(_ visit: Visit) async throws {
        let wording = visit.wording
        let found = try await visit.parts.store.corrections(since: visit.now + -86_400 * Self.days, most: Self.mostShown)
        view = found.map { question in
            [
                "address": Address.case(question.caseNumber), "text": VisibleText.line(question.text, most: 160),
                "recognised": question.recognised.map(wording.intent) ?? wording(RulebookWord.recognisedNothing),
                "isNothing": question.recognised == nil,
                "answered": wording.intent(question.intent), "rules": "/rulebook/intents/\(question.intent)",
            ]
        }
    }
}
