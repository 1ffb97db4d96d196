import Desk
import DeskServer
import Peers
import SQLiteStore
import Support
import Testing

@Suite("Operations of the server", .timeLimit(.minutes(10)))
struct OperationsTests {
    @Test("healthz says that the server runs, readyz which part does not, and which account cannot be called")
    func health() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/store.sqlite"
        try await ServerHouse.run(in: folder) { house async throws in
            #expect(await house.get("/healthz")?.status == 200)
            let ready = await house.get("/readyz")
            #expect(
                ready?.status == 200
                    && ready?.body
                        == "{\"ready\":true,\"rulebook\":\"ok\",\"server\":\"ok\",\"store\":\"ok\",\"account standard/bare\":\"no secret that calls are verified with\"}\n"
            )
            let lock = try StoreLock(path)
            let locked = await house.get("/readyz")
            #expect(locked?.status == 503 && locked?.body.contains(#""ready":false"#) == true)
            #expect(locked?.body.contains(#""store":"locked""#) == true && locked?.body.contains(#""rulebook":"ok""#) == true)
            #expect(await house.get("/healthz")?.status == 200)
            try lock.release()
            #expect(await house.get("/readyz")?.status == 200)
            house.parts.health.report(.rulebook, "starting")
            #expect(await house.get("/readyz")?.body.contains(#""rulebook":"starting""#) == true)
        }
    }

    @Test("metrics count requests, calls, decisions and deliveries, and show the queue's age and the rulebook")
    func metrics() async throws {
        try await ServerHouse.run(in: try TemporaryFolder()) { house async throws in
            _ = await house.post(.standard("c1", Call.body("m1")))
            _ = await house.post(.standard("c2", Call.body("m2", "Je vais porter plainte")))
            _ = await house.post(.standard("c2", Call.body("m2")).with("webhook-id", "other"))
            house.parts.figures.courier(.settled(delivery: 1, channel: "telegram", label: "sent"))
            try await house.store.freeze(Freeze(by: "ada", at: house.clock.now, reason: "crise"))
            house.clock.advance(seconds: 90)
            let answer = try #require(await house.get("/metrics"))
            #expect(answer.headers["content-type"]?.hasPrefix("text/plain; version=0.0.4") == true)
            let lines = Set(answer.body.split(separator: "\n").map(String.init))
            for line in [
                #"courtois_http_requests_total{route="/webhooks/{channel}/{account}",method="POST",status="200"} 2"#,
                #"courtois_http_requests_total{route="/webhooks/{channel}/{account}",method="POST",status="401"} 1"#,
                #"courtois_webhook_calls_total{channel="standard",outcome="kept"} 2"#,
                #"courtois_webhook_calls_total{channel="standard",outcome="signature_mismatch"} 1"#,
                #"courtois_decisions_total{disposition="draft",team="customer_service"} 1"#,
                #"courtois_decisions_total{disposition="human",team="legal"} 1"#,
                #"courtois_deliveries_total{channel="telegram",outcome="sent"} 1"#, "courtois_queue_age_seconds 90",
                #"courtois_cases_waiting{team="legal",priority="P1"} 1"#,
                #"courtois_freezes{scope="desk"} 1"#, #"courtois_freezes{scope="account"} 0"#,
                #"courtois_rulebook{hash="\#(house.parts.shelf.hash)"} 1"#,
            ] { #expect(lines.contains(line), "\(line)\n\(answer.body)") }
        }
    }

    @Test("the outbox is in the figures by state, while something is still to come of what is in it")
    func outbox() async throws {
        try await ServerHouse.run(in: try TemporaryFolder()) { house async throws in
            let token = try await house.token(name: "zoe")
            for number in 1...3 {
                try await house.send("m\(number)", token)
                #expect(await house.api("POST", "/cases/\(number)/draft/approval", token, [("if-match", "\"1\"")])?.status == 200)
            }
            func outbox() async throws -> [String] {
                let text = try #require(await house.get("/metrics")?.body)
                return text.split(separator: "\n").filter { $0.hasPrefix("courtois_outbox{") && !$0.hasSuffix(" 0") }.map(String.init)
            }
            #expect(try await outbox() == [#"courtois_outbox{state="queued"} 3"#])
            let claim = DeliveryClaim(most: 2, mostPerAccount: 2, worker: "courier", seconds: 60)
            let leases = try await house.store.claim(claim, now: house.clock.now + 20).compactMap(\.lease)
            #expect(try await outbox() == [#"courtois_outbox{state="queued"} 1"#, #"courtois_outbox{state="leased"} 2"#])
            for (lease, settlement) in zip(leases, [Settlement.sent(externalIds: ["p"]), .unknown(cause: "timed out")]) {
                #expect(try await house.store.settle(lease, settlement, now: house.clock.now + 21))
            }
            #expect(try await outbox() == [#"courtois_outbox{state="queued"} 1"#, #"courtois_outbox{state="unknown"} 1"#])
        }
    }

    @Test("figures can be read also where the store fails half-way: no series twice, each below the type of its family")
    func figuresOfAFailingStore() async throws {
        let folder = try TemporaryFolder()
        let other = try SQLiteStore(path: folder.path + "/other.sqlite")
        try await ServerHouse.run(in: folder, parts: { $0.desk = other }) { house async throws in
            _ = await house.post(.standard("c1", Call.body("m1")))
            let whole = try #require(await house.get("/metrics")?.body)
            #expect(Self.faults(inFigures: whole).isEmpty && whole.contains("\ncourtois_store_up 1\n"))
            // What waits is still to be had, and what is frozen no longer.
            try other.close()
            let half = try #require(await house.get("/metrics")?.body)
            #expect(Self.faults(inFigures: half).isEmpty, "\(half)")
            #expect(half.contains("\ncourtois_store_up 0\n") && half.contains("courtois_webhook_calls_total"))
        }
    }

    /// What Prometheus would refuse in figures as text.
    private static func faults(inFigures text: String) -> [Substring] {
        var (series, families, current): (Set<Substring>, Set<Substring>, Substring) = ([], [], "")
        return text.split(separator: "\n").filter { line in
            if line.hasPrefix("# TYPE ") {
                current = line.dropFirst(7).prefix { $0 != " " }
                return !families.insert(current).inserted
            }
            if line.hasPrefix("# ") { return false }
            let name = line.prefix { $0 != "{" && $0 != " " }
            let isOfFamily = ["", "_bucket", "_sum", "_count"].contains { name == current + $0 }
            return !isOfFamily || !series.insert(line[..<(line.lastIndex(of: " ") ?? line.endIndex)]).inserted
        }
    }

    @Test("whatever is asked for, labels stay few: addresses, methods and names of others are not among them")
    func labels() async throws {
        try await ServerHouse.run(in: try TemporaryFolder()) { house async throws in
            for number in 0..<20 {
                #expect(await house.get("/secret-\(number)?token=t\(number)")?.status == 404)
                #expect(await house.get("/webhooks/guess\(number)/x\(number)")?.status == 404)
                #expect(await PlainClient.ask(house.port, "PROPFIND", "/healthz")?.status == 405)
                #expect(await PlainClient.ask(house.port, "VERB\(number)", "/healthz")?.status == 400)
            }
            let text = try #require(await house.get("/metrics")?.body)
            for word in ["secret-", "guess", "VERB", "PROPFIND", "token"] {
                #expect(!text.contains(word) && !house.log.text.contains(word), "\(word)")
            }
            #expect(text.split(separator: "\n").count < 120)
        }
    }

    @Test("a request has one line in the log, with the id the client was given")
    func log() async throws {
        try await ServerHouse.run(in: try TemporaryFolder()) { house async throws in
            let answer = try #require(await house.post(.standard("c1", Call.body("m1"))))
            let id = try #require(answer.headers["x-request-id"])
            let lines = house.log.text.split(separator: "\n").filter { $0.contains(#""request":"\#(id)""#) }
            #expect(lines.count == 1)
            let line = String(lines.first ?? "")
            #expect(try JSONDocument(Array(line.utf8)).root["outcome"]?.string == "kept")
            #expect(line.contains(#""route":"/webhooks/{channel}/{account}""#) && line.contains(#""account":"default""#))
            #expect(!line.contains("FR-48213") && !line.contains("m1"))
        }
    }

    @Test("who sends a header or a body drop by drop is cut off, while others are answered")
    func slow() async throws {
        let change: (inout ServerSettings) -> Void = {
            $0.idle = 400
            $0.request = 400
        }
        try await ServerHouse.run(in: try TemporaryFolder(), settings: change) { house async throws in
            let port = house.port
            async let header = PlainClient.away {
                guard let client = PlainClient(port: port) else { return false }
                client.send("POST /webhooks/standard/default HTTP/1.1\r\nhost: desk\r\n")
                return client.drip(Array("x-slow: ".utf8) + [UInt8](repeating: 0x61, count: 200), every: 50)
            }
            async let body = PlainClient.away {
                guard let client = PlainClient(port: port) else { return false }
                client.send(
                    "POST /webhooks/standard/default HTTP/1.1\r\nhost: desk\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n"
                )
                return client.drip([UInt8](repeating: 0x20, count: 200), every: 50)
            }
            async let silent = PlainClient.away { PlainClient(port: port).map { $0.answer() == nil } ?? false }
            for number in 0..<10 { #expect(await house.post(.standard("c\(number)", Call.body("m\(number)")))?.status == 200) }
            let cut = await [header, body, silent]
            #expect(cut == [true, true, true])
            #expect(try await house.messages() == 10)
        }
    }

    @Test("of more connections than may be open one waits, and is served once another is gone")
    func connections() async throws {
        try await ServerHouse.run(in: try TemporaryFolder(), settings: { ($0.connections, $0.idle) = (2, 600_000) }) { house async throws in
            let port = house.port
            let held = await PlainClient.away { [PlainClient(port: port), PlainClient(port: port)] }
            for client in held {
                // Answered, and so known to the server.
                let status = await PlainClient.away { () -> Int? in
                    client?.send("GET /healthz HTTP/1.1\r\nhost: desk\r\n\r\n")
                    return client?.answer()?.status
                }
                #expect(status == 200)
            }
            // The system takes it; the server does not yet.
            let waiting = await PlainClient.away { () -> PlainClient? in
                let client = PlainClient(port: port)
                client?.send("GET /healthz HTTP/1.1\r\nhost: desk\r\n\r\n")
                return client
            }
            for _ in 0..<20 {
                let figures = await PlainClient.away { () -> String? in
                    held[0]?.send("GET /metrics HTTP/1.1\r\nhost: desk\r\n\r\n")
                    return held[0]?.answer()?.body
                }
                #expect(figures?.contains(#"route="/healthz",method="GET",status="200"} 2"#) == true)
            }
            held[1]?.hangUp()
            #expect(await PlainClient.away { waiting?.answer()?.status } == 200)
        }
    }

    @Test("a header too large, and what is no HTTP, end their connection and nothing else")
    func nonsense() async throws {
        try await ServerHouse.run(in: try TemporaryFolder()) { house async throws in
            let port = house.port
            for text in [
                "GET /healthz HTTP/1.1\r\nhost: desk\r\nx: \(String(repeating: "a", count: 40_000))\r\n\r\n",
                "GET /healthz HTTP/1.1\r\n" + String(repeating: "x: y\r\n", count: 2000) + "\r\n", "\u{1}\u{2}\u{3}\r\n\r\n",
                "POST /webhooks/standard/default HTTP/1.1\r\ncontent-length: -1\r\n\r\n",
                "POST /webhooks/standard/default HTTP/1.1\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n",
            ] {
                let status = await PlainClient.away { () -> Int? in
                    guard let client = PlainClient(port: port) else { return -1 }
                    client.send(text)
                    return client.answer()?.status
                }
                #expect(status == nil || status == 400 || status == 431, "\(text.prefix(60))")
                #expect(await house.get("/healthz")?.status == 200)
            }
        }
    }
}
