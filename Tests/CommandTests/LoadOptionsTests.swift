import Support
import Testing

@Suite("courtois-load")
struct LoadOptionsTests {
    @Test("its help names every option and measure")
    func help() async throws {
        let program = try await Program.run(["--help"], program: "courtois-load")
        #expect(program.status == 0)
        for name in ["--rules", "--only", "--lines", "--messages", "--seconds", "--rounds", "receive", "webhooks", "memory", "kill"] {
            #expect(program.output.contains(name))
        }
    }

    @Test(
        "what cannot be read is refused with 64, before anything is run",
        arguments: [
            ([], "which program?"), (["--only", "receive"], "which program?"),
            (["courtois", "--second", "5"], "unknown option “--second”"),
            (["courtois", "--rounds"], "--rounds needs a value"), (["courtois", "--lines", "0"], "--lines needs a whole number"),
            (["courtois", "--only", "speed"], "--only takes receive, webhooks, memory, kill, not “speed”"),
        ] as [([String], String)])
    func usage(_ arguments: [String], _ expected: String) async throws {
        try await Program.expectRefusal(of: arguments, by: "courtois-load", saying: expected)
    }

    @Test("a program or a rulebook that is not there is named, with what to do")
    func missing() async throws {
        let program = try await Program.run(["/nonexistent/courtois"], program: "courtois-load")
        #expect(program.status == 1)
        #expect(program.error.hasPrefix("courtois-load: there is no program “/nonexistent/courtois”: build it with"))
        let rules = try await Program.run([Program.path, "--rules", "/nonexistent/rules"], program: "courtois-load")
        #expect(rules.status == 1)
        #expect(rules.error.hasPrefix("courtois-load: the rulebook “/nonexistent/rules” has findings: courtois check /nonexistent/rules"))
    }

    @Test("a run counts what was kept, beside the pipe")
    func runs() async throws {
        let rules = try TemporaryFolder(SampleRules.withLongExample)
        let program = try await Program.run(
            [Program.path, "--rules", rules.path, "--only", "receive", "--lines", "400", "--rounds", "1"], program: "courtois-load")
        #expect(program.output.contains("courtois receive, 400 distinct messages of "), "\(program.output)\(program.error)")
        #expect(program.output.contains(" messages/s, each on the disk: ") && program.output.contains("memory at most: "))
        #expect(program.error.isEmpty)
    }
}
