import Channels
import Desk
import Dispatch
import Foundation
import Peers
import SQLiteStore
import Support
import Synchronization
import Testing

/// The built program as a person runs it.
@Suite("courtois serve, channels test and settings", .timeLimit(.minutes(10)))
struct ServeCommandTests {
    /// `courtois serve` at work, and what it logs.
    final class Server: @unchecked Sendable {
        // Set up before the process starts, and ended by one test alone.
        private let process: ChildProcess
        /// Read all the time: a process whose log nobody reads stands still.
        private let log = Mutex<(lines: [String], isOver: Bool)>(([], false))
        private let news = DispatchSemaphore(value: 0)
        private(set) var port = 0
        /// What came while another line was waited for.
        private var passed: [String] = []

        init(in folder: String, _ arguments: [String] = []) throws {
            process = try ChildProcess(
                Program.path,
                ["serve", "--port", "0", "--store", folder + "/store.sqlite", "--rules", folder + "/intents"] + arguments,
                in: folder,
                environment: ["PATH": "/usr/bin:/bin", "HOME": "/nonexistent"].merging(ServeCommandTests.environment) { $1 },
                error: .pipe)
            Thread.detachNewThread { [self] in process.error.map(read) }
            port = (try? JSONDocument(Array(wait(for: #""message":"serving""#).utf8)).root["port"]?.integer).flatMap { $0 } ?? 0
        }

        private func read(_ handle: FileHandle) {
            var rest = Data()
            while case let more = handle.nextBytes(), !more.isEmpty {
                rest += more
                while let end = rest.firstIndex(of: 0x0A) {
                    let line = String(decoding: rest[..<end], as: UTF8.self)
                    rest.removeSubrange(...end)
                    log.withLock { $0.lines.append(line) }
                    news.signal()
                }
            }
            log.withLock { $0.isOver = true }
            news.signal()
        }

        /// The next line with `text`; empty when the log ends before, or says nothing for half a minute.
        @discardableResult
        func wait(for text: String) -> String {
            while news.wait(timeout: .now() + 30) == .success {
                guard let line = log.withLock({ $0.lines.isEmpty ? nil : $0.lines.removeFirst() }) else { return "" }
                if line.contains(text) { return line }
                passed.append(line)
            }
            return ""
        }

        /// The line with `text`, though others were waited for since.
        func find(_ text: String) -> String { passed.first { $0.contains(text) } ?? wait(for: text) }

        func signal(_ number: Int32) { process.signal(number) }

        func end() -> Int32 {
            signal(SIGTERM)
            return process.wait()
        }
    }

    private static let environment = ["SERVE_SECRET": "whsec_c2VjcmV0LW9mLXRoZS10ZXN0cw=="]

    private func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder(Dictionary(uniqueKeysWithValues: SampleRules.files.map { ("intents/" + $0, $1) }))
        try folder.write(
            """
            channels:
              - channel: standard
                secrets: [{env: SERVE_SECRET}]
              - channel: telegram
                account: bot
                secrets: [{env: SERVE_SECRET}]
            """, to: "courtois.yaml")
        return folder
    }

    private static func run(_ arguments: [String], in folder: String, environment: [String: String] = [:]) async throws -> Program {
        try await Program.run(arguments, in: folder, environment: environment)
    }

    @Test("serves, is tried by channels test, takes changed rules into use at SIGHUP, and ends with 0 at SIGTERM")
    func serves() async throws {
        let folder = try folder()
        let path = folder.path
        let server = try await PlainClient.away { Result { try Server(in: path) } }.get()
        let port = server.port
        #expect(
            await PlainClient.ask(port, "GET", "/readyz")?.body
                == "{\"ready\":true,\"courier\":\"ok\",\"rulebook\":\"ok\",\"server\":\"ok\",\"store\":\"ok\"}\n")
        for name in ["standard/default", "bot"] {
            let tried = try await Self.run(
                ["channels", "test", name, "--url", "http://127.0.0.1:\(port)"], in: path, environment: Self.environment)
            #expect(tried.status == 0 && tried.output.contains(": 200"), "\(tried.output)\(tried.error)")
            #expect(!tried.output.contains("whsec"))
        }
        let guessed = try await Self.run(
            ["channels", "test", "standard", "--url", "http://127.0.0.1:\(port)"], in: path,
            environment: ["SERVE_SECRET": "whsec_Z3Vlc3NlZC1zZWNyZXQ="])
        #expect(guessed.status == 1 && guessed.output.contains("401") && guessed.output.contains("another secret"))

        try folder.write("fr: [", to: "intents/vocabulary.yaml")
        server.signal(SIGHUP)
        #expect(await PlainClient.away { server.wait(for: #""message":"rulebook kept""#) }.contains("vocabulary.yaml"))
        try folder.write(SampleRules.files["vocabulary.yaml"] ?? "", to: "intents/vocabulary.yaml")
        server.signal(SIGHUP)
        #expect(await PlainClient.away { server.wait(for: #""message":"rulebook in use""#) }.isEmpty == false)
        #expect(await PlainClient.away { server.end() } == 0)

        let store = try SQLiteStore(path: path + "/store.sqlite", .existing)
        let texts = try await store.queue(QueueQuery()).items.map(\.text)
        #expect(texts == [ChannelSample.text, ChannelSample.text])
        let reloads = try await store.audit(after: 0, most: 50).filter { $0.action == .rulebookReloaded }
        #expect(reloads.map { $0.detail?.hasPrefix("SIGHUP: ") } == [true, true] && reloads.allSatisfy { $0.actor == "courtois" })
        try store.close()
    }

    @Test("the built program rings the alarm for eight unhappy customers, logs it without their words, and shows it in its figures")
    func alarm() async throws {
        let folder = try folder()
        let path = folder.path
        let lines = (1...8).map {
            #"{"id":"m\#($0)","channel":"x","author":{"id":"u\#($0)"},"text":"Je suis déçu. Où est ma commande ?"}"# + "\n"
        }
        let received = try await Program.run(
            ["receive", "--rules", path + "/intents", "--store", path + "/store.sqlite", "--quiet"], input: Data(lines.joined().utf8))
        #expect(received.status == 0)
        let server = try await PlainClient.away { Result { try Server(in: path) } }.get()
        let line = await PlainClient.away { server.find(#""message":"alarm rang""#) }
        #expect(line.contains(#""authors":8"#) && line.contains(#""intent":"track_order""#) && !line.contains("déçu"), "\(line)")
        #expect(await PlainClient.ask(server.port, "GET", "/metrics")?.body.contains("courtois_alarms_standing 1\n") == true)
        #expect(await PlainClient.away { server.end() } == 0)
    }

    @Test("channels test tries every platform there is against the running server, and each sample is kept")
    func everyChannel() async throws {
        let folder = try folder()
        let path = folder.path
        let accounts = ChannelDirectory.routes.map { route in
            """
              - channel: \(route)
                account: essai
                secrets: [{env: SERVE_SECRET}]
                identities: ["880017"]
                public_url: https://desk.example/webhooks/\(route)/essai
            """
        }
        try folder.write("channels:\n" + accounts.joined(separator: "\n") + "\n", to: "courtois.yaml")
        let server = try await PlainClient.away { Result { try Server(in: path) } }.get()
        for route in ChannelDirectory.routes {
            let tried = try await Self.run(
                ["channels", "test", "\(route)/essai", "--url", "http://127.0.0.1:\(server.port)"], in: path, environment: Self.environment)
            #expect(tried.status == 0 && tried.output.hasPrefix("\(route)/essai: 200"), "\(tried.output)\(tried.error)")
        }
        #expect(await PlainClient.away { server.end() } == 0)
        let store = try SQLiteStore(path: path + "/store.sqlite", .existing)
        let texts = try await store.queue(QueueQuery(most: 50)).items.map(\.text)
        #expect(texts.count == ChannelDirectory.routes.count && texts.allSatisfy { $0.contains(ChannelSample.text) }, "\(texts)")
        try store.close()
    }

    @Test("asks Meta whether it still calls, says what is to be done, and ends at SIGTERM as ever", arguments: [[], ["--no-delivery"]])
    func subscription(_ arguments: [String]) async throws {
        let folder = try folder()
        let path = folder.path
        let peer = try ScriptedPeer([.answer(200, body: #"{"data":[],"paging":{}}"#)])
        try folder.write(
            """
            channels:
              - channel: meta
                account: page
                secrets: [{env: SERVE_SECRET}]
                token: {env: SERVE_SECRET}
                api_base: \(peer.url)
                identities: ["777"]
                subscribed_fields: [messages]
            delivery: {allow_http: true, allow_networks: [127.0.0.0/8]}
            """, to: "courtois.yaml")
        let server = try await PlainClient.away { Result { try Server(in: path, arguments) } }.get()
        let line = await PlainClient.away { server.wait(for: #""message":"subscription""#) }
        #expect(line.contains(#""finding":"not_subscribed""#) && line.contains("POST /777/subscribed_apps?subscribed_fields=messages"))
        #expect(peer.requests.map(\.path) == ["/v26.0/777/subscribed_apps"] && !line.contains("whsec"))
        let ready = await PlainClient.ask(server.port, "GET", "/readyz")
        #expect(ready?.status == 200 && ready?.body.contains(#""subscription meta/page":"not_subscribed: "#) == true)
        #expect(
            await PlainClient.ask(server.port, "GET", "/metrics")?.body.contains(
                #"courtois_subscription{channel="meta",account="page"} 0"#) == true)
        #expect(await PlainClient.away { server.end() } == 0)
    }

    @Test("a desk without a manager says a link that opens it; one with a manager says none")
    func firstManager() async throws {
        let folder = try folder()
        let path = folder.path
        let server = try await PlainClient.away { Result { try Server(in: path) } }.get()
        let said = await PlainClient.away { server.wait(for: "/welcome/") }
        let link = try #require(said.firstRange(of: "/welcome/").map { String(said[$0.lowerBound...].prefix(73)) })
        #expect(await PlainClient.ask(server.port, "GET", link)?.status == 200)
        #expect(await PlainClient.ask(server.port, "GET", "/")?.headers["location"] == "/sign-in")
        #expect(await PlainClient.away { server.end() } == 0)
        let added = try await Program.run(
            ["user", "add", "zoé", "--role", "manager", "--store", path + "/store.sqlite", "--as", "ada"], text: "quatre mots sans lien\n")
        #expect(added.status == 0 && added.output == "zoé · manager\n")
        let again = try await PlainClient.away { Result { try Server(in: path) } }.get()
        #expect(await PlainClient.ask(again.port, "GET", link)?.status == 200, "a link that was given holds for its hour")
        again.signal(SIGTERM)
        #expect(await PlainClient.away { again.wait(for: "no manager yet") }.isEmpty)
    }

    @Test("what was acknowledged is there after kill -9, and comes twice without harm")
    func killed() async throws {
        let folder = try folder()
        let path = folder.path
        let server = try await PlainClient.away { Result { try Server(in: path) } }.get()
        let port = server.port
        let now = Instant(seconds: Int(Date().timeIntervalSince1970))
        let calls = (0..<300).map { Call.standard("c\($0)", Array(Call.body("m\($0)").utf8), at: now) }
        let acknowledged = await withTaskGroup(of: Int?.self) { group in
            for (number, call) in calls.enumerated() {
                group.addTask {
                    let answer = await PlainClient.ask(port, "POST", "/webhooks/standard/default", headers: call.headers, body: call.body)
                    if number == 120 { server.signal(SIGKILL) }
                    return answer?.status == 200 ? number : nil
                }
            }
            return await group.reduce(into: Set<Int>()) { if let number = $1 { $0.insert(number) } }
        }
        #expect(!acknowledged.isEmpty)
        let again = try await PlainClient.away { Result { try Server(in: path) } }.get()
        let second = again.port
        var store = try SQLiteStore(path: path + "/store.sqlite", .existing)
        var kept = try await store.queue(QueueQuery(most: 500)).items.map(\.case.question.message)
        #expect(acknowledged.allSatisfy { kept.contains("m\($0)") })
        try store.close()
        for call in calls {
            let answer = await PlainClient.ask(second, "POST", "/webhooks/standard/default", headers: call.headers, body: call.body)
            #expect(answer?.status == 200)
        }
        #expect(await PlainClient.away { again.end() } == 0)
        store = try SQLiteStore(path: path + "/store.sqlite", .existing)
        kept = try await store.queue(QueueQuery(most: 500)).items.map(\.case.question.message)
        #expect(kept.count == 300 && Set(kept).count == 300)
        try store.close()
    }

    @Test("a port that is taken, a secret that is not there and rules with findings end it with 2 and what to do")
    func refuses() async throws {
        let folder = try folder()
        let taken = try #require(LoopbackSocket.listen(backlog: 1))
        defer { LoopbackSocket.close([taken.socket]) }
        let store = ["--store", folder.path + "/store.sqlite"]
        let busy = try await Self.run(["serve", "--port", "\(taken.port)"] + store, in: folder.path, environment: Self.environment)
        #expect(busy.status == 2 && busy.error.contains("Choose another with --port"))
        let bare = try await Self.run(["serve", "--port", "0"] + store, in: folder.path)
        #expect(bare.status == 2 && bare.error.contains("SERVE_SECRET"))
        try folder.write("fr: [", to: "intents/vocabulary.yaml")
        let spoilt = try await Self.run(["serve", "--port", "0"] + store, in: folder.path, environment: Self.environment)
        #expect(spoilt.status == 2 && spoilt.error.contains("intents/vocabulary.yaml:"))
    }

    @Test("channels test says when nobody answers, and when there is no such account")
    func nobody() async throws {
        let folder = try folder()
        let refusing = try #require(LoopbackSocket.refuse())
        defer { LoopbackSocket.close([refusing.socket]) }
        let silent = try await Self.run(
            ["channels", "test", "bot", "--url", "http://127.0.0.1:\(refusing.port)"], in: folder.path, environment: Self.environment)
        #expect(silent.status == 2 && silent.error.contains("courtois serve"))
        let unknown = try await Self.run(["channels", "test", "nobody"], in: folder.path, environment: Self.environment)
        #expect(unknown.status == 2 && unknown.error.contains("no account “nobody”"))
    }
}
