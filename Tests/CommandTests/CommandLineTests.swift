import Foundation
import Support
import Testing
import Peers

@Suite("The command line")
struct CommandLineTests {
    @Test(
        "help says what each command does",
        arguments: [
            "", "pipe", "receive", "explain", "review", "queue", "show", "approve", "undo", "edit", "reject", "escalate", "assign", "note",
            "close", "reopen", "check", "evaluate", "learn", "labels", "audit", "audit verify", "audit list", "customer", "customer export",
            "customer erase", "retention", "backup", "deliver", "outbox", "outbox list", "outbox retry", "outbox drop", "outbox confirm",
            "outbox resume", "freeze", "thaw", "serve", "user", "user add", "user password", "channels", "channels test", "settings",
            "token", "token create", "token list", "token revoke",
        ])
    func help(_ command: String) async throws {
        let program = try await Program.run(command.split(separator: " ").map(String.init) + ["--help"])
        #expect(program.status == 0)
        let name = command.isEmpty ? "courtois" : command.replacing(" ", with: "-")
        #expect(try Golden.difference(program.output, "help-\(name).txt") == nil)
    }

    @Test(
        "a wrong option, a wrong value and a missing rulebook are exit code 2, with what to do",
        arguments: [
            (["--inptu", "text"], "Did you mean '--input'?"), (["--input", "xml"], "auto"),
            (["--jobs", "0"], "--jobs must be from 1 to 64"),
            (["--rules", "/none"], "there is no folder “/none” — name the rulebook's folder, with --rules or as the argument of check"),
            (["evaluate", "--rules", "/none", "x"], "there is no folder"),
            (["learn", "--out", "/tmp/x"], "--out needs a file"), (["explain"], "Missing expected argument"),
        ] as [([String], String)])
    func usageErrors(_ arguments: [String], _ expected: String) async throws {
        let program = try await Program.run(arguments)
        #expect(program.status == 2)
        #expect(program.error.contains(expected), "\(program.error)")
        #expect(program.output.isEmpty)
    }

    @Test("the version is printed") func version() async throws {
        #expect(try await Program.run(["--version"]).output == "0.1.0\n")
    }

    @Test("without --rules the rulebook is the folder intents where one stands")
    func defaultRules() async throws {
        let folder = try TemporaryFolder(Dictionary(uniqueKeysWithValues: SampleRules.files.map { ("intents/" + $0, $1) }))
        #expect(try await Program.run([], text: "Où est mon colis ?\n", in: folder.path).output.contains("track_order"))
        let elsewhere = try TemporaryFolder()
        #expect(try await Program.run([], text: "x\n", in: elsewhere.path).status == 2)
    }

    @Test("check is silent and 0 on a sound rulebook, and 2 with every finding on a spoilt one")
    func check() async throws {
        let sound = try TemporaryFolder(SampleRules.files)
        let clean = try await Program.run(["check", sound.path])
        #expect((clean.status, clean.output) == (0, ""))
        #expect(clean.error.hasPrefix("1 intents, 1 signals, 9 patterns, 32 examples: no finding"))
        let spoilt = try TemporaryFolder(SampleRules.files(["vocabulary.yaml": "fr: {ma: []}\n"]))
        let found = try await Program.run(["check", spoilt.path])
        #expect(found.status == 2)
        #expect(found.output.contains("\(spoilt.path)/vocabulary.yaml:1:6: the list <ma> is empty — add a word, or remove it\n"))
        #expect(found.output.contains("orders/track_order.yaml:7:7: unknown list <"))
    }

    @Test("check --coverage lists the phrases no example reaches, which are no findings, and counts the others")
    func coverage() async throws {
        let track = try #require(SampleRules.files["orders/track_order.yaml"])
            .replacingOccurrences(of: "- suivre … <commande>", with: "- suivre … <commande>\n    - pister … <commande>")
        let folder = try TemporaryFolder(SampleRules.files(["orders/track_order.yaml": track]))
        let program = try await Program.run(["check", "--coverage", folder.path])
        #expect(
            (program.status, program.output) == (
                0, "\(folder.path)/orders/track_order.yaml:9:7: no example reaches “pister … <commande>”\n"
            ))
        #expect(program.error.contains("7 of 8 phrases are reached by an example\n"))
    }

    @Test("check --coverage counts beside findings too, and says so where rules do not load")
    func coverageBesideFindings() async throws {
        let vocabulary = try #require(SampleRules.files["vocabulary.yaml"]).replacingOccurrences(of: "en:", with: "  vide: [rien]\nen:")
        let unused = try TemporaryFolder(SampleRules.files(["vocabulary.yaml": vocabulary]))
        let counted = try await Program.run(["check", "--coverage", unused.path])
        #expect(counted.status == 2 && counted.error.contains("7 of 7 phrases are reached by an example\n"))
        let broken = try TemporaryFolder(SampleRules.files(["vocabulary.yaml": "fr: {ma: []}\n"]))
        let refused = try await Program.run(["check", "--coverage", broken.path])
        #expect(refused.status == 2 && refused.error.contains("Coverage is counted once the rules load: correct the findings first.\n"))
    }

    @Test("installed, and found by its name alone, the program finds the rulebook installed with it")
    func installed() throws {
        let folder = try TemporaryFolder(["some/where/nothing.txt": ""])
        let files = FileManager.default
        try files.createDirectory(atPath: folder.path + "/bin", withIntermediateDirectories: true)
        try files.copyItem(atPath: Program.path, toPath: folder.path + "/bin/courtois")
        for (path, text) in SampleRules.files {
            let file = URL(fileURLWithPath: folder.path + "/share/courtois/intents/" + path)
            try files.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try text.write(to: file, atomically: false, encoding: .utf8)
        }
        let process = try ChildProcess(
            "/bin/sh", ["-c", "courtois explain 'où est ma commande ?'"], in: folder.path + "/some/where",
            environment: ["PATH": "\(folder.path)/bin:/usr/bin:/bin"])
        #expect(process.wait() == 0)
    }

    @Test("a mistyped command is answered with the command that is near")
    func mistyped() async throws {
        let program = try await Program.run(["chek"])
        #expect(program.status == 2)
        #expect(program.error.hasPrefix("Error: unknown command “chek”: did you mean “check”?"))
    }
}
