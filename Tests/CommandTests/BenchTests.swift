import Support
import Testing

@Suite("courtois-bench")
struct BenchTests {
    @Test("a wrong call is told how to call it", arguments: [[], ["/nonexistent/courtois"], [Program.path, "intents", "speed"]])
    func usage(_ arguments: [String]) async throws {
        let program = try await Program.run(arguments, program: "courtois-bench")
        #expect(program.status == 2)
        #expect(program.error.hasPrefix("usage: courtois-bench BINARY [RULES [understanding|pipe|growth|memory|start|stream]]\n"))
        #expect(program.output.isEmpty)
    }

    @Test("a rulebook that is not there is named, with what to do")
    func missing() async throws {
        let program = try await Program.run([Program.path, "/nonexistent/rules"], program: "courtois-bench")
        #expect(program.status == 1)
        #expect(program.error.hasPrefix("courtois-bench: the rulebook “/nonexistent/rules” has findings: courtois check /nonexistent"))
    }

    @Test("one measure says its figure, and what it was measured with")
    func runs() async throws {
        let rules = try TemporaryFolder(SampleRules.withLongExample)
        let program = try await Program.run([Program.path, rules.path, "start"], program: "courtois-bench")
        #expect(program.status == 0, "\(program.error)")
        #expect(program.output.hasPrefix("machine: ") && program.output.contains("\nrulebook "))
        #expect(program.output.contains("start"))
        #expect(!program.output.contains("understanding alone"))
    }
}

extension SampleRules {
    /// With an example as long as the messages that are measured with.
    static var withLongExample: [String: String] {
        let orders = files["orders/track_order.yaml"]?.replacing(
            "suivi svp", with: "\"Bonjour, cela fait dix jours que j’attends : où est ma commande, s’il vous plaît ?\"")
        return files(["orders/track_order.yaml": orders])
    }
}
