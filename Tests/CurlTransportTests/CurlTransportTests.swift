import CurlTransport
import Desk
import Glibc
import Peers
import Support
import Testing

@Suite("HTTP out, against a scripted peer on loopback", .timeLimit(.minutes(10)))
struct CurlTransportTests {
    static func settings(timeout: Int = 30_000, _ change: (inout CurlSettings) -> Void = { _ in }) -> CurlSettings {
        var settings = CurlSettings()
        settings.allowsPlainHTTP = true
        settings.allowedNetworks = ["127.0.0.0/8"].compactMap(NetworkRange.init)
        settings.totalTimeout = timeout
        settings.connectTimeout = min(timeout, 10_000)
        // Connections are kept however long a busy machine takes between two requests.
        settings.idleSeconds = 600
        change(&settings)
        return settings
    }

    static func request(_ url: String, body: String = "{}", isIdempotent: Bool = false) -> OutgoingRequest {
        OutgoingRequest(
            url: url,
            headers: [.init("content-type", "application/json"), .init("authorization", "Bearer s3cret", isSecret: true)],
            body: Array(body.utf8), isIdempotent: isIdempotent)
    }

    private static func failure(_ transport: CurlTransport, _ request: OutgoingRequest) async -> TransportFailure? {
        do throws(TransportFailure) {
            _ = try await transport.send(request)
            return nil
        } catch {
            return error
        }
    }

    @Test("method, path, headers and body arrive as they were given, and the answer comes back whole")
    func roundTrip() async throws {
        let peer = try ScriptedPeer([.answer(202, headers: ["X-Thing": "a", "Retry-After": "7"], body: "{\"id\":\"é\"}")])
        let transport = try CurlTransport(Self.settings())
        let body = "{\"text\":\"Où est mon colis\u{202F}?\"}"
        let answer = try await transport.send(Self.request("\(peer.url)/a/b?c=d", body: body))
        #expect(answer.status == 202)
        #expect(answer.headers["retry-after"] == "7")
        #expect(answer.headers["x-thing"] == "a")
        #expect(String(decoding: answer.body, as: UTF8.self) == "{\"id\":\"é\"}")
        #expect(!answer.isCut)
        let seen = try #require(peer.requests.first)
        #expect((seen.method, seen.path, seen.body) == ("POST", "/a/b?c=d", body))
        #expect(seen.headers["authorization"] == "Bearer s3cret")
        #expect(seen.headers["content-type"] == "application/json")
        #expect(seen.headers["expect"] == nil)
        #expect(seen.headers["user-agent"] == "courtois")
    }

    @Test("other methods, empty bodies and empty headers go as they are", arguments: ["GET", "PUT", "DELETE", "POST"])
    func methods(_ method: String) async throws {
        let peer = try ScriptedPeer()
        let transport = try CurlTransport(Self.settings())
        _ = try await transport.send(OutgoingRequest(method: method, url: peer.url, headers: [.init("x-empty", "")], body: []))
        let seen = try #require(peer.requests.first)
        #expect((seen.method, seen.body, seen.headers["x-empty"], seen.headers["content-type"]) == (method, "", "", nil))
    }

    @Test("a connection is kept and used again")
    func reuse() async throws {
        let peer = try ScriptedPeer()
        let transport = try CurlTransport(Self.settings())
        for _ in 0..<5 { _ = try await transport.send(Self.request(peer.url)) }
        #expect(peer.requests.map(\.connection) == [1, 1, 1, 1, 1])
    }

    @Test("200 requests at once all come back, over no more connections than the settings allow")
    func concurrency() async throws {
        let peer = try ScriptedPeer { .answer(200, body: $0.body) }
        let transport = try CurlTransport(Self.settings(timeout: 30_000) { $0.connectionsPerHost = 4 })
        let answers = try await withThrowingTaskGroup(of: String.self) { group in
            for number in 0..<200 {
                group.addTask {
                    let answer = try await transport.send(Self.request(peer.url, body: "\(number)"))
                    return String(decoding: answer.body, as: UTF8.self)
                }
            }
            return try await group.reduce(into: Set<String>()) { $0.insert($1) }
        }
        #expect(answers == Set((0..<200).map(String.init)))
        #expect(peer.connections <= 4)
    }

    @Test(
        "what breaks after the request was written is interrupted",
        arguments: [
            (.reset, "broken off while reading"), (.close, "closed without an answer"), (.late, "timed out"),
            (.half, "closed in the middle of the answer"), (.garbage, "a protocol that is not allowed, or no HTTP"),
            (.headers, "too many headers"),
        ] as [(PeerAct, String)])
    func interrupted(_ act: PeerAct, _ cause: String) async throws {
        let peer = try ScriptedPeer([act])
        let transport = try CurlTransport(Self.settings(timeout: act == .late ? 1_500 : 30_000))
        #expect(await Self.failure(transport, Self.request(peer.url)) == .interrupted(cause: cause))
        #expect(peer.requests.count == 1)
    }

    @Test("a peer that is not there, or does not take the connection, got nothing")
    func notSent() async throws {
        let transport = try CurlTransport(Self.settings(timeout: 600))
        let refusing = try #require(LoopbackSocket.refuse())
        defer { LoopbackSocket.close([refusing.socket]) }
        #expect(await Self.failure(transport, Self.request("http://127.0.0.1:\(refusing.port)")) == .notSent(cause: "no connection"))
        let (full, sockets) = try #require(LoopbackSocket.fullPort())
        #expect(await Self.failure(transport, Self.request("http://127.0.0.1:\(full)")) == .notSent(cause: "timed out"))
        LoopbackSocket.close(sockets)
    }

    @Test("a name nobody has got nothing")
    func unknownName() async throws {
        let transport = try CurlTransport(Self.settings(timeout: 2_000))
        guard case .notSent = await Self.failure(transport, Self.request("http://nobody.invalid")) else {
            Issue.record("something was sent")
            return
        }
    }

    @Test("a kept connection that breaks under a second request is not tried again by libcurl, unless that does no harm")
    func keptConnection() async throws {
        for isIdempotent in [false, true] {
            let peer = try ScriptedPeer([.answer(200), .close, .answer(201)])
            let transport = try CurlTransport(Self.settings())
            _ = try await transport.send(Self.request(peer.url))
            if isIdempotent {
                #expect(try await transport.send(Self.request(peer.url, isIdempotent: true)).status == 201)
                #expect(peer.requests.count == 3)
            } else {
                #expect(await Self.failure(transport, Self.request(peer.url)) == .interrupted(cause: "the kept connection was closed"))
                #expect(peer.requests.count == 2)
            }
        }
    }

    @Test("a body of 100 MB is cut at the limit, and its status kept")
    func flood() async throws {
        let peer = try ScriptedPeer([.flood(bytes: 100_000_000)])
        let transport = try CurlTransport(Self.settings())
        let answer = try await transport.send(Self.request(peer.url))
        #expect((answer.status, answer.body.count, answer.isCut) == (200, 1 << 20, true))
    }

    @Test("a redirect is an answer, not an order")
    func redirect() async throws {
        let other = try ScriptedPeer()
        let peer = try ScriptedPeer([.answer(302, headers: ["Location": other.url])])
        let transport = try CurlTransport(Self.settings())
        #expect(try await transport.send(Self.request(peer.url)).status == 302)
        #expect(other.requests.isEmpty)
    }

    @Test("an address inside the house is not called, by number or by name")
    func forbiddenAddress() async throws {
        let peer = try ScriptedPeer()
        let transport = try CurlTransport(Self.settings { $0.allowedNetworks = [] })
        for url in [peer.url, "http://localhost:\(peer.port)", "http://[::ffff:127.0.0.1]:\(peer.port)", "http://2130706433:\(peer.port)"] {
            #expect(await Self.failure(transport, Self.request(url)) == .forbidden(cause: "an address that may not be called"), "\(url)")
        }
        #expect(peer.connections == 0)
    }

    @Test(
        "other protocols, passwords in URLs and malformed requests are refused before anything is opened",
        arguments: ["file:///etc/passwd", "ftp://127.0.0.1/x", "gopher://127.0.0.1/x", "http://user:pass@127.0.0.1/", "", "http://a b/"])
    func forbiddenURL(_ url: String) async throws {
        let transport = try CurlTransport(Self.settings())
        guard case .forbidden = await Self.failure(transport, Self.request(url)) else {
            Issue.record("not refused")
            return
        }
    }

    @Test("a header cannot carry another one")
    func injection() async throws {
        let peer = try ScriptedPeer()
        let transport = try CurlTransport(Self.settings())
        for header in [
            OutgoingRequest.Header("x", "a\r\nhost: b"), .init("x\r\ny", "a"), .init("x y", "a"), .init("", "a"), .init("x", "\0"),
        ] {
            let request = OutgoingRequest(url: peer.url, headers: [header], body: [])
            #expect(await Self.failure(transport, request) == .forbidden(cause: "a malformed method, URL or header"))
        }
        #expect(peer.connections == 0)
    }

    @Test("plain HTTP is refused unless the settings allow it")
    func plainHTTP() async throws {
        let peer = try ScriptedPeer()
        let transport = try CurlTransport(Self.settings { $0.allowsPlainHTTP = false })
        let failure = await Self.failure(transport, Self.request(peer.url))
        #expect(failure == .forbidden(cause: "a protocol that is not allowed, or no HTTP"))
        #expect(peer.connections == 0)
    }

    @Test("the environment's proxies are not used")
    func proxies() async {
        // In a process of its own: the environment may not change while other threads read it.
        await #expect(processExitsWith: .success) {
            let proxy = try ScriptedPeer()
            let peer = try ScriptedPeer()
            for name in ["http_proxy", "all_proxy", "ALL_PROXY"] { setenv(name, proxy.url, 1) }
            let transport = try CurlTransport(CurlTransportTests.settings())
            _ = try await transport.send(CurlTransportTests.request(peer.url))
            #expect(proxy.connections == 0)
            #expect(peer.requests.count == 1)
        }
    }

    @Test("a cancelled task comes back at once and says whether the request had left")
    func cancellation() async throws {
        let peer = try ScriptedPeer([.late])
        let transport = try CurlTransport(Self.settings(timeout: 50_000))
        let task = Task { await Self.failure(transport, Self.request(peer.url)) }
        while peer.requests.isEmpty { await Task.yield() }
        task.cancel()
        #expect(await task.value == .interrupted(cause: "cancelled"))
        let early = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return await Self.failure(transport, Self.request(peer.url))
        }
        #expect(await early.value == .notSent(cause: "cancelled"))
        #expect(peer.requests.count == 1)
    }

    @Test("stopping leaves nobody waiting: what is under way ends or is broken off, what comes later is refused")
    func stop() async throws {
        let peer = try ScriptedPeer([.late])
        let transport = try CurlTransport(Self.settings(timeout: 50_000))
        let tasks = (0..<20).map { _ in Task { await Self.failure(transport, Self.request(peer.url)) } }
        while peer.requests.isEmpty { await Task.yield() }
        await transport.stop(grace: 0)
        for task in tasks {
            let failure = await task.value
            #expect(failure == .interrupted(cause: "stopped") || failure == .notSent(cause: "stopped"))
        }
        #expect(await Self.failure(transport, Self.request(peer.url)) == .notSent(cause: "stopped"))
        await transport.stop()
    }

    @Test("a stop with grace lets an answer come")
    func gracefulStop() async throws {
        let gate = Gate()
        let peer = try ScriptedPeer { _ in
            gate.wait()
            return .answer(200)
        }
        let transport = try CurlTransport(Self.settings())
        let task = Task { try await transport.send(Self.request(peer.url)).status }
        while peer.requests.isEmpty { await Task.yield() }
        async let stopped: Void = transport.stop(grace: 30_000)
        gate.open()
        #expect(try await task.value == 200)
        await stopped
    }

    @Test("no failure, and no printing of a request or an answer, shows a secret, an address or a word of the customer")
    func redaction() async throws {
        let transport = try CurlTransport(Self.settings(timeout: 500))
        let refusing = try #require(LoopbackSocket.refuse())
        defer { LoopbackSocket.close([refusing.socket]) }
        let request = Self.request("http://127.0.0.1:\(refusing.port)/bot123:TOKEN/send", body: "Zoé Dupont")
        let failure = await Self.failure(transport, request)
        var dumped = ""
        dump(request, to: &dumped)
        dump(OutgoingAnswer(status: 200, headers: ["set-cookie": "s3cret"], body: Array("Zoé".utf8)), to: &dumped)
        let texts = [String(describing: failure), String(reflecting: failure), "\(request)", String(reflecting: request), dumped]
        for text in texts + request.headers.map({ String(reflecting: $0) }) {
            for secret in ["s3cret", "TOKEN", "127.0.0.1", "Zoé"] { #expect(!text.contains(secret), "\(text)") }
        }
    }
}
