import Channels
import Cryptography
import Desk
import DeskServer
import IntentFiles
import Logging
import Peers
import SQLiteStore
import ServiceLifecycle
import Support
import Synchronization

/// A server on loopback with everything real: sockets, a store in a file, rules from files. Only the clock is moved by hand.
final class ServerHouse: Sendable {
    let port: Int
    let store: SQLiteStore
    let parts: ServerParts
    let clock: ManualClock
    let log: LogLines
    private let group: ServiceGroup

    static let secret = "whsec_c2VjcmV0LW9mLXRoZS10ZXN0cw=="
    static let appSecret = "application-secret"

    static let accounts = [
        PlatformAccount(route: "standard", name: "default", secrets: [Secret("whsec_b2xkZXItc2VjcmV0"), Secret(secret)]),
        PlatformAccount(route: "standard", name: "bare"),
        PlatformAccount(
            route: "meta", name: "page", secrets: [Secret(appSecret)], verifyTokens: [Secret("verify-me")], identities: ["777"]),
        PlatformAccount(route: "telegram", name: "bot", secrets: [Secret("telegram-secret")]),
        PlatformAccount(route: "chatwoot", name: "inbox", secrets: [Secret("chatwoot-secret")]),
        PlatformAccount(route: "mailgun", name: "mail", secrets: [Secret("mailgun-key")]),
        PlatformAccount(route: "slack", name: "team", secrets: [Secret("slack-secret")]),
        PlatformAccount(route: "trustpilot", name: "shop", secrets: [Secret("trustpilot-secret")]),
    ]

    /// Runs `body` against a server, which is stopped then.
    static func run(
        in folder: TemporaryFolder, settings change: (inout ServerSettings) -> Void = { _ in },
        parts changeParts: (inout ServerParts) -> Void = { _ in },
        store wrap: (SQLiteStore) -> any Listening & CaseQueue = { $0 }, _ body: @escaping @Sendable (ServerHouse) async throws -> Void
    ) async throws {
        let store = try SQLiteStore(path: folder.path + "/store.sqlite", patience: 0.05)
        let rules = try TemporaryFolder(SampleRules.files)
        let loaded = RulebookLoader.load(rules.path, for: .answering)
        let (clock, log) = (ManualClock(Sample.start), LogLines())
        var settings = ServerSettings()
        settings.port = 0
        change(&settings)
        let names = Mutex(0)
        var changing = ServerParts(
            settings: settings, store: wrap(store), desk: store, directory: try ChannelDirectory(accounts),
            shelf: RulebookShelf(RulebookEdition(hash: loaded.hash, desk: loaded.makeDesk())), figures: ServerFigures(),
            health: HealthBoard([.server, .store, .rulebook]), clock: ServerClock(now: { clock.now }, ticks: { clock.ticks }),
            makeName: {
                names.withLock { number in
                    number += 1
                    return "name-\(number)"
                }
            }, logger: log.logger)
        changing.health.report(.rulebook, nil)
        changeParts(&changing)
        let parts = changing
        let (ports, port) = AsyncStream.makeStream(of: Int.self)
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(services: [buildApplication(parts) { port.yield($0) }], logger: log.logger))
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask {
                defer { port.finish() }
                try await group.run()
            }
            if let number = await ports.first(where: { _ in true }) {
                try await body(ServerHouse(port: number, store: store, parts: parts, clock: clock, log: log, group: group))
            }
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
        }
        try store.close()
    }

    private init(port: Int, store: SQLiteStore, parts: ServerParts, clock: ManualClock, log: LogLines, group: ServiceGroup) {
        self.port = port
        self.store = store
        self.parts = parts
        self.clock = clock
        self.log = log
        self.group = group
    }

    func stop() async { await group.triggerGracefulShutdown() }

    // MARK: Calls

    func get(_ target: String) async -> PlainClient.Answer? { await PlainClient.ask(port, "GET", target) }

    func post(_ call: Call, to door: String = "standard/default") async -> PlainClient.Answer? {
        await PlainClient.ask(port, "POST", "/webhooks/\(door)", headers: call.headers, body: call.body)
    }

    /// How many messages are kept.
    func messages() async throws -> Int { try await store.audit(after: 0, most: 10_000).count { $0.action == .received } }
}

/// A call as a platform makes it.
struct Call: Sendable {
    var headers: [(String, String)]
    var body: [UInt8]

    /// Signed as Standard Webhooks has it.
    static func standard(_ id: String, _ body: [UInt8], at moment: Instant = Sample.start, secret: String = "secret-of-the-tests") -> Call {
        let signed = Array("\(id).\(moment.seconds).".utf8) + body
        let signature = "v1," + Base64.text(Digest.hmacSHA256(key: Array(secret.utf8), signed))
        return Call(
            headers: [
                ("content-type", "application/json"), ("webhook-id", id), ("webhook-timestamp", "\(moment.seconds)"),
                ("webhook-signature", signature),
            ], body: body)
    }

    static func standard(_ id: String, _ body: String) -> Call { standard(id, Array(body.utf8)) }

    /// Signed as Meta does.
    static func meta(_ body: String) -> Call {
        let code = Digest.hmacSHA256(key: Array(ServerHouse.appSecret.utf8), Array(body.utf8))
        return Call(
            headers: [("content-type", "application/json"), ("x-hub-signature-256", "sha256=" + Hexadecimal.text(code))],
            body: Array(body.utf8))
    }

    /// A body of Standard Webhooks with one message.
    static func body(_ id: String, _ text: String = words, conversation: String? = nil) -> String {
        #"{"type":"message.created","data":{"id":"\#(id)","conversation_id":"\#(conversation ?? id)","author":{"id":"u-1","name":"Zoé Martin"},"text":"\#(text)"}}"#
    }

    /// What must never be seen in a log.
    static let words = "Où est ma commande FR-48213, je suis furieuse"

    func with(_ name: String, _ value: String?) -> Call {
        var call = self
        call.headers.removeAll { $0.0 == name }
        if let value { call.headers.append((name, value)) }
        return call
    }

    func with(body: String) -> Call { Call(headers: headers, body: Array(body.utf8)) }
}

/// What a server logged.
final class LogLines: Sendable {
    private let lines = Mutex<[String]>([])

    var text: String { lines.withLock { $0.joined() } }

    var logger: Logger {
        Logger(label: "test") { _ in
            JSONLogHandler(
                now: { Sample.start }, write: { line, _ in self.lines.withLock { $0.append(String(decoding: line, as: UTF8.self)) } })
        }
    }
}
