internal import Channels
internal import Cryptography
package import Desk
internal import DeskPages
package import DeskServer
internal import Foundation
internal import IntentFiles
internal import Logging
import Peers
package import SQLiteStore
internal import ServiceLifecycle
package import Support
internal import Synchronization

/// A desk on loopback with everything real: sockets, pages, a store in a file, rules from files. Only the clock is moved by
/// hand, and passwords are hashed at the least cost.
package final class DeskHouse: Sendable {
    package let port: Int
    package let store: SQLiteStore
    package let clock: ManualClock
    private let shelf: RulebookShelf

    package var url: String { "http://127.0.0.1:\(port)" }

    package static let password = "quatre mots sans lien"

    /// Which rules a house works by.
    package enum Rules: Sendable {
        /// Few, and known to the tests.
        case sample
        /// Those that the project ships.
        case shipped
    }

    /// Runs `body` in a house, which is closed then.
    ///
    /// - Parameter fill: Puts into the store, and the file of that path, what is there from the start.
    package static func run(
        _ rules: Rules = .sample, publicURL: String? = nil, policy: ReviewPolicy = ReviewPolicy(), signIn: SignInPolicy = SignInPolicy(),
        filling fill: @Sendable (SQLiteStore, String) async throws -> Void = { _, _ in },
        _ body: @escaping @Sendable (DeskHouse) async throws -> Void
    ) async throws {
        let folder = try TemporaryFolder()
        let store = try SQLiteStore(path: folder.path + "/store.sqlite", policy: policy)
        try await fill(store, folder.path + "/store.sqlite")
        let edition = try edition(rules)
        let clock = ManualClock(Sample.start)
        var settings = ServerSettings()
        settings.port = 0
        let names = Mutex(0)
        let quiet = Logger(label: "house") { _ in JSONLogHandler(now: { Sample.start }, write: { _, _ in }) }
        var parts = ServerParts(
            settings: settings, store: store, desk: store, directory: try ChannelDirectory([]), shelf: RulebookShelf(edition),
            figures: ServerFigures(), health: HealthBoard([.server, .store, .rulebook]),
            clock: ServerClock(now: { clock.now }, ticks: { Int(ProcessInfo.processInfo.systemUptime * 1000) }),
            makeName: {
                names.withLock { number in
                    number += 1
                    return "name-\(number)"
                }
            }, logger: quiet)
        let pages = try PageParts(
            server: parts, store: store, sheets: HouseSheets(rules), policy: policy, signIn: signIn, publicURL: publicURL,
            random: { (0..<32).map { _ in UInt8.random(in: .min ... .max) } })
        parts.pages = { router in DeskPages(pages).add(to: router) }
        parts.missingPage = { DeskPages(pages).missing($0) }
        let (ports, port) = AsyncStream.makeStream(of: Int.self)
        let application = buildApplication(parts) { port.yield($0) }
        let group = ServiceGroup(configuration: ServiceGroupConfiguration(services: [application], logger: quiet))
        let shelf = parts.shelf
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask {
                defer { port.finish() }
                try await group.run()
            }
            if let number = await ports.first(where: { _ in true }) {
                let house = DeskHouse(port: number, store: store, clock: clock, shelf: shelf)
                do {
                    try await body(house)
                } catch {
                    await group.triggerGracefulShutdown()
                    throw error
                }
            }
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
        }
        try store.close()
    }

    private init(port: Int, store: SQLiteStore, clock: ManualClock, shelf: RulebookShelf) {
        self.port = port
        self.store = store
        self.clock = clock
        self.shelf = shelf
    }

    package static func edition(_ rules: Rules) throws -> RulebookEdition {
        switch rules {
        case .sample:
            let folder = try TemporaryFolder(SampleRules.files)
            let loaded = RulebookLoader.load(folder.path, for: .answering)
            return RulebookEdition(hash: loaded.hash, desk: loaded.makeDesk())
        case .shipped:
            let loaded = RulebookLoader.load(root + "/intents", for: .answering)
            return RulebookEdition(hash: loaded.hash, desk: loaded.makeDesk())
        }
    }

    package static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    // MARK: What comes in

    /// Keeps messages as `courtois receive` does, one JSON object a line; the numbers of their cases.
    @discardableResult
    package func receive(_ lines: String...) async throws -> [Int64] { try await receive(lines) }

    @discardableResult
    package func receive(_ lines: [String]) async throws -> [Int64] {
        var desk = shelf.edition.desk
        let reader = MessageReader(format: .auto, visibility: .private, channel: nil)
        var arrivals: [Arrival] = []
        for (index, line) in lines.enumerated() {
            let bytes = Array(line.utf8)
            let reading = try bytes.withUnsafeBufferPointer { try reader.read($0, number: index + 1) }
            guard let reading else { continue }
            var used = UsedTexts()
            arrivals.append(desk.arrival(of: reading, used: &used, at: clock.now, delivery: "house-\(reading.message.id)"))
        }
        return try await store.receive(arrivals).map { try $0.get().caseNumber }
    }

    /// The sample inbox, as if it had come today.
    package func receiveInbox() async throws {
        let text = try String(contentsOfFile: Self.root + "/samples/inbox.jsonl", encoding: .utf8)
        let today = String(clock.now.utc.prefix(10))
        try await receive(text.split(separator: "\n").map { $0.replacingOccurrences(of: "2026-11-20T", with: today + "T") })
    }

    // MARK: Who works here

    @discardableResult
    package func add(_ name: String, role: Role = .reviewer, team: Team? = nil) async throws -> User {
        guard let name = UserName(name), let hash = Self.hash else { throw DeskHouseFailure.unfit }
        return try await store.add(NewUser(name: name, role: role, team: team, password: hash), by: "test", at: clock.now).get()
    }

    private static let hash = PasswordHash(
        of: password, salt: Array(repeating: 7, count: 16), cost: Scrypt.Cost(logN: 4, r: 1, p: 1))?.text

    /// Somebody at a browser without scripts, signed in.
    package func visitor(_ name: String, role: Role = .reviewer, team: Team? = nil) async throws -> DeskVisitor {
        if let name = UserName(name), try await store.user(named: name) == nil { try await add(name.text, role: role, team: team) }
        let visitor = DeskVisitor(port: port)
        let answer = try await visitor.signIn(name, Self.password)
        guard answer.status == 303 else { throw DeskHouseFailure.notSignedIn(answer.status) }
        return visitor
    }

    package func guest() -> DeskVisitor { DeskVisitor(port: port) }

    /// A line of one message.
    package static func line(
        _ id: String, _ text: String, name: String = "Léa Martin", conversation: String? = nil, channel: String = "email"
    ) -> String {
        var json: [UInt8] = []
        for (key, value) in [("id", id), ("text", text), ("channel", channel), ("conversation", conversation ?? "c-\(id)")] {
            json += Array(json.isEmpty ? "{\"\(key)\":".utf8 : ",\"\(key)\":".utf8)
            JSONText.append(value, to: &json)
        }
        json += ",\"author\":{\"id\":\"u-\(id)\",\"name\":".utf8
        JSONText.append(name, to: &json)
        return String(decoding: json + Array("}}".utf8), as: UTF8.self)
    }
}

package enum DeskHouseFailure: Error {
    case unfit
    case notSignedIn(Int)
    case noAnswer
    /// The page has no form to send.
    case noForm
}
