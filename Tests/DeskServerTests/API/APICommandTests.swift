import Desk
import Foundation
import Peers
import SQLiteStore
import Support
import Testing

/// Tokens and the API as a person meets them: the built program, and what the README says to type.
@Suite("courtois token, and the API by hand", .timeLimit(.minutes(10)))
struct APICommandTests {
    private func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder(Dictionary(uniqueKeysWithValues: SampleRules.files.map { ("intents/" + $0, $1) }))
        try folder.write("channels: []\n", to: "courtois.yaml")
        return folder
    }

    private static func run(_ arguments: [String], in folder: String) async throws -> Program {
        let environment = ["COURTOIS_STORE": folder + "/store.sqlite", "COURTOIS_USER": "ada"]
        return try await Program.run(arguments, in: folder, environment: environment)
    }

    @Test("a token is printed once and alone, listed without its secret, and revoked; a name is taken once")
    func tokens() async throws {
        let folder = try folder()
        let made = try await Self.run(
            ["token", "create", "shop", "--scope", "cases:read", "--scope", "drafts:write", "--role", "manager", "--expires", "90d"],
            in: folder.path)
        #expect(made.status == 0 && made.output.wholeMatch(of: /courtois_[0-9a-f]{16}_[0-9a-f]{64}\n/) != nil)
        #expect(!made.error.contains("courtois_"))
        let taken = try await Self.run(["token", "create", "shop", "--scope", "cases:read"], in: folder.path)
        #expect(taken.status == 1 && taken.output.isEmpty && taken.error.contains("there is a token “shop”"))
        let list = try await Self.run(["token", "list"], in: folder.path)
        #expect(list.output.hasPrefix("shop (") && list.output.contains("manager · cases:read drafts:write · made"))
        #expect(list.output.contains("by ada · until") && list.output.contains("never used"))
        #expect(!list.output.contains(made.output.dropFirst(26).dropLast()))
        let revoked = try await Self.run(["token", "revoke", "shop"], in: folder.path)
        #expect(revoked.status == 0 && revoked.output == "Revoked: shop.\n")
        #expect(try await Self.run(["token", "revoke", "shop"], in: folder.path).status == 1)
        #expect(try await Self.run(["token", "list"], in: folder.path).output.isEmpty)
        #expect(try await Self.run(["token", "list", "--all"], in: folder.path).output.contains("revoked"))
        let audit = try await Self.run(["audit", "list"], in: folder.path).output
        #expect(audit.contains("token_created") && audit.contains("token_revoked") && audit.contains("ada"))
    }

    @Test(
        "a token without a scope, with an unknown one, for the rules, without a readable name or expired is refused",
        arguments: [
            ["shop"], ["shop", "--scope", "cases:burn"], ["rules", "--scope", "cases:read"], ["", "--scope", "cases:read"],
            ["a\u{1B}b", "--scope", "cases:read"], ["shop", "--scope", "cases:read", "--expires", "2020-01-01T00:00:00Z"],
            ["shop", "--scope", "cases:read", "--expires", "soon"], ["shop", "--scope", "cases:read", "--role", "owner"],
        ])
    func refused(_ arguments: [String]) async throws {
        let folder = try folder()
        let made = try await Self.run(["token", "create"] + arguments, in: folder.path)
        #expect(made.status == 2 && made.output.isEmpty && !made.error.isEmpty)
    }

    @Test("what the README says to type works, step by step, against the program it says to start")
    func readme() async throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../..").standardized
        let text = try String(contentsOf: root.appendingPathComponent("README.md"), encoding: .utf8)
        let block = try #require(text.firstMatch(of: /<!-- api -->\n```sh\n((?s).*?)```/)?.1)
        let folder = try folder()
        let path = folder.path
        let server = try await PlainClient.away { Result { try ServeCommandTests.Server(in: path) } }.get()
        let script =
            "set -e\ncourtois() { \"\(Program.path)\" \"$@\" --store store.sqlite; }\n"
            + block.replacing("127.0.0.1:8080", with: "127.0.0.1:\(server.port)").replacing(
                "curl -sS", with: "curl -sS -w '\\n%{http_code}\\n'")
        let output = try await PlainClient.away { Result { try Self.shell(script, in: path) } }.get()
        #expect(await PlainClient.away { server.end() } == 0)
        #expect(
            output.split(separator: "\n").filter { $0.wholeMatch(of: /[0-9]{3}/) != nil } == ["201", "200", "200", "200", "200"],
            "\(output)")
        #expect(output.contains(#""status":"answered""#) && output.contains(#""approved_by":"shop""#))
        let store = try SQLiteStore(path: path + "/store.sqlite", .existing)
        #expect(try await store.file(of: 1)?.drafts.last?.text.contains("part aujourd’hui") == true)
        #expect(try await store.delivery(1)?.reply.approvedBy == "shop")
        try store.close()
    }

    private static func shell(_ script: String, in folder: String) throws -> String {
        let process = try ChildProcess("/bin/sh", ["-c", script], in: folder, output: .pipe, error: .output)
        defer { process.wait() }
        return process.readOutput()
    }
}
