import Support
import Testing

/// The people of the desk, from the terminal.
@Suite("courtois user", .timeLimit(.minutes(10)))
struct UserCommandTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func run(_ arguments: String..., input: String = "") async throws -> Program {
        try await Program.run(["user"] + arguments + ["--store", folder.path + "/desk.sqlite"], text: input)
    }

    @Test("people are added, changed, disabled and listed; each step is in the audit trail, and no password anywhere")
    func people() async throws {
        let secret = "un mot de passe correct"
        #expect(try await run("add", "zoé", "--role", "manager", "--as", "ada", input: secret + "\n").output == "zoé · manager\n")
        let max = try await run("add", "Max", "--team", "legal", "--as", "ada", input: secret)
        #expect(max.status == 0 && max.output == "Max · reviewer · legal\n")
        #expect(try await run("add", "ZOÉ", "--as", "ada", input: secret).status == 1)
        #expect(try await run("role", "max", "reader", "--as", "ada").output == "Max · reader · legal\n")
        #expect(try await run("team", "max", "--as", "ada").output == "Max · reader\n")
        #expect(try await run("password", "max", "--as", "ada", input: "un autre mot de passe\n").status == 0)
        #expect(try await run("disable", "max", "--as", "ada").output == "Max · reader · disabled\n")
        let last = try await run("disable", "zoé", "--as", "ada")
        #expect(last.status == 1 && last.error.contains("only manager"))
        #expect(try await run("role", "nobody", "reader", "--as", "ada").error.contains("there is no user"))
        #expect(try await run("list").output == "Max · reader · disabled\nzoé · manager\n")
        let trail = try await Program.run(["audit", "list", "--store", folder.path + "/desk.sqlite"], text: "")
        #expect(trail.output.contains("user_added") && trail.output.contains("user_changed") && !trail.output.contains(secret))
    }

    @Test(
        "weak passwords and unfit names are exit code 2, with what to do",
        arguments: [
            ("zoé", "court\n", "too simple"), ("rules", "un mot de passe correct\n", "cannot be a name"), ("zoé", "", "no password"),
        ])
    func unfit(_ name: String, _ password: String, _ cause: String) async throws {
        let program = try await run("add", name, "--as", "ada", input: password)
        #expect(program.status == 2 && program.error.contains(cause), "\(program.error)")
    }
}
