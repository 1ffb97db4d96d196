import Desk
import DeskServer
import Peers
import SQLiteStore
import Support
import Testing

@Suite("Webhooks", .timeLimit(.minutes(10)))
struct WebhookTests {
    @Test("a call is answered 2xx once its message is kept with its case and its draft")
    func kept() async throws {
        try await ServerHouse.run(in: try TemporaryFolder()) { house async throws in
            let answer = try #require(await house.post(.standard("c1", Call.body("m1"))))
            #expect(answer.status == 200 && answer.headers["x-request-id"]?.isEmpty == false)
            let file = try #require(try await house.store.file(of: 1))
            #expect(file.messages.map(\.text) == [Call.words] && file.messages[0].author?.name == "Zoé Martin")
            #expect(file.case.intent == "track_order" && file.case.draft?.text.contains("FR-48213") == true)
            #expect(file.messages[0].rulebook == house.parts.shelf.hash)
        }
    }

    @Test("an address with a slash at its end is the same, and nobody is sent elsewhere: platforms take that for a failure")
    func noRedirect() async throws {
        try await ServerHouse.run(in: try TemporaryFolder()) { house async throws in
            #expect(await house.post(.standard("c1", Call.body("m1")), to: "standard/default/")?.status == 200)
            #expect(try await house.messages() == 1)
            for door in ["standard", "standard/", "standard/default/x", "", "STANDARD/default", "/standard/default", "standard//default"] {
                let status = try #require(await house.post(.standard("c2", Call.body("m2")), to: door)?.status)
                #expect(!(300..<400).contains(status), "\(door)")
            }
            let verify = "hub.mode=subscribe&hub.challenge=4711&hub.verify_token=verify-me"
            #expect(await house.get("/webhooks/meta/page/?\(verify)")?.body == "4711")
        }
    }

    @Test("a call comes again: answered like the first, and nothing changes")
    func again() async throws {
        try await ServerHouse.run(in: try TemporaryFolder()) { house async throws in
            let first = await house.post(.standard("c1", Call.body("m1")))
            // The same call; the same call with other content, signed; the same message in another call.
            let replayed = await house.post(.standard("c1", Call.body("m1")))
            let changed = await house.post(.standard("c1", Call.body("m2")))
            let duplicate = await house.post(.standard("c2", Call.body("m1", "autre chose")))
            #expect([first, replayed, changed, duplicate].map { $0?.status } == [200, 200, 200, 200])
            #expect([replayed, changed, duplicate].allSatisfy { $0?.body == first?.body })
            #expect(try await house.messages() == 1)
            #expect(try await house.store.file(of: 1)?.case.version == 1)
            let metrics = await house.get("/metrics")?.body ?? ""
            #expect(metrics.contains(#"courtois_webhook_calls_total{channel="standard",outcome="replayed"} 2"#))
        }
    }

    /// Calls that nobody must believe, by what is wrong with them.
    static let forgeries: [(String, Call)] = {
        let good = Call.standard("c1", Call.body("m1"))
        let signature = good.headers.last?.1 ?? ""
        let flipped = String(signature.dropLast(5)) + (signature.dropLast(4).last == "A" ? "B" : "A") + signature.suffix(4)
        return [
            ("forged", good.with("webhook-signature", flipped)), ("without a signature", good.with("webhook-signature", nil)),
            ("without a time", good.with("webhook-timestamp", nil)),
            ("of another secret", .standard("c1", Array(Call.body("m1").utf8), secret: "a-guess")),
            ("truncated", good.with(body: String(Call.body("m1").dropLast(3)))),
            ("re-serialised", good.with(body: Call.body("m1").replacing(#"":""#, with: #"": ""#))),
            ("with another id", good.with("webhook-id", "c2")),
            ("stale", .standard("c1", Array(Call.body("m1").utf8), at: Sample.start + -301)),
            ("of the future", .standard("c1", Array(Call.body("m1").utf8), at: Sample.start + 301)),
            ("empty", good.with(body: "")), ("with a signature of nonsense", good.with("webhook-signature", "v1,é")),
        ]
    }()

    @Test("what is not believed is 401 with one text, changes nothing, and the log holds no word of it")
    func forged() async throws {
        try await ServerHouse.run(in: try TemporaryFolder()) { house async throws in
            var bodies: Set<String> = []
            for (name, call) in Self.forgeries {
                let answer = try #require(await house.post(call), "\(name)")
                #expect(answer.status == 401, "\(name)")
                bodies.insert(answer.body)
            }
            #expect(bodies.count == 1)
            for door in ["telegram/bot", "chatwoot/inbox", "meta/page", "slack/team"] {
                let answer = await house.post(.standard("c1", Call.body("m1")), to: door)
                #expect(answer?.status == 401 && answer.map { bodies.contains($0.body) } == true, "\(door)")
            }
            #expect(try await house.messages() == 0)
            #expect(try await house.store.hear(.init(door: Self.door, onceKey: "c1", items: [], at: Sample.start)) != .replayed)
            let log = house.log.text
            for secret in [Call.words, "FR-48213", "Zoé", "secret-of", "whsec", "v1,", "a-guess"] {
                #expect(!log.contains(secret), "\(secret)")
            }
            #expect(log.contains(#""outcome":"signature_stale""#) && log.contains(#""outcome":"signature_mismatch""#))
        }
    }

    private static let door = ChannelAccount(channel: "standard", account: "default")

    @Test("what is too large, of a wrong type, compressed, or for nobody is refused before it is read")
    func refused() async throws {
        try await ServerHouse.run(in: try TemporaryFolder()) { house async throws in
            let good = Call.standard("c1", Call.body("m1"))
            let large = Call.standard("c1", [UInt8](repeating: 0x20, count: (4 << 20) + 1))
            let answers = [
                (await house.post(good, to: "standard/nobody"), 404), (await house.post(good, to: "nowhere/default"), 404),
                (await house.post(good.with("content-type", "text/plain")), 415),
                (await house.post(good.with("content-type", "application/x-www-form-urlencoded")), 415),
                (await house.post(good.with("content-encoding", "gzip")), 415), (await house.post(large), 413),
                (await house.post(good, to: "standard/bare"), 503),
            ]
            for (answer, status) in answers { #expect(answer?.status == status) }
            // Chunks do not say how many will come.
            let chunked = await PlainClient.away { () -> PlainClient.Answer? in
                guard let client = PlainClient(port: house.port) else { return nil }
                client.send("POST /webhooks/standard/default HTTP/1.1\r\nhost: desk\r\ntransfer-encoding: chunked\r\n\r\n")
                let chunk = Array("100000\r\n".utf8) + [UInt8](repeating: 0x20, count: 1 << 20) + Array("\r\n".utf8)
                for _ in 0..<5 where !client.send(chunk) { break }
                return client.answer()
            }
            #expect(chunked?.status == 413)
            #expect(try await house.messages() == 0)
            #expect(await house.post(good)?.status == 200)
        }
    }

    @Test("a believed call that cannot be read is 400, and the server goes on")
    func unreadable() async throws {
        try await ServerHouse.run(in: try TemporaryFolder()) { house async throws in
            let deep = String(repeating: "[", count: 100_000)
            let bodies: [[UInt8]] = [
                Array("{".utf8), Array(deep.utf8), [0x7B, 0x22, 0xFF, 0xFE, 0x22, 0x3A, 0x31, 0x7D], Array("null".utf8), [0, 1, 2],
            ]
            for (number, body) in bodies.enumerated() {
                #expect(await house.post(.standard("c\(number)", body))?.status == 400, "\(number)")
            }
            #expect(try await house.messages() == 0)
            #expect(await house.post(.standard("c", Call.body("m1")))?.status == 200)
        }
    }

    @Test("one odd element of a batch does not lose the others, and what is no message is noted and answered 2xx")
    func batch() async throws {
        try await ServerHouse.run(in: try TemporaryFolder()) { house async throws in
            let body = """
                {"object":"page","entry":[{"id":"777","messaging":[
                {"sender":{"id":"1"},"recipient":{"id":"777"},"timestamp":1795767300000,"message":{"mid":"a","text":"Où est mon colis ?"}},
                {"sender":17,"message":[[]]},
                {"sender":{"id":"2"},"recipient":{"id":"777"},"timestamp":"oops","message":{"mid":"b","text":"Bonjour"}},
                {"sender":{"id":"777"},"recipient":{"id":"1"},"timestamp":1795767301000,"message":{"mid":"c","is_echo":true,"text":"Merci"}},
                {"sender":{"id":"1"},"recipient":{"id":"777"},"timestamp":1795767302000,"some_new_thing":{"x":1}}]}]}
                """
            let answer = await house.post(.meta(body), to: "meta/page")
            #expect(answer?.status == 200 && answer?.body == "EVENT_RECEIVED")
            #expect(try await house.messages() == 2)
            #expect(house.log.text.contains(#""stored":2"#))
            #expect(await house.post(.meta(body), to: "meta/page")?.status == 200)
            #expect(try await house.messages() == 2)
            // An event of a type nobody knows is still 2xx.
            #expect(await house.post(.standard("c9", #"{"type":"order.paid","data":{"id":"x"}}"#))?.status == 200)
            #expect(try await house.messages() == 2)
        }
    }

    @Test("a message was sent no later than it came, and its due time is counted from a week before at the earliest")
    func sentAt() async throws {
        try await ServerHouse.run(in: try TemporaryFolder()) { house async throws in
            let now = house.clock.now
            var cases: [(sent: Instant?, due: Instant?)] = []
            for sent in [
                "9999-12-31T23:59:59Z", (now + 60).utc, now.utc, (now + -7 * 86_400).utc, "1970-01-01T00:00:00Z", (now + -3600).utc,
            ] {
                let number = cases.count + 1
                let body = #"{"type":"message.created","data":{"id":"m\#(number)","text":"\#(Call.words)","sent_at":"\#(sent)"}}"#
                #expect(await house.post(.standard("c\(number)", body))?.status == 200)
                let file = try #require(try await house.store.file(of: Int64(number)))
                cases.append((file.messages[0].sentAt, file.case.due))
            }
            #expect(cases[0].sent == now && cases[1].sent == now && cases[2].sent == now && cases[2].due != nil)
            #expect(cases[0].due == cases[2].due && cases[1].due == cases[2].due)
            #expect(cases[4].sent == Instant(seconds: 0) && cases[4].due == cases[3].due && cases[3].due != cases[2].due)
            #expect(cases[5].sent == now + -3600)
        }
    }

    @Test("a message without an id that can be kept is kept under one made of the call, with a warning")
    func unnamed() async throws {
        try await ServerHouse.run(in: try TemporaryFolder()) { house async throws in
            for (number, id) in ["", #""id":"a\u0000b","#, #""id":"\#(String(repeating: "i", count: 513))","#].enumerated() {
                let body = #"{"type":"message.created","data":{\#(id)"text":"\#(Call.words)"}}"#
                #expect(await house.post(.standard("c\(number)", body))?.status == 200)
                #expect(try await house.messages() == number + 1)
                // The sender tries again in another call.
                #expect(await house.post(.standard("again-\(number)", body))?.status == 200)
                #expect(try await house.messages() == number + 1)
            }
            let warnings = house.log.text.split(separator: "\n").filter { $0.contains(#""unnamed":1"#) }
            #expect(warnings.count == 6 && warnings.allSatisfy { $0.contains(#""level":"warning""#) }, "\(house.log.text)")
        }
    }

    @Test("without room for it the platform is told to come again, and then it is kept")
    func notStored() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/store.sqlite"
        try await ServerHouse.run(in: folder) { house async throws in
            let lock = try StoreLock(path)
            let answer = await house.post(.standard("c1", Call.body("m1")))
            #expect(answer?.status == 503 && answer?.headers["retry-after"] != nil)
            #expect(house.log.text.contains(#""outcome":"store_locked""#) && !house.log.text.contains(Call.words))
            #expect(await house.get("/readyz")?.status == 503)
            try lock.release()
            #expect(await house.post(.standard("c1", Call.body("m1")))?.status == 200)
            #expect(try await house.messages() == 1)
        }
    }

    @Test("the handshake of a platform is answered to who knows the token, and GET asks for nothing elsewhere")
    func handshakes() async throws {
        try await ServerHouse.run(in: try TemporaryFolder()) { house async throws in
            let query = "hub.mode=subscribe&hub.challenge=4711&hub.verify_token="
            let known = await house.get("/webhooks/meta/page?\(query)verify-me")
            #expect(known?.status == 200 && known?.body == "4711")
            #expect(await house.get("/webhooks/meta/page?\(query)guess")?.status == 403)
            #expect(await house.get("/webhooks/telegram/bot")?.status == 405)
            #expect(await house.get("/webhooks/nowhere/bot")?.status == 404)
            #expect(!house.log.text.contains("verify-me") && !house.log.text.contains("guess"))
            // Slack's is signed.
            let challenge = #"{"type":"url_verification","challenge":"abc"}"#
            #expect(await house.post(.standard("c", challenge), to: "slack/team")?.status == 401)
        }
    }

    @Test("an account that has had its share is told to wait, and forged calls do not use it up")
    func limited() async throws {
        try await ServerHouse.run(in: try TemporaryFolder(), settings: { $0.callsPerMinute = 60 }) { house async throws in
            let forged = Call.standard("c0", Call.body("m0")).with("webhook-id", "x")
            for _ in 0..<5 { #expect(await house.post(forged)?.status == 401) }
            #expect(await house.post(.standard("c1", Call.body("m1")))?.status == 200)
            let answer = await house.post(.standard("c2", Call.body("m2")))
            #expect(answer?.status == 429 && answer?.headers["retry-after"] == "1")
            house.clock.advance(seconds: 1)
            #expect(await house.post(.standard("c2", Call.body("m2")))?.status == 200)
            #expect(try await house.messages() == 2)
        }
    }
}
