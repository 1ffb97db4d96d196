import Support
import Testing

@Suite("courtois-stress")
struct StressOptionsTests {
    @Test("its help names every option")
    func help() async throws {
        let program = try await Program.run(["--help"], program: "courtois-stress")
        #expect(program.status == 0)
        for name in ["--kills", "--drafts", "--seed", "--help"] { #expect(program.output.contains(name)) }
    }

    @Test(
        "an unknown option and a wrong number are refused with 64, before anything is run",
        arguments: [
            (["--kill", "1"], "unknown option “--kill”"), (["--kills"], "--kills needs a whole number"),
            (["--drafts", "many"], "--drafts needs a whole number"), (["--seed", "-1"], "--seed needs a whole number"),
            (["kills"], "unknown option “kills”"),
        ] as [([String], String)])
    func usage(_ arguments: [String], _ expected: String) async throws {
        try await Program.expectRefusal(of: arguments, by: "courtois-stress", saying: expected)
    }

    @Test("a run says what held, and how far it is on standard error")
    func runs() async throws {
        let program = try await Program.run(["--kills", "0", "--drafts", "20", "--seed", "7"], program: "courtois-stress")
        #expect(program.status == 0, "\(program.output)\(program.error)")
        #expect(program.output.hasPrefix("seed 7, ") && program.output.contains("  ok     drafts approved exactly once: 20\n"))
        #expect(program.error.hasPrefix("… received 0 of 20\n"))
    }
}
