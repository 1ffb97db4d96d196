import Desk
import DeskServer
import Peers
import SQLiteStore
import Support
import Testing

@Suite("Paused accounts by the API", .timeLimit(.minutes(10)))
struct APIPauseTests {
    @Test("an account that a platform lets no more in is listed with the cause, and resumed once it is mended")
    func resumed() async throws {
        try await ServerHouse.run(in: try TemporaryFolder()) { house async throws in
            let token = try await house.token()
            #expect(await house.api("GET", "/pauses", token)?.list("pauses").isEmpty == true)
            try await house.send("m1", token)
            #expect(await house.api("POST", "/cases/1/draft/approval", token, [("if-match", "\"1\"")])?.status == 200)
            house.clock.advance(seconds: 60)
            let claim = DeliveryClaim(most: 1, mostPerAccount: 1, worker: "w", seconds: 60)
            let delivery = try #require(try await house.store.claim(claim, now: house.clock.now).first)
            guard case .leased(let lease) = delivery.state else {
                Issue.record("the delivery is not leased")
                return
            }
            #expect(try await house.store.settle(lease, .paused(cause: "the token opens nothing"), now: house.clock.now))
            let paused = try #require(await house.api("GET", "/pauses", token))
            #expect(paused.body == #"{"pauses":[{"channel":"standard","account":"default","cause":"the token opens nothing"}]}"#)
            #expect(try await house.store.claim(claim, now: house.clock.now).isEmpty)
            let reader = try await house.token(name: "reader", role: .reader)
            #expect(await house.api("DELETE", "/pauses/standard/default", reader)?.problem == "role-needed")
            #expect(await house.api("DELETE", "/pauses/standard/other", token)?.problem == "not-found")
            let resumed = try #require(await house.api("DELETE", "/pauses/standard/default", token))
            #expect(resumed.status == 200 && resumed.list("pauses").isEmpty)
            #expect(await house.api("DELETE", "/pauses/standard/default", token)?.problem == "not-found")
            #expect(try await house.store.claim(claim, now: house.clock.now).count == 1)
            let rows = try await house.store.audit(after: 0, most: 50)
            #expect(rows.last { $0.action == .resumed }?.actor == "shop")
        }
    }
}
