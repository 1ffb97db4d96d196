import Channels
import Cryptography
import Desk
import Peers
import SQLiteStore
import Support
import Testing

/// What strangers and broken programs send, while somebody else's calls go on being answered.
@Suite("Hostile calls", .timeLimit(.minutes(10)))
struct HostileCallTests {
    /// One thing nobody should send.
    struct Attack: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let status: Int
        /// What the log says of it.
        let outcome: String
        let calls: [Call]

        init(_ name: String, _ status: Int, _ outcome: String, _ calls: Call...) {
            testDescription = name
            self.status = status
            self.outcome = outcome
            self.calls = calls
        }
    }

    /// A word that is in every body of an attack and may be nowhere else.
    private static let marker = "mot-du-client-4711"

    private static let body = Call.body("m1", marker)

    static let attacks: [Attack] = {
        let good = Call.standard("c1", body)
        let secret = "secret-of-the-tests"
        let deep = Array(("{\"x\":\"\(marker)\",\"y\":" + String(repeating: "[", count: 200_000)).utf8)
        let wide = Array(("[\"\(marker)\"" + String(repeating: ",0", count: 500_000) + "]").utf8)
        let broken = Array(body.dropLast(3).utf8) + [0xFF, 0xC3, 0x28, 0x22, 0x7D, 0x7D]
        let overlong = Array("{\"x\":\"\(marker)".utf8) + [0xC0, 0xAF, 0xED, 0xA0, 0x80, 0x22, 0x7D]
        return [
            Attack("forged", 401, "signature_mismatch", .standard("c1", Array(body.utf8), secret: "guess")),
            Attack("truncated", 401, "signature_mismatch", good.with(body: String(body.dropLast(9)))),
            Attack("re-serialised", 401, "signature_mismatch", good.with(body: body.replacing("\":\"", with: "\": \""))),
            Attack("stale", 401, "signature_stale", .standard("c1", Array(body.utf8), at: Sample.start + -301)),
            Attack("unsigned", 401, "signature_missing", good.with("webhook-signature", nil)),
            Attack(
                "with a thousand signatures", 401, "signature_malformed",
                good.with("webhook-signature", String(repeating: "v1,AAAA ", count: 1000))),
            Attack("oversized", 413, "too_large", .standard("c1", Array(marker.utf8) + [UInt8](repeating: 0x20, count: 4 << 20))),
            Attack("deeply nested", 400, "too_deep", .standard("c2", deep, secret: secret)),
            Attack("of half a million values", 400, "too_many_values", .standard("c3", wide, secret: secret)),
            Attack("not UTF-8", 400, "not_utf8", .standard("c4", broken, secret: secret), .standard("c5", overlong, secret: secret)),
            Attack(
                "a gzip bomb", 415, "unexpected_media_type", .standard("c6", bomb).with("content-encoding", "gzip"),
                .standard("c6", bomb).with("content-encoding", "GZIP"), .standard("c6", bomb).with("content-encoding", "identity, gzip"),
                .standard("c6", bomb).with("content-encoding", "br"), .standard("c6", bomb).with("content-type", "application/gzip")),
            Attack("a gzip bomb that says nothing of it", 400, "not_utf8", .standard("c7", bomb)),
        ]
    }()

    /// A megabyte of deflate that would unpack to one thousand.
    private static let bomb: [UInt8] = {
        let start: [UInt8] = [
            0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 2, 3, 0xED, 0xC1, 0x31, 1, 0, 0, 0, 0xC2, 0xA0, 0xF5, 0x4F, 0x6D, 0x08, 0x5F, 0xA0,
        ]
        return start + [UInt8](repeating: 0, count: 1 << 20)
    }()

    @Test("is refused, noted without content, and keeps nobody else from being answered", arguments: attacks)
    func refused(_ attack: Attack) async throws {
        try await ServerHouse.run(in: try TemporaryFolder()) { house async throws in
            async let others = neighbours(of: house, "\(attack.outcome)")
            for call in attack.calls {
                let answer = try #require(await house.post(call))
                #expect(answer.status == attack.status)
                #expect(!answer.body.contains(Self.marker))
            }
            #expect(await others == 20)
            #expect(try await house.messages() == 20)
            let log = house.log.text
            #expect(log.contains(#""outcome":"\#(attack.outcome)""#), "\(log.suffix(400))")
            for word in [Self.marker, "guess", "AAAA", "secret", "v1,"] { #expect(!log.contains(word), "\(word)") }
            #expect(await house.get("/healthz")?.status == 200)
            #expect(await house.get("/readyz")?.status == 200)
        }
    }

    @Test("replayed a hundred times at once changes nothing")
    func replayed() async throws {
        try await ServerHouse.run(in: try TemporaryFolder()) { house async throws in
            let call = Call.standard("c1", Self.body)
            let answers = await withTaskGroup(of: Int?.self) { group in
                for _ in 0..<100 { group.addTask { await house.post(call)?.status } }
                return await group.reduce(into: [Int?]()) { $0.append($1) }
            }
            #expect(answers.allSatisfy { $0 == 200 })
            #expect(try await house.messages() == 1)
            #expect(try await house.store.file(of: 1)?.case.version == 1)
            let metrics = await house.get("/metrics")?.body ?? ""
            #expect(metrics.contains(#"courtois_webhook_calls_total{channel="standard",outcome="replayed"} 99"#))
            #expect(!house.log.text.contains(Self.marker))
        }
    }

    /// Calls somebody else makes meanwhile; how many were kept.
    private func neighbours(of house: ServerHouse, _ name: String) async -> Int {
        var kept = 0
        for number in 0..<20 {
            let call = Call.standard("n-\(name)-\(number)", Call.body("n-\(name)-\(number)"))
            if await house.post(call)?.status == 200 { kept += 1 }
        }
        return kept
    }
}
