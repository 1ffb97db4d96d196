import Desk
import Testing

extension StoreConformance {
    static let remembering: [StoreConformance] = [
        StoreConformance("the texts of the latest drafts are told, latest first, without those that people wrote") { store in
            let first = try await store.receive(Sample.arrival("m1", conversation: "c1")).caseNumber
            _ = try await store.receive(Sample.arrival("m2", conversation: "c2", draft: nil))
            _ = try await store.receive(Sample.arrival("m3", conversation: "c3", account: "shop"))
            _ = try await store.review(
                ReviewChange(first, version: 1, .edit(text: "Bonjour", findings: []), by: Sample.zoe, at: Sample.start)
            ).get()
            let known = [
                DraftedTexts(
                    conversation: ConversationKey(channel: "standard", account: "shop", name: "c3"), template: "track_order/fr/1"),
                DraftedTexts(
                    conversation: ConversationKey(channel: "standard", account: "default", name: "c1"), template: "track_order/fr/1"),
            ]
            #expect(try await store.draftedTexts(most: 10) == known)
            #expect(try await store.draftedTexts(most: 1) == [known[0]])
        }
    ]
}
