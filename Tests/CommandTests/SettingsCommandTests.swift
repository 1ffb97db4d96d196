import Foundation
import Support
import Testing

@Suite("What the settings say")
struct SettingsCommandTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder(Dictionary(uniqueKeysWithValues: SampleRules.files.map { ("intents/" + $0, $1) }))
        try folder.write(
            "store: \(folder.path)/file.sqlite\nreview: {undo: 120, claim: 600}\nretention: {texts: 9}\n", to: "courtois.yaml")
    }

    private func run(_ arguments: String..., input: String = "", environment: [String: String] = [:]) async throws -> Program {
        try await Program.run(
            arguments, input: Data(input.utf8), in: folder.path, environment: ["COURTOIS_USER": "zoe"].merging(environment) { $1 })
    }

    private static let message = "{\"id\":\"a1\",\"conversation\":\"c1\",\"text\":\"où est ma commande FR-48213 ?\"}\n"

    @Test("the store is the flag's, else the environment's, else the file's")
    func store() async throws {
        #expect(try await run("receive", input: Self.message).status == 0)
        #expect(FileManager.default.fileExists(atPath: folder.path + "/file.sqlite"))
        let set = ["COURTOIS_STORE": folder.path + "/environment.sqlite"]
        #expect(try await run("receive", input: Self.message, environment: set).status == 0)
        #expect(FileManager.default.fileExists(atPath: folder.path + "/environment.sqlite"))
        #expect(try await run("receive", "--store", folder.path + "/flag.sqlite", input: Self.message, environment: set).status == 0)
        #expect(FileManager.default.fileExists(atPath: folder.path + "/flag.sqlite"))
        #expect(try await run("queue", "--json").output.split(separator: "\n").count == 1)
    }

    /// Seconds from the approval to the end of its undo window.
    private func window(_ arguments: String..., environment: [String: String] = [:]) async throws -> Double? {
        try? FileManager.default.removeItem(atPath: folder.path + "/file.sqlite")
        _ = try await run("receive", input: Self.message)
        let program = try await Program.run(
            ["approve", "1@1", "--json"] + arguments, in: folder.path, environment: ["COURTOIS_USER": "zoe"].merging(environment) { $1 })
        #expect(program.status == 0, "\(program.error)")
        let json = try JSONSerialization.jsonObject(with: Data(program.output.utf8)) as? [String: Any]
        let draft = json?["draft"] as? [String: Any]
        let times = ["approved_at", "undo_until"].compactMap { (draft?[$0] as? String).flatMap(ISO8601DateFormatter().date) }
        return times.count == 2 ? times[1].timeIntervalSince(times[0]) : nil
    }

    @Test("the undo window is the flag's, else the environment's, else the file's, else ten seconds")
    func undo() async throws {
        #expect(try await window() == 120)
        #expect(try await window(environment: ["COURTOIS_UNDO": "60"]) == 60)
        #expect(try await window("--undo", "30", environment: ["COURTOIS_UNDO": "60"]) == 30)
        try folder.write("store: \(folder.path)/file.sqlite\n", to: "courtois.yaml")
        #expect(try await window() == 10)
    }

    @Test("a claim runs as long as the flag, else the environment, else the file says")
    func claim() async throws {
        _ = try await run("receive", input: Self.message)
        #expect(try await run("assign", "1").output.contains(/for (10|9)m/))
        #expect(try await run("assign", "1", "--claim", "3600").output.contains(/for (1h|59m|60m)/))
        #expect(try await run("assign", "1", environment: ["COURTOIS_CLAIM": "1800"]).output.contains(/for (30|29)m/))
    }

    @Test("how long things are kept is the file's, and its mistakes and the environment's end the program")
    func retention() async throws {
        _ = try await run("receive", input: Self.message)
        #expect(try await run("retention").status == 0)
        let odd = try await run("retention", environment: ["COURTOIS_RETENTION_TEXTS": "ever"])
        #expect(odd.status == 2 && odd.error.contains("COURTOIS_RETENTION_TEXTS must be a whole number from 0 to 36500."))
        try folder.write("review:\n  undo: soon\nretention: {payload: 3}\n", to: "courtois.yaml")
        let found = try await run("queue")
        #expect(found.status == 2)
        #expect(found.error.hasPrefix("courtois.yaml:2:9: undo must be a whole number from 0 to 3600"))
        #expect(found.error.contains("courtois.yaml:3:13: unknown key “payload”"))
    }
}
