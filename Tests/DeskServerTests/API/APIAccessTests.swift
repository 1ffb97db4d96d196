import Desk
import DeskServer
import Foundation
import Peers
import SQLiteStore
import Support
import Testing

@Suite("Who the API lets in", .timeLimit(.minutes(10)))
struct APIAccessTests {
    @Test("without a token, with one that is none, unknown, wrong, expired or revoked, it answers 401 and says how to ask")
    func unauthorised() async throws {
        try await ServerHouse.run(in: try TemporaryFolder()) { house async throws in
            let token = try await house.token()
            let bare = try #require(await house.api("GET", "/cases", nil))
            #expect(bare.status == 401 && bare.problem == "no-token" && bare.headers["www-authenticate"] == #"Bearer realm="courtois""#)
            let expiring = try await house.token(name: "expiring", expires: house.clock.now + 60)
            let revoked = try await house.token(name: "revoked")
            #expect(await house.api("GET", "/cases", revoked)?.status == 200)
            #expect(try await house.store.revoke("revoked", by: "ada", at: house.clock.now))
            #expect(await house.api("GET", "/cases", expiring)?.status == 200)
            house.clock.advance(seconds: 60)
            var altered = Array(token.utf8)
            altered[altered.count - 1] = altered[altered.count - 1] == 0x30 ? 0x31 : 0x30
            let unknown = "courtois_0123456789abcdef_" + String(repeating: "0", count: 64)
            for shown in [String(decoding: altered, as: UTF8.self), unknown, "secret", "", expiring, revoked, token.uppercased()] {
                let reply = try #require(await house.api("GET", "/cases", shown))
                #expect(reply.status == 401 && ["wrong-token", "no-token"].contains(reply.problem), "\(shown.prefix(12))")
                #expect(reply.headers["www-authenticate"]?.hasPrefix("Bearer realm=") == true)
            }
            #expect(await house.api("GET", "/cases", token)?.status == 200)
            #expect(await house.api("GET", "/cases", nil, [("authorization", "bearer \(token)")])?.status == 200)
            #expect(await house.api("GET", "/cases", nil, [("authorization", "Basic \(token)")])?.status == 401)
            #expect(!house.log.text.contains(token.dropFirst(26)))
        }
    }

    @Test("a token opens what its scopes name and nothing else")
    func scopes() async throws {
        try await ServerHouse.run(in: try TemporaryFolder()) { house async throws in
            let all = try await house.token(name: "all")
            try await house.send("m1", all)
            let doors: [(String, String, Scope)] = [
                ("GET", "/cases", .readCases), ("GET", "/cases/1", .readCases), ("POST", "/cases/1/claim", .writeCases),
                ("GET", "/cases/1/draft", .readDrafts), ("PUT", "/cases/1/draft", .writeDrafts),
                ("POST", "/cases/1/draft/approval", .writeDrafts), ("GET", "/messages/m1?channel=standard", .readMessages),
                ("POST", "/messages", .writeMessages), ("GET", "/deliveries", .readDeliveries),
                ("POST", "/deliveries/1/retry", .writeDeliveries), ("GET", "/rulebook", .readRulebook),
                ("POST", "/rulebook/reload", .writeRulebook), ("GET", "/figures", .readFigures), ("GET", "/freezes", .readFreezes),
                ("PUT", "/freezes/desk", .writeFreezes), ("DELETE", "/freezes/accounts/standard/default", .writeFreezes),
            ]
            for scope in Scope.allCases {
                let token = try await house.token([scope], name: "only \(scope.rawValue)")
                for (method, path, wanted) in doors {
                    let reply = try #require(await house.api(method, path, token))
                    if wanted == scope {
                        #expect(reply.status != 401 && reply.status != 403, "\(scope) \(path)")
                    } else {
                        #expect(reply.status == 403 && reply.problem == "insufficient-scope", "\(scope) \(path)")
                        #expect(reply.json["scope"] as? String == wanted.rawValue)
                        #expect(reply.headers["www-authenticate"]?.contains(#"scope="\#(wanted.rawValue)""#) == true)
                    }
                }
            }
        }
    }

    @Test("who acts is the token's name, as far as its role lets it")
    func roles() async throws {
        try await ServerHouse.run(in: try TemporaryFolder()) { house async throws in
            let reader = try await house.token(name: "reader", role: .reader)
            let zoe = try await house.token(name: "zoe")
            let boss = try await house.token(name: "boss", role: .manager)
            try await house.send("m1", zoe)
            let refused = try #require(await house.api("POST", "/cases/1/claim", reader))
            #expect(refused.status == 403 && refused.problem == "role-needed" && refused.json["role"] as? String == "reviewer")
            #expect(await house.api("POST", "/deliveries/1/drop", reader)?.problem == "role-needed")
            let claimed = try #require(await house.api("POST", "/cases/1/claim", zoe))
            #expect(claimed.status == 200 && claimed.json["claimed_by"] as? String == "zoe")
            let max = try await house.token(name: "max")
            let held = try #require(await house.api("POST", "/cases/1/claim", max))
            #expect(held.status == 409 && held.problem == "claimed" && held.json["claimed_by"] as? String == "zoe")
            #expect(await house.api("POST", "/cases/1/claim", boss)?.json["claimed_by"] as? String == "boss")
            let rows = try await house.store.audit(after: 0, most: 50).filter { $0.action == .claimed }
            #expect(rows.map(\.actor) == ["zoe", "boss"])
        }
    }

    @Test("a token that asks too often waits, and another does not wait for it")
    func tooOften() async throws {
        try await ServerHouse.run(in: try TemporaryFolder(), settings: { $0.requestsPerMinute = 120 }) { house async throws in
            let (busy, calm) = (try await house.token(name: "busy"), try await house.token(name: "calm"))
            #expect(await house.api("GET", "/figures", busy)?.status == 200)
            #expect(await house.api("GET", "/figures", busy)?.status == 200)
            let reply = try #require(await house.api("GET", "/figures", busy))
            #expect(reply.status == 429 && reply.problem == "too-often" && reply.headers["retry-after"] == "1")
            #expect(await house.api("GET", "/figures", calm)?.status == 200)
        }
    }

    @Test("the hour of a token's last use is known, and its secret is nowhere in the store")
    func kept() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/store.sqlite"
        try await ServerHouse.run(in: folder) { house async throws in
            let token = try await house.token()
            #expect(try await house.store.tokens().first?.lastUsedAt == nil)
            _ = await house.api("GET", "/figures", token)
            #expect(try await house.store.tokens().first?.lastUsedAt == AccessToken.hour(of: house.clock.now))
            house.clock.advance(seconds: 7200)
            _ = await house.api("GET", "/figures", token)
            #expect(try await house.store.tokens().first?.lastUsedAt == AccessToken.hour(of: house.clock.now))
            let secret = Data(token.dropFirst(26).utf8)
            for file in [path, path + "-wal"] {
                #expect(try Data(contentsOf: URL(fileURLWithPath: file)).range(of: secret) == nil)
            }
        }
    }
}
