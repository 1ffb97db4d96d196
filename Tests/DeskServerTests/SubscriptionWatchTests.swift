import Channels
import CurlTransport
import Desk
import DeskServer
import Peers
import ServiceLifecycle
import Support
import Synchronization
import Testing

/// Against a platform on loopback, by the transport that replies leave by.
@Suite("Whether platforms still call", .timeLimit(.minutes(10)))
struct SubscriptionWatchTests {
    private static let token = "EAAjeton-que-personne-ne-voit"
    private static let subscribed = PeerAct.answer(
        200,
        body: #"{"data":[{"name":"Desk","id":"880017","subscribed_fields":["feed","messages","message_echoes"]}],"paging":{}}"#)
    private static let empty = PeerAct.answer(200, body: #"{"data":[],"paging":{}}"#)
    private static let expired = PeerAct.answer(
        401, body: #"{"error":{"message":"Error validating access token","type":"OAuthException","code":190}}"#)

    private static func account(_ base: String, token: String? = token, identities: [String] = ["777"]) -> PlatformAccount {
        PlatformAccount(
            route: "meta", name: "page", secrets: [Secret("application-secret")], token: token.map { Secret($0) }, apiBase: base,
            identities: identities)
    }

    private static func transport(timeout: Int = 30_000, allowing networks: [String] = ["127.0.0.0/8"]) throws -> CurlTransport {
        var settings = CurlSettings()
        settings.allowsPlainHTTP = true
        settings.allowedNetworks = networks.compactMap(NetworkRange.init)
        (settings.totalTimeout, settings.connectTimeout) = (timeout, min(timeout, 10_000))
        return try CurlTransport(settings)
    }

    /// A server with a watch beside it, whose clock is moved by hand.
    private struct Scene: Sendable {
        let house: ServerHouse
        let clock: SteppedClock
        let peer: ScriptedPeer

        /// Moves the clock, and returns when all that is due then has been asked.
        func advance(_ seconds: Int) async {
            clock.advance(seconds: seconds)
            await clock.untilAsleep()
        }

        func metrics() async -> Set<String> {
            Set((await house.get("/metrics"))?.body.split(separator: "\n").map(String.init) ?? [])
        }

        var warnings: [String] {
            house.log.text.split(separator: "\n").filter { $0.contains(#""message":"subscription""#) && $0.contains(#""level":"warning""#) }
                .map(String.init)
        }

        /// What `/readyz` says of the account; nil where it says nothing.
        func readiness() async throws -> String? {
            let ready = try #require(await house.get("/readyz"))
            #expect(ready.status == 200 && ready.body.hasPrefix(#"{"ready":true"#), "\(ready.body)")
            return try JSONDocument(Array(ready.body.utf8)).root["subscription meta/page"]?.string
        }
    }

    private static func run(
        _ script: [PeerAct], _ accounts: (String) -> [PlatformAccount] = { [account($0)] }, transport: CurlTransport? = nil,
        _ body: @escaping @Sendable (Scene) async throws -> Void
    ) async throws {
        let (peer, clock) = (try ScriptedPeer(script), SteppedClock(Sample.start))
        let directory = try ChannelDirectory(accounts(peer.url))
        let carrier = try transport ?? Self.transport()
        let change: (inout ServerParts) -> Void = {
            $0.directory = directory
            $0.clock = ServerClock(now: { clock.now }, ticks: { clock.ticks })
        }
        try await ServerHouse.run(in: try TemporaryFolder(), parts: change) { house async throws in
            let watch = SubscriptionWatch(
                directory: house.parts.directory, transport: carrier, board: house.parts.subscriptions, clock: clock.courierClock,
                logger: house.parts.logger)
            let group = ServiceGroup(configuration: ServiceGroupConfiguration(services: [watch], logger: house.parts.logger))
            try await withThrowingTaskGroup(of: Void.self) { tasks in
                tasks.addTask { try await group.run() }
                try await body(Scene(house: house, clock: clock, peer: peer))
                await group.triggerGracefulShutdown()
                try await tasks.waitForAll()
            }
            #expect(!house.log.text.contains(Self.token))
        }
        await carrier.stop()
    }

    @Test("it is asked soon after the start and again a day later, and what came of it is in the log, the figures and /readyz")
    func daily() async throws {
        try await Self.run([Self.subscribed, Self.empty, Self.subscribed]) { scene async throws in
            await scene.clock.untilAsleep()
            #expect(scene.peer.requests.isEmpty)
            #expect(await !scene.metrics().contains { $0.hasPrefix("courtois_subscription") })
            await scene.advance(2)
            let request = try #require(scene.peer.requests.first)
            #expect((request.method, request.path) == ("GET", "/v26.0/777/subscribed_apps"))
            #expect(request.headers["authorization"] == "Bearer \(Self.token)" && request.body.isEmpty)
            #expect(await scene.metrics().contains(#"courtois_subscription{channel="meta",account="page"} 1"#))
            #expect(try await scene.readiness() == nil && scene.warnings.isEmpty)
            scene.clock.advance(seconds: 86_399)
            #expect(scene.peer.requests.count == 1)
            #expect(await scene.metrics().contains(#"courtois_subscription_age_seconds{channel="meta",account="page"} 86399"#))

            await scene.advance(1)
            #expect(scene.peer.requests.count == 2)
            let figures = await scene.metrics()
            #expect(figures.contains(#"courtois_subscription{channel="meta",account="page"} 0"#))
            #expect(figures.contains(#"courtois_subscription_age_seconds{channel="meta",account="page"} 0"#))
            let words = try #require(try await scene.readiness())
            #expect(
                words.hasPrefix("not_subscribed: no application is subscribed for Page 777") && words.contains("POST /777/subscribed_apps"))
            let warning = try #require(scene.warnings.first)
            #expect(scene.warnings.count == 1 && warning.contains(#""account":"page""#) && warning.contains(#""finding":"not_subscribed""#))
            #expect(warning.contains(#""cause":"no application"#) && warning.contains(#""remedy":"mend what calls failed of"#))

            await scene.advance(86_400)
            #expect(await scene.metrics().contains(#"courtois_subscription{channel="meta",account="page"} 1"#))
            #expect(try await scene.readiness() == nil && scene.warnings.count == 1)
        }
    }

    @Test("a token that is refused is a warning, and so are fields that are missing; neither makes the server unready")
    func refused() async throws {
        let partly = PeerAct.answer(200, body: #"{"data":[{"id":"880017","subscribed_fields":["messages","message_echoes"]}]}"#)
        try await Self.run([Self.expired, partly]) { scene async throws in
            await scene.clock.untilAsleep()
            await scene.advance(2)
            #expect(await scene.metrics().contains(#"courtois_subscription{channel="meta",account="page"} 0"#))
            #expect(try await scene.readiness()?.hasPrefix("token_refused: ") == true)
            #expect(scene.warnings.first?.contains("190") == true && scene.warnings.first?.contains("pages_manage_metadata") == true)
            await scene.advance(86_400)
            #expect(try await scene.readiness()?.hasPrefix("incomplete: Page 777 is subscribed without feed") == true)
            #expect(await scene.metrics().contains(#"courtois_subscription{channel="meta",account="page"} 0"#))
        }
    }

    @Test(
        "without an answer to be read the platform's last word stands, and it is asked again in an hour",
        arguments: [PeerAct.answer(200, body: "<html>"), .garbage, .half, .flood(bytes: 4 << 20), .answer(502)])
    func unanswered(_ act: PeerAct) async throws {
        try await Self.run([Self.subscribed, act, Self.subscribed]) { scene async throws in
            await scene.clock.untilAsleep()
            await scene.advance(2)
            await scene.advance(86_400)
            #expect(await scene.metrics().contains(#"courtois_subscription{channel="meta",account="page"} 1"#))
            #expect(try await scene.readiness()?.hasPrefix("unknown: ") == true)
            #expect(scene.warnings.count == 1 && scene.warnings.first?.contains(#""finding":"unknown""#) == true)
            await scene.advance(3600)
            #expect(try await scene.readiness() == nil)
            #expect(await scene.metrics().contains(#"courtois_subscription_age_seconds{channel="meta",account="page"} 0"#))
        }
    }

    @Test("a platform that never answers is given up by the transport's limit, and nothing is said to be known")
    func never() async throws {
        try await Self.run([.late], transport: try Self.transport(timeout: 300)) { scene async throws in
            await scene.clock.untilAsleep()
            await scene.advance(2)
            #expect(try await scene.readiness()?.hasPrefix("unknown: ") == true)
            #expect(await !scene.metrics().contains { $0.hasPrefix("courtois_subscription") })
        }
    }

    @Test("a stop breaks off a question that is never answered, and says nothing of it")
    func stops() async throws {
        let asked = Gate()
        let peer = try ScriptedPeer { _ in
            asked.open()
            return .late
        }
        let (clock, log, board) = (SteppedClock(Sample.start), LogLines(), SubscriptionBoard())
        let transport = try Self.transport(timeout: 600_000)
        let watch = SubscriptionWatch(
            directory: try ChannelDirectory([Self.account(peer.url)]), transport: transport, board: board, clock: clock.courierClock,
            logger: log.logger)
        let group = ServiceGroup(configuration: ServiceGroupConfiguration(services: [watch], logger: log.logger))
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            await clock.untilAsleep()
            clock.advance(seconds: 2)
            await PlainClient.away { asked.wait() }
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
        }
        #expect(!log.text.contains(#""message":"subscription""#))
        await transport.stop()
    }

    @Test("an address inside the house is not called, by this way either")
    func guarded() async throws {
        try await Self.run([Self.subscribed], transport: try Self.transport(allowing: [])) { scene async throws in
            await scene.clock.untilAsleep()
            await scene.advance(2)
            #expect(scene.peer.connections == 0)
            #expect(try await scene.readiness()?.contains("an address that may not be called") == true)
        }
    }

    @Test("of several ids the worst answer counts, and an id that is no Page counts for nothing")
    func several() async throws {
        let noPage = PeerAct.answer(400, body: #"{"error":{"message":"(#100) nonexisting field","type":"OAuthException","code":100}}"#)
        let accounts: (String) -> [PlatformAccount] = { [Self.account($0, identities: ["777", "880017", "778"])] }
        try await Self.run([Self.subscribed, noPage, Self.empty, Self.subscribed, noPage, Self.subscribed], accounts) {
            scene async throws in
            await scene.clock.untilAsleep()
            await scene.advance(2)
            #expect(scene.peer.requests.map(\.path) == ["777", "880017", "778"].map { "/v26.0/\($0)/subscribed_apps" })
            #expect(try await scene.readiness()?.contains("Page 778") == true)
            await scene.advance(86_400)
            #expect(try await scene.readiness() == nil)
            #expect(await scene.metrics().contains(#"courtois_subscription{channel="meta",account="page"} 1"#))
        }
    }

    @Test("accounts that cannot be asked about are named once, and other platforms are left alone")
    func unasked() async throws {
        let log = LogLines()
        let accounts = [
            Self.account("http://127.0.0.1:9", token: nil), PlatformAccount(route: "telegram", name: "bot", token: Secret("1:a")),
            PlatformAccount(route: "whatsapp", name: "shop", token: Secret("EAA"), identities: ["4402"]),
        ]
        let watch = SubscriptionWatch(
            directory: try ChannelDirectory(accounts), transport: try Self.transport(), board: SubscriptionBoard(),
            clock: SteppedClock(Sample.start).courierClock, logger: log.logger)
        #expect(!watch.isNeeded)
        let lines = log.text.split(separator: "\n")
        #expect(lines.count == 1 && lines[0].contains(#""message":"subscription not watched""#) && lines[0].contains("“token”"))
    }
}
