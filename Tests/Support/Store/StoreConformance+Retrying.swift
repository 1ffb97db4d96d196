import Desk
import Testing

/// Replies that did not arrive, and what may still be done with them.
extension StoreConformance {
    static let retrying: [StoreConformance] = [
        StoreConformance("a reply is not sent again once the conversation has moved on: newer words, another's answer, a closed case") {
            store in
            let (written, asked, closed) = (try await lost(store, "m1"), try await lost(store, "m2"), try await lost(store, "m3"))
            let (led, elsewhere) = (try await lost(store, "m4"), try await lost(store, "m5"))
            try await act(store, written, .edit(text: "Autre", findings: []))
            try await isRefused(store, written, .superseded)
            try await act(store, written, .approve(note: nil, acceptsFindings: false, delivery: "other"))
            try await isRefused(store, written, .superseded)
            _ = try await store.receive(Sample.arrival("m2b", conversation: "of-m2", at: Sample.start + 80))
            try await isRefused(store, asked, .superseded)
            try await act(store, closed, .close(reason: "fini"))
            try await isRefused(store, closed, .closed)
            try await act(store, led, .takeOver)
            try await isRefused(store, led, .takenOver)
            try await answerElsewhere(store, "of-m5", after: 80)
            try await isRefused(store, elsewhere, .takenOver)
        },
        StoreConformance("a reply that was sent on its way again falls when the customer writes before it leaves") { store in
            let delivery = try await lost(store, "m1")
            guard case .done = try await store.retry(delivery.id, by: "zoe", now: Sample.start + 100) else { throw Unexpected() }
            #expect(try await status(store, delivery.caseID) == .answered)
            _ = try await store.receive(Sample.arrival("m1b", conversation: "of-m1", at: Sample.start + 101))
            #expect(try await lease(store, at: 110).isEmpty)
            #expect(try await store.delivery(delivery.id)?.state == .cancelled(.superseded))
            #expect(try await status(store, delivery.caseID) == .waiting)
        },
    ]

    /// An approved reply of which nobody knows whether it arrived.
    private static func lost(_ store: any DeskStore, _ id: String) async throws -> Delivery {
        let number = try await approved(store, id: id)
        let claimed = try await lease(store)
        let delivery = try #require(claimed.first { $0.caseID == number })
        let held = try #require(delivery.lease)
        guard case .granted(let written) = try await store.markWriting(held, .once, until: Sample.start + 90, now: Sample.start + 70)
        else { throw Unexpected() }
        #expect(try await store.settle(written, .unknown(cause: "timeout"), now: Sample.start + 71))
        return delivery
    }

    private static func act(_ store: any DeskStore, _ delivery: Delivery, _ action: ReviewAction) async throws {
        let version = try await store.file(of: delivery.caseID)?.case.version
        let change = ReviewChange(delivery.caseID, version: version, action, by: Sample.zoe, at: Sample.start + 80)
        _ = try await store.review(change).get()
    }

    /// Refused, and nothing has changed by it.
    private static func isRefused(_ store: any DeskStore, _ delivery: Delivery, _ fall: DeliveryStanding.Fall) async throws {
        let before = try await store.file(of: delivery.caseID)
        #expect(try await store.retry(delivery.id, by: "zoe", now: Sample.start + 100) == .fallen(fall))
        #expect(try await store.delivery(delivery.id)?.state.kind == .unknown)
        #expect(try await store.file(of: delivery.caseID) == before)
    }
}
