import Desk
import DeskServer
import Foundation
import Peers
import SQLiteStore
import Support
import Testing

@Suite("Drafts for another request by the API", .timeLimit(.minutes(10)))
struct APIRedraftTests {
    private static let path = "/cases/1/draft/redraft"
    private static let order = #"{"intent":"track_order"}"#

    private static func version(_ number: Int) -> (String, String) { ("if-match", "\"\(number)\"") }

    @Test("the rules write for the request a program names, as on the page, and their text waits to be approved")
    func redrafted() async throws {
        try await ServerHouse.run(in: try TemporaryFolder()) { house async throws in
            let token = try await house.token()
            try await house.send("m1", token, "Bonjour, un petit souci avec FR-48213")
            #expect(await house.api("GET", "/cases/1", token)?.json["intent"] is NSNull)
            let redrafted = try #require(await house.api("POST", Self.path, token, [Self.version(1)], json: Self.order))
            #expect(redrafted.status == 200 && redrafted.version == 2 && redrafted.headers["etag"] == "\"2\"", "\(redrafted.body)")
            #expect(redrafted.json["intent"] as? String == "track_order" && redrafted.draft("state") == "proposed")
            #expect(redrafted.draft("text")?.contains("FR-48213") == true)
            #expect((redrafted.json["draft"] as? [String: Any])?["author"] is NSNull)
            let row = try #require(try await house.store.audit(after: 0, most: 50).last { $0.action == .redrafted })
            #expect(row.actor == "shop" && row.subject == "case/1" && row.detail == "track_order")
            // The same use case as the page's.
            var rules = house.parts.shelf.edition.desk
            let file = try #require(try await house.store.file(of: 1))
            guard case .redraft(let same) = try rules.redraft(file, as: "track_order", at: Sample.start) else {
                Issue.record("nothing was written")
                return
            }
            #expect(same.draft.text == redrafted.draft("text"))
            #expect(await house.api("POST", "/cases/1/draft/approval", token, [Self.version(2)])?.status == 200)
            #expect(try await house.store.delivery(1)?.reply.text == same.draft.text)
        }
    }

    @Test("under its key it is done once; at an old version, without one, or of a request nobody knows it is refused")
    func refused() async throws {
        try await ServerHouse.run(in: try TemporaryFolder()) { house async throws in
            let token = try await house.token()
            try await house.send("m1", token, "Bonjour, un petit souci")
            for (json, pointer) in [(#"{"intent":"chess"}"#, "/intent"), ("{}", "/intent"), (#"{"intent":"track_order","x":1}"#, "/x")] {
                let reply = try #require(await house.api("POST", Self.path, token, [Self.version(1)], json: json))
                #expect(reply.status == 422 && reply.list("errors").map { $0["pointer"] as? String } == [pointer], "\(reply.body)")
            }
            #expect(await house.api("POST", Self.path, token, json: Self.order)?.problem == "version-needed")
            let key = ("idempotency-key", "k-1")
            for _ in 0..<2 {
                #expect(await house.api("POST", Self.path, token, [Self.version(1), key], json: Self.order)?.version == 2)
            }
            let stale = try #require(await house.api("POST", Self.path, token, [Self.version(1)], json: Self.order))
            #expect(stale.status == 412 && stale.problem == "stale" && stale.json["version"] as? Int == 2)
            let reader = try await house.token([.readDrafts], name: "reader")
            #expect(await house.api("POST", Self.path, reader, [Self.version(2)], json: Self.order)?.problem == "insufficient-scope")
            let claimed = try await house.token(name: "zoe")
            #expect(await house.api("POST", "/cases/1/claim", claimed)?.status == 200)
            #expect(await house.api("POST", Self.path, token, [Self.version(2)], json: Self.order)?.problem == "claimed")
        }
    }

    @Test("of words that were erased nothing is written")
    func forgotten() async throws {
        try await ServerHouse.run(in: try TemporaryFolder()) { house async throws in
            let token = try await house.token()
            try await house.send("m1", token, "Bonjour, un petit souci")
            _ = try await house.store.erase(CustomerID("u-1"), by: "ada", at: house.clock.now)
            let version = try #require(await house.api("GET", "/cases/1", token)?.version)
            let reply = try #require(await house.api("POST", Self.path, token, [Self.version(version)], json: Self.order))
            #expect(reply.status == 409 && reply.problem == "nothing-to-write", "\(reply.body)")
        }
    }
}
