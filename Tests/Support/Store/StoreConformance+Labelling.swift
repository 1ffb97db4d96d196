import Desk
import IntentEngine
import Testing

extension StoreConformance {
    private static func review(_ store: any DeskStore, _ number: Int64, _ version: Int, _ action: ReviewAction, at seconds: Int)
        async throws
    {
        _ = try await store.review(ReviewChange(number, version: version, action, by: Sample.zoe, at: Sample.start + seconds)).get()
    }

    private static func approval(_ delivery: String) -> ReviewAction { .approve(note: nil, acceptsFindings: false, delivery: delivery) }

    static let labelling: [StoreConformance] = [
        StoreConformance("a question is labelled with the request that a colleague let an answer to it go for") { store in
            let ids = ["untouched", "redrafted", "edited", "written", "holding", "rejected", "undone", "waiting"]
            for id in ids {
                _ = try await store.receive(Sample.arrival(id, text: "Texte de \(id)", draft: id == "written" ? nil : Sample.draftText))
            }
            try await review(store, 1, 1, approval("d1"), at: 60)
            let draft = Draft(text: "Bonjour,", language: .english, visibility: .private, template: "get_refund/en/1", findings: [])
            try await review(store, 2, 1, .redraft(Redraft(intent: "get_refund", draft: draft, isSensitive: false)), at: 61)
            try await review(store, 2, 2, approval("d2"), at: 62)
            try await review(store, 3, 1, .edit(text: "Bonjour,\n\nVotre colis arrive demain.", findings: []), at: 63)
            try await review(store, 3, 2, approval("d3"), at: 64)
            try await review(store, 4, 1, .edit(text: "Bonjour,\n\nNous voilà.", findings: []), at: 65)
            try await review(store, 4, 2, approval("d4"), at: 66)
            let holding = Draft(
                text: "Bonjour,", language: .french, visibility: .private, template: "block/holding/fr/private/1", findings: [])
            try await review(store, 5, 1, .redraft(Redraft(intent: "track_order", draft: holding, isSensitive: false)), at: 67)
            try await review(store, 5, 2, approval("d5"), at: 68)
            try await review(store, 6, 1, .reject(reason: "trop froid"), at: 69)
            try await review(store, 7, 1, approval("d7"), at: 70)
            try await review(store, 7, 2, .undo, at: 71)
            let questions = try await store.labelledQuestions(since: Sample.start, after: 0, most: 10)
            #expect(questions.map(\.text) == ["Texte de untouched", "Texte de redrafted", "Texte de edited"])
            #expect(questions.map(\.intent) == ["track_order", "get_refund", "track_order"])
            #expect(questions.map(\.language) == [.french, .english, .french] && questions.map(\.isEdited) == [false, false, true])
            // What the line of these samples says was recognised.
            #expect(questions.map(\.recognised) == [nil, nil, nil] && questions.allSatisfy(\.isCorrected))
            let rest = try await store.labelledQuestions(since: Sample.start, after: questions[0].number, most: 1)
            #expect(rest == [questions[1]] && rest[0].caseNumber == 2)
            #expect(try await store.corrections(since: Sample.start, most: 2) == [questions[2], questions[1]])
            #expect(try await store.labelledQuestions(since: Sample.start + 63, after: 0, most: 10) == [questions[2]])
        },
        StoreConformance("labels of those who are forgotten are gone, and that labels were handed out is in the trail") { store in
            for id in ["m1", "m2"] { _ = try await store.receive(Sample.arrival(id, author: "customer-\(id)")) }
            for number in Int64(1)...2 { try await review(store, number, 1, approval("d\(number)"), at: 60) }
            _ = try await store.erase(CustomerID("customer-m1"), by: "ada", at: Sample.start + 90)
            #expect(try await store.labelledQuestions(since: Sample.start, after: 0, most: 10).count == 1)
            try await store.handOutLabels(by: "ada", at: Sample.start + 91)
            let row = try #require(try await store.audit(after: 0, most: 100).last)
            #expect(row.action == .exported && row.subject == "labels" && row.actor == "ada")
        },
    ]
}
