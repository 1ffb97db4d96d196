import Foundation
import Peers
import Support
import Testing

/// Standard output on a full disk: `/dev/full` answers every write with ENOSPC.
@Suite("Output that cannot be written")
struct FullOutputTests {
    private let rules: TemporaryFolder
    private let folder: TemporaryFolder

    init() throws {
        rules = try TemporaryFolder(SampleRules.files)
        folder = try TemporaryFolder(["inbox": Self.inbox])
    }

    private static let inbox =
        "{\"id\":\"a1\",\"conversation\":\"c1\",\"author\":{\"id\":\"u1\"},\"text\":\"où est ma commande FR-48213 ?\"}\n"

    /// Runs `courtois` with its output where a shell's `place` says, and gives back its status and what it said on standard error.
    private func run(_ arguments: [String], into place: String = "> /dev/full") async throws -> (status: Int32, error: String) {
        let shell = try ChildProcess(
            "/bin/bash", ["-c", "\"$0\" \"$@\" 2>&1 < '\(folder.path)/inbox' \(place)", Program.path] + arguments, in: folder.path,
            environment: [
                "PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "COURTOIS_CACHE": Program.cache, "COURTOIS_USER": "zoe",
                "COURTOIS_STORE": folder.path + "/desk.sqlite",
            ], output: .pipe)
        return await withCheckedContinuation { continuation in
            Thread.detachNewThread {
                let said = shell.readOutput()
                continuation.resume(returning: (shell.wait(), said))
            }
        }
    }

    private static let said =
        "courtois: standard output is not whole: No space left on device — make room there, or write elsewhere, and do not rely on what was written\n"

    @Test(
        "a command whose output is not written says so and ends with 2",
        arguments: [
            ["pipe", "--rules", "RULES"], ["pipe", "--rules", "RULES", "--output", "text"],
            ["explain", "--rules", "RULES", "où est mon colis"],
            ["queue"], ["queue", "--json"], ["show", "1"], ["customer", "export", "u1"], ["customer", "export", "u1", "--json"],
            ["audit", "list"], ["audit", "verify"], ["settings"], ["approve", "1@1"], ["--help"], ["--version"],
        ])
    func full(arguments: [String]) async throws {
        _ = try await run(["receive", "--rules", rules.path], into: "> /dev/null")
        let program = try await run(arguments.map { $0 == "RULES" ? rules.path : $0 })
        #expect(program.status == 2)
        #expect(program.error == Self.said)
    }

    @Test("messages whose decisions cannot be written are kept, and the program ends with 2")
    func received() async throws {
        let program = try await run(["receive", "--rules", rules.path])
        #expect(program.status == 2)
        #expect(program.error == "courtois: 1 message kept.\n" + Self.said)
        #expect(
            try await run(["receive", "--rules", rules.path], into: "> /dev/null").error == "courtois: 0 messages kept, 1 here before.\n")
    }

    @Test("a token that nobody saw is to be revoked")
    func token() async throws {
        let program = try await run(["token", "create", "shop", "--scope", "messages:write"])
        #expect(program.status == 2)
        #expect(program.error.contains("the token was not shown, and never will be: revoke “shop”, then make another\n"))
        #expect(program.error.hasSuffix(Self.said))
    }

    @Test("output that is closed is said to be")
    func closed() async throws {
        let program = try await run(["settings"], into: ">&-")
        #expect(program.status == 2)
        #expect(program.error.contains("Bad file descriptor — it is closed: direct it somewhere"))
    }
}
