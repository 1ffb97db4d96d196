import Desk
import DeskServer
import Foundation
import Peers
import SQLiteStore
import Support
import Testing

@testable import courtois

@Suite("Deliveries, rules and figures by the API", .timeLimit(.minutes(10)))
struct APIDeliveryTests {
    private static let latest = ("if-match", "\"1\"")

    @Test("deliveries are listed by state in pages, read, retried, dropped and confirmed as their state lets a person")
    func deliveries() async throws {
        try await ServerHouse.run(in: try TemporaryFolder()) { house async throws in
            let token = try await house.token(name: "zoe")
            for number in 1...3 {
                try await house.send("m\(number)", token)
                #expect(await house.api("POST", "/cases/\(number)/draft/approval", token, [Self.latest])?.status == 200)
            }
            let page = try #require(await house.api("GET", "/deliveries?limit=2", token))
            #expect(page.list("deliveries").map { $0["delivery"] as? Int } == [1, 2])
            let cursor = try #require(page.json["next"] as? String)
            let rest = try #require(await house.api("GET", "/deliveries?limit=2&cursor=\(cursor)", token))
            #expect(rest.list("deliveries").map { $0["delivery"] as? Int } == [3] && rest.json["next"] is NSNull)
            #expect(await house.api("GET", "/deliveries?state=sent&cursor=\(cursor)", token)?.status == 400)
            #expect(await house.api("GET", "/deliveries?state=lost", token)?.status == 400)
            #expect(await house.api("GET", "/deliveries?state=sent&state=refused", token)?.list("deliveries").isEmpty == true)

            let claimed = try await house.store.claim(
                DeliveryClaim(most: 2, mostPerAccount: 2, worker: "courier", seconds: 60), now: house.clock.now + 20)
            for (delivery, settlement) in zip(claimed, [Settlement.unknown(cause: "timed out"), .refused(code: "400", words: "too long")]) {
                guard case .leased(let lease) = delivery.state else { continue }
                #expect(try await house.store.settle(lease, settlement, now: house.clock.now + 21))
            }
            let unknown = try #require(await house.api("GET", "/deliveries/1", token))
            #expect(unknown.json["state"] as? String == "unknown" && unknown.json["cause"] as? String == "timed out")
            let draft = try #require(await house.api("GET", "/cases/1", token)?.list("drafts").first)
            let delivery = try #require(draft["delivery"] as? [String: Any])
            #expect(draft["state"] as? String == "undelivered" && delivery["state"] as? String == "unknown")
            #expect(delivery["delivery"] as? Int == 1 && delivery["cause"] as? String == "timed out" && delivery["code"] is NSNull)
            try await house.send("m2b", token, conversation: "m2")
            let moved = try #require(await house.api("POST", "/deliveries/2/retry", token))
            #expect(moved.status == 409 && moved.problem == "not-now" && moved.json["fall"] as? String == "superseded")
            #expect((moved.json["detail"] as? String)?.contains("drop it") == true)
            #expect(await house.api("POST", "/deliveries/1/retry", token)?.json["state"] as? String == "queued")
            let again = try await house.store.claim(
                DeliveryClaim(most: 1, mostPerAccount: 1, worker: "courier", seconds: 60), now: house.clock.now + 22)
            guard case .leased(let lease)? = again.first?.state else { return #expect(Bool(false), "nothing is due") }
            #expect(try await house.store.settle(lease, .unknown(cause: "timed out"), now: house.clock.now + 23))
            #expect(await house.api("POST", "/deliveries/1/confirmation", token)?.json["state"] as? String == "sent")
            let sent = try #require(await house.api("POST", "/deliveries/1/retry", token))
            #expect(sent.status == 409 && sent.problem == "not-now" && sent.json["state"] as? String == "sent")
            #expect(await house.api("POST", "/deliveries/3/drop", token)?.json["state"] as? String == "dropped")
            #expect(try await house.store.delivery(3)?.state == .dropped(by: "zoe"))
            #expect(await house.api("POST", "/deliveries/9/drop", token)?.problem == "not-found")
        }
    }

    @Test("figures count what waits, what was decided and what was delivered")
    func figures() async throws {
        try await ServerHouse.run(in: try TemporaryFolder()) { house async throws in
            let token = try await house.token()
            try await house.send("m1", token)
            try await house.send("m2", token, "Je vais porter plainte")
            house.parts.figures.courier(.settled(delivery: 1, channel: "telegram", label: "sent"))
            house.clock.advance(seconds: 90)
            let reply = try #require(await house.api("GET", "/figures", token))
            #expect(reply.status == 200 && reply.json["queue_age_seconds"] as? Int == 90)
            #expect(reply.json["rulebook"] as? String == house.parts.shelf.hash)
            #expect(reply.list("waiting").contains { $0["team"] as? String == "legal" && $0["count"] as? Int == 1 })
            #expect(reply.list("decisions").contains { $0["disposition"] as? String == "human" && $0["team"] as? String == "legal" })
            #expect(reply.list("deliveries").contains { $0["channel"] as? String == "telegram" && $0["outcome"] as? String == "sent" })
        }
    }

    @Test("rules with findings are not taken into use: the API says why, until better ones are")
    func rulebook() async throws {
        let rules = try TemporaryFolder(SampleRules.files)
        let path = rules.path
        let write: @Sendable (String) throws -> Void = { try Data($0.utf8).write(to: URL(fileURLWithPath: path + "/vocabulary.yaml")) }
        let change: (inout ServerParts) -> Void = { parts in
            let source = FolderRulebooks(path: path, now: { Sample.start })
            parts.watcher = RulebookWatcher(
                source: source, shelf: parts.shelf, stamp: source.stamp(), pause: .seconds(3600), figures: parts.figures,
                health: parts.health, reloads: parts.desk, now: parts.clock.now, logger: parts.logger)
        }
        try await ServerHouse.run(in: try TemporaryFolder(), parts: change) { house async throws in
            let token = try await house.token()
            let before = house.parts.shelf.hash
            #expect(await house.api("GET", "/rulebook", token)?.json["rulebook"] as? String == before)
            try write("fr: [")
            let refused = try #require(await house.api("POST", "/rulebook/reload", token))
            #expect(refused.status == 409 && refused.problem == "rulebook-refused" && refused.json["rulebook"] as? String == before)
            let findings = try #require(refused.json["findings"] as? [String])
            #expect(findings.contains { $0.contains("/vocabulary.yaml:") })
            #expect(await house.api("GET", "/rulebook", token)?.json["findings"] as? [String] == findings)
            try write((SampleRules.files["vocabulary.yaml"] ?? "") + "# mended\n")
            let used = try #require(await house.api("POST", "/rulebook/reload", token))
            #expect(used.status == 200 && used.json["rulebook"] as? String == house.parts.shelf.hash && house.parts.shelf.hash != before)
            #expect((used.json["findings"] as? [String])?.isEmpty == true)
            let rows = try await house.store.audit(after: 0, most: 50).filter { $0.action == .rulebookReloaded }
            #expect(rows.map(\.actor) == ["shop", "shop"])
            #expect(
                rows.map(\.detail) == [
                    "asked for: refused for \(findings.count) findings, \(before) stays in use",
                    "asked for: \(house.parts.shelf.hash) in use",
                ])
        }
        try await ServerHouse.run(in: try TemporaryFolder()) { house async throws in
            let reply = try #require(await house.api("POST", "/rulebook/reload", try await house.token()))
            #expect(reply.status == 503 && reply.problem == "not-ready")
        }
    }
}
