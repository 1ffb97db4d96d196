import DeskServer
import IntentFiles
import Peers
import Support
import Testing

@testable import courtois

@Suite("Settings of the server", .timeLimit(.minutes(10)))
struct ServerSettingsTests {
    @Test("every key under “server” reaches the server, seconds as milliseconds; what is not given has the default")
    func keys() throws {
        let text = """
            server:
              {host: 127.0.0.2, port: 8123, connections: 7, idle: 11, request: 12, calls_per_minute: 13, requests_per_minute: 14, drain: 15}
            """
        let (house, findings) = SettingsFile.read(text, name: "courtois.yaml", channels: [])
        #expect(findings.isEmpty)
        let settings = try house.server(host: nil, port: nil)
        var wanted = ServerSettings()
        (wanted.host, wanted.port, wanted.connections) = ("127.0.0.2", 8123, 7)
        (wanted.idle, wanted.request, wanted.drain) = (11_000, 12_000, 15_000)
        (wanted.callsPerMinute, wanted.requestsPerMinute) = (13, 14)
        #expect(settings == wanted)
        #expect(try HouseSettings().server(host: nil, port: nil) == ServerSettings())
        #expect(try house.server(host: "::1", port: 0).host == "::1")
        for (host, url) in [
            ("127.0.0.2", "http://127.0.0.2:80"), ("0.0.0.0", "http://127.0.0.1:80"), ("::", "http://[::1]:80"),
            ("desk.example", "http://desk.example:80"),
        ] { #expect(try house.server(host: host, port: 80).url(port: 80) == url) }
    }

    @Test("a flag comes before the environment, and that before the file")
    func order() async throws {
        // Each place names a port that is taken: the one that counts is in the message.
        let taken = try (0..<3).map { _ in try #require(LoopbackSocket.listen(backlog: 1)) }
        defer { LoopbackSocket.close(taken.map(\.socket)) }
        let folder = try TemporaryFolder(Dictionary(uniqueKeysWithValues: SampleRules.files.map { ("intents/" + $0, $1) }))
        try folder.write("server: {port: \(taken[0].port)}\n", to: "courtois.yaml")
        let call = ["serve", "--store", folder.path + "/store.sqlite"]
        let environment = ["COURTOIS_PORT": "\(taken[1].port)", "COURTOIS_HOST": "127.0.0.1"]
        let byFile = try await Program.run(call, in: folder.path)
        let byEnvironment = try await Program.run(call, in: folder.path, environment: environment)
        let byFlag = try await Program.run(call + ["--port", "\(taken[2].port)"], in: folder.path, environment: environment)
        for (program, place) in zip([byFile, byEnvironment, byFlag], taken) {
            #expect(program.status == 2 && program.error.contains("127.0.0.1:\(place.port)"), "\(program.error)")
        }
        let odd = try await Program.run(call, in: folder.path, environment: ["COURTOIS_PORT": "http"])
        #expect(odd.status == 2 && odd.error.contains("COURTOIS_PORT must be a whole number"))
    }
}
