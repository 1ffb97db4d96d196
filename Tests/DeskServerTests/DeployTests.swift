import Foundation
import Peers
import Support
import Testing

/// The files of `deploy/`, tried with the programs they are for where those are installed.
@Suite("Files for operations", .timeLimit(.minutes(10)))
struct DeployTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../deploy")
        .standardized.path

    private static func text(_ name: String) throws -> String {
        try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
    }

    private static func path(_ names: String...) -> String? { names.first(where: FileManager.default.isExecutableFile) }

    private static var nginx: String? { path("/usr/sbin/nginx") }
    private static var caddy: String? { path("/usr/bin/caddy") }
    private static var systemdAnalyze: String? { path("/usr/bin/systemd-analyze") }

    /// A proxy at work, ended with its test.
    private final class Proxy: @unchecked Sendable {
        // Set up before the process starts, and ended by one test alone.
        private let process: ChildProcess
        let port: Int

        init(_ program: String, _ arguments: [String], environment: [String: String] = [:], port: UInt16) throws {
            self.port = Int(port)
            process = try ChildProcess(
                program, arguments, environment: ["PATH": "/usr/bin:/bin", "HOME": "/nonexistent"].merging(environment) { $1 })
            for _ in 0..<3000 where process.isRunning && !LoopbackSocket.isOpen(port) { usleep(10_000) }
        }

        deinit {
            process.signal(SIGTERM)
            process.wait()
        }
    }

    private static func port() throws -> UInt16 { try #require(LoopbackSocket.closedPort()) }

    /// nginx with the file as it is, but for its port, its certificate and where it looks for courtois.
    private static func startNginx(_ program: String, before upstream: Int, in folder: TemporaryFolder) throws -> Proxy {
        let port = try port()
        let site = try text("nginx.conf").replacing("127.0.0.1:8080", with: "127.0.0.1:\(upstream)")
            .replacing("listen 443 ssl;", with: "listen 127.0.0.1:\(port);").replacing(#/ +ssl_certificate.*\n/#, with: "")
        let places = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map { "\($0)_temp_path \(folder.path)/\($0);" }
        try folder.write(
            """
            \(getuid() == 0 ? "user root;" : "")
            daemon off;
            pid \(folder.path)/pid;
            error_log \(folder.path)/error.log;
            events {}
            http {
                access_log off;
                \(places.joined(separator: "\n"))
                \(site)
            }
            """, to: "nginx.conf")
        return try Proxy(program, ["-e", folder.path + "/error.log", "-p", folder.path, "-c", folder.path + "/nginx.conf"], port: port)
    }

    private static func startCaddy(_ program: String, before upstream: Int, in folder: TemporaryFolder) throws -> Proxy {
        let port = try port()
        try folder.write("{\n\tadmin off\n\tauto_https off\n\tdefault_bind 127.0.0.1\n}\n" + text("Caddyfile"), to: "Caddyfile")
        return try Proxy(
            program, ["run", "--adapter", "caddyfile", "--config", folder.path + "/Caddyfile"],
            environment: [
                "COURTOIS_SITE": "http://:\(port)", "COURTOIS_UPSTREAM": "127.0.0.1:\(upstream)", "HOME": folder.path,
            ], port: port)
    }

    private static func start(_ name: String, before upstream: Int, in folder: TemporaryFolder) throws -> Proxy {
        if name == "nginx" { return try startNginx(try #require(nginx), before: upstream, in: folder) }
        return try startCaddy(try #require(caddy), before: upstream, in: folder)
    }

    private static var proxies: [String] { [nginx.map { _ in "nginx" }, caddy.map { _ in "caddy" }].compactMap(\.self) }

    @Test(
        "a signed call is believed through the proxy and kept, a forged one is not, and what is too large gets no further",
        .enabled(if: !proxies.isEmpty, "neither nginx nor caddy is installed"), arguments: proxies)
    func calls(_ name: String) async throws {
        try await ServerHouse.run(in: try TemporaryFolder()) { house async throws in
            let folder = try TemporaryFolder()
            let proxy = try Self.start(name, before: house.port, in: folder)
            func post(_ call: Call) async -> Int? {
                await PlainClient.ask(
                    proxy.port, "POST", "/webhooks/standard/default", headers: call.headers, body: call.body)?.status
            }
            #expect(await post(.standard("c1", Call.body("m1"))) == 200)
            #expect(await post(.standard("c2", Call.body("m2")).with("webhook-signature", "v1,AAAA")) == 401)
            #expect(try await house.messages() == 1)
            // nginx refuses by the length that is announced; Caddy counts as it reads.
            let large = await PlainClient.away {
                guard name == "nginx", let client = PlainClient(port: proxy.port) else { return PlainClient.Answer?.none }
                client.send(
                    "POST /webhooks/standard/default HTTP/1.1\r\nhost: desk\r\ncontent-type: application/json\r\ncontent-length: 70000000\r\n\r\n{"
                )
                return client.answer()
            }
            #expect(large?.status == (name == "nginx" ? 413 : nil))
            for target in ["/metrics", "/readyz", "/healthz"] {
                #expect(await PlainClient.ask(proxy.port, "GET", target)?.status == 404, "\(target)")
            }
            #expect(try await house.messages() == 1)
        }
    }

    @Test(
        "who called is what the proxy saw, whatever the call says itself",
        .enabled(if: !proxies.isEmpty, "neither nginx nor caddy is installed"), arguments: proxies)
    func address(_ name: String) async throws {
        let peer = try ScriptedPeer([.answer(200)])
        let proxy = try Self.start(name, before: Int(peer.port), in: try TemporaryFolder())
        let headers = [("x-forwarded-for", "203.0.113.9"), ("api_access_token", "jeton")]
        #expect(
            await PlainClient.ask(proxy.port, "POST", "/webhooks/chatwoot/inbox", headers: headers, body: [])?.status == 200)
        let request = try #require(peer.requests.first)
        #expect(request.headers["x-forwarded-for"] == "127.0.0.1")
        #expect(request.headers["api_access_token"] == "jeton")
    }

    @Test("events come through nginx at once, not when there are many", .enabled(if: nginx != nil, "nginx is not installed"))
    func events() async throws {
        let peer = try ScriptedPeer([.stream("data: bonjour\n\n", headers: ["content-type": "text/event-stream"])])
        let proxy = try Self.start("nginx", before: Int(peer.port), in: try TemporaryFolder())
        let read = await PlainClient.away {
            let client = PlainClient(port: proxy.port)
            client?.send("GET /events HTTP/1.1\r\nhost: desk\r\n\r\n")
            return client?.text(until: "data: bonjour")
        }
        #expect(read?.contains("text/event-stream") == true)
    }

    @Test(
        "systemd finds nothing wrong with the units", .enabled(if: systemdAnalyze != nil, "systemd-analyze is not installed"),
        arguments: ["courtois.service", "courtois-retention.service", "courtois-retention.timer"])
    func units(_ name: String) throws {
        let folder = try TemporaryFolder()
        for unit in ["courtois.service", "courtois-retention.service", "courtois-retention.timer"] {
            try folder.write(try Self.text(unit).replacing("/usr/local/bin/courtois", with: Program.path), to: unit)
        }
        let process = try ChildProcess(
            try #require(Self.systemdAnalyze), ["verify", "--man=no", "\(folder.path)/\(name)"], output: .pipe, error: .output)
        let text = process.readOutput()
        process.wait()
        // What it says of the machine's own units is not ours.
        let own = text.split(separator: "\n").filter { $0.contains("courtois") }
        #expect(own.isEmpty, "\(text)")
    }

    @Test("the container file copies what there is, and its settings are those that the program reads")
    func container() throws {
        let lines = try Self.text("Containerfile").split(separator: "\n")
        let copied = lines.filter { $0.hasPrefix("COPY ") }.compactMap { $0.split(separator: " ").dropFirst().first }
        #expect(copied == [".build/release/courtois", "intents"])
        #expect(FileManager.default.fileExists(atPath: Self.folder + "/../intents/brand.yaml"))
        let readme = try String(contentsOfFile: Self.folder + "/../README.md", encoding: .utf8)
        for name in lines.flatMap({ $0.matches(of: /COURTOIS_[A-Z]+/).map { String($0.output) } }) {
            #expect(readme.contains(name), "\(name)")
        }
    }
}
