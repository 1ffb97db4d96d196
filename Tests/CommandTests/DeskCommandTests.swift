import Foundation
import Support
import Testing
import Peers

/// The desk from the terminal: what comes in, who acts on it, what is kept.
@Suite("The desk's commands")
struct DeskCommandTests {
    private let rules: TemporaryFolder
    private let folder: TemporaryFolder

    init() throws {
        rules = try TemporaryFolder(SampleRules.files)
        folder = try TemporaryFolder()
    }

    private func run(_ arguments: String..., input: String = "") async throws -> Program {
        try await Program.run(
            arguments, input: Data(input.utf8), environment: ["COURTOIS_STORE": folder.path + "/desk.sqlite", "COURTOIS_USER": "zoe"])
    }

    private func receive(_ input: String = inbox) async throws -> Program { try await run("receive", "--rules", rules.path, input: input) }

    private static let inbox = """
        {"id":"a1","channel":"x","conversation":"c1","author":{"id":"u1","name":"Zoé Martin"},"sent_at":"2026-11-20T09:12:00+01:00","text":"Bonjour, où est ma commande FR-48213 ?"}
        {"id":"a2","channel":"x","conversation":"c2","author":{"id":"u2","name":"Ali"},"sent_at":"2026-11-20T09:13:00+01:00","text":"Mon avocat vous écrira."}
        {"id":"a3","channel":"x","account":"shop","conversation":"c3","sent_at":"2026-11-20T09:14:00+01:00","text":"où est mon colis, carte 4111 1111 1111 1111"}

        """

    /// A text without what differs from run to run: times of the machine, and time left.
    private func steady(_ text: String) -> String {
        text.replacing(/"(waits_since|received_at|approved_at|undo_until|claimed_until)":"[^"]+"/) { "\"\($0.output.1)\":\"TIME\"" }
            .replacing(/20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ/) { $0.output == "2026-11-20T16:42:00Z" ? String($0.output) : "TIME" }
            // With the column's padding: hours have one digit or two.
            .replacing(/−\d+d \d+h {2,}/, with: "−SPAN    ").replacing(/−\d+d \d+h/, with: "−SPAN").replacing(/for \d+m/, with: "for SPAN")
            .replacing(
                /rulebook":"[0-9a-f]{16}/, with: "rulebook\":\"HASH"
            )
            .replacing(/last hash [0-9a-f]{64}/, with: "last hash HASH")
    }

    @Test("what is received is printed as the plain pipe prints it, with secrets masked, and is kept")
    func received() async throws {
        let program = try await receive()
        #expect(program.status == 0 && program.error == "courtois: 3 messages kept.\n")
        #expect(try Golden.difference(steady(program.output), "receive.jsonl") == nil)
        let plain = try await Program.run(["--rules", rules.path], text: Self.inbox)
        #expect(program.output.split(separator: "\n").prefix(2) == plain.output.split(separator: "\n").prefix(2))
        #expect(!program.output.contains("4111"))
        let bytes = try Data(contentsOf: URL(fileURLWithPath: folder.path + "/desk.sqlite"))
        #expect(bytes.range(of: Data("4111 1111".utf8)) == nil)
    }

    @Test("customers who ask again are told apart alike on one job and on eight, whatever the store has by then")
    func askedAgain() async throws {
        let words = ["Où est ma commande ?", "suivi svp", "ok merci", "Where is my order?"]
        let lines = (0..<4000).map { number in
            let place = number % 3 == 0 ? "" : #""conversation":"c\#(number % 97)","#
            let time = "2026-11-\(10 + number / 500)T\(10 + number % 500 / 50):\(10 + number % 50):00Z"
            return #"{"id":"m\#(number)",\#(place)"author":{"id":"u\#(number % 97)"},"sent_at":"\#(time)","text":"\#(words[number % 4])"}"#
                + "\n"
        }.joined()
        var outputs: Set<String> = []
        for jobs in ["1", "3", "8"] {
            let program = try await run(
                "receive", "--rules", rules.path, "--jobs", jobs, "--store", folder.path + "/\(jobs).sqlite", input: lines)
            #expect(program.status == 0)
            outputs.insert(program.output)
        }
        #expect(outputs.count == 1)
        let again = outputs.first?.split(separator: "\n").count { $0.contains("72") && $0.contains("reasons\":[") } ?? 0
        #expect(again > 500 && again < 4000)
        // In two runs as in one.
        let split = lines.split(separator: "\n", omittingEmptySubsequences: true)
        var halves = ""
        for half in [split[..<2000], split[2000...]] {
            halves += try await run(
                "receive", "--rules", rules.path, "--store", folder.path + "/halves.sqlite", input: half.joined(separator: "\n") + "\n"
            ).output
        }
        func reasons(_ output: String) -> [Substring] {
            output.split(separator: "\n").map { $0.firstMatch(of: /"reasons":\[.*?\],"draft"/)?.output ?? "" }
        }
        #expect(reasons(halves) == reasons(outputs.first ?? ""))
    }

    @Test("where the reader leaves early, as many messages are kept as it says")
    func closedOutput() async throws {
        let lines = (0..<3000).map { "{\"id\":\"m\($0)\",\"text\":\"Bonjour, où est ma commande FR-48213 ?\"}\n" }.joined()
        try folder.write(lines, to: "inbox")
        let shell = try ChildProcess(
            "/bin/bash",
            [
                "-c",
                """
                exec 3> >(head -1 > /dev/null)
                '\(Program.path)' receive --rules '\(rules.path)' --store '\(folder.path)/desk.sqlite' < '\(folder.path)/inbox' 2>&1 >&3
                """,
            ],
            output: .pipe)
        let said = shell.readOutput()
        #expect(shell.wait() == 0)
        let kept = try #require(said.wholeMatch(of: /courtois: (\d+) messages kept\.\n/)?.1)
        #expect(try await run("receive", "--rules", rules.path, input: lines).error.contains(" \(kept) here before."))
    }

    @Test("messages that were here before give their first decision; lines without an id are new each time")
    func again() async throws {
        let first = try await receive()
        let second = try await receive()
        #expect(second.output == first.output && second.error == "courtois: 0 messages kept, 3 here before.\n")
        #expect(try await receive("suivi svp\n").error == "courtois: 1 message kept.\n")
        #expect(try await receive("suivi svp\n").error == "courtois: 1 message kept.\n")
        #expect(try await run("queue", "--json").output.split(separator: "\n").count == 5)
    }

    @Test("a conversation that goes on in another run is not answered with the same text again")
    func remembered() async throws {
        let track = try #require(SampleRules.files["orders/track_order.yaml"])
        let other = "    - text: Nous suivons votre commande et vous répondrons {{delay}}.\n      public: Écrivez-nous en message privé.\n"
        let two = try TemporaryFolder(
            SampleRules.files([
                "orders/track_order.yaml": track.replacing("  fr:\n    - text: Nous", with: "  fr:\n\(other)    - text: Nous")
            ]))
        func template(_ id: String) async throws -> String? {
            let line = "{\"id\":\"\(id)\",\"conversation\":\"c\",\"text\":\"où est mon colis\"}\n"
            let program = try await run("receive", "--rules", two.path, input: line)
            let json = try JSONSerialization.jsonObject(with: Data(program.output.utf8)) as? [String: Any]
            return (json?["draft"] as? [String: Any])?["template"] as? String
        }
        let first = try #require(try await template("m1"))
        let second = try #require(try await template("m2"))
        #expect(first != second)
    }

    @Test("a line that cannot be used is refused in its place, and the rest is kept")
    func refused() async throws {
        let long = String(repeating: "x", count: 1200)
        let program = try await receive("{\"text\":5}\n{\"id\":\"\(long)\",\"text\":\"suivi\"}\n{\"id\":\"ok\",\"text\":\"suivi\"}\n")
        #expect(program.status == 1)
        let lines = program.output.split(separator: "\n")
        #expect(lines.count == 3 && lines[0].hasPrefix("{\"line\":1,\"error\":") && lines[1].contains("cannot be stored"))
        #expect(lines[2].hasPrefix("{\"id\":\"ok\""))
        #expect(program.error == "courtois: 1 message kept, 2 refused; see “error” in the output.\n")
    }

    @Test("the queue and a case, as text and as JSON")
    func shown() async throws {
        _ = try await receive()
        #expect(try await Golden.difference(steady(run("queue").output), "queue.txt") == nil)
        #expect(try await Golden.difference(steady(run("queue", "--json").output), "queue.jsonl") == nil)
        #expect(try await Golden.difference(steady(run("show", "1").output), "show.txt") == nil)
        let json = try await run("show", "1", "--json").output
        #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(json.utf8)) }
        #expect(try await run("queue", "--team", "legal", "--json").output.split(separator: "\n").count == 1)
        let first = try await run("queue", "--most", "1", "--json")
        #expect(first.error == "More: --after 2\n")
        #expect(try await run("queue", "--most", "1", "--after", "2", "--json").output.hasPrefix("{\"case\":1,"))
        #expect(try await run("show", "99").error.contains("there is no case 99"))
    }

    @Test("a draft is edited, refused while its findings stand, approved, taken back, and each step is in the audit trail")
    func review() async throws {
        _ = try await receive()
        let edited = try await run("edit", "1@1", "--rules", rules.path, input: "Bonjour, je m'en occupe TODO !\n")
        #expect(edited.status == 0 && edited.error.contains("leftover") && edited.output.hasPrefix("Case 1@2: waiting"))
        let refused = try await run("approve", "1@2")
        #expect(refused.status == 1 && refused.error.contains("the proofreader holds something against the draft; edit it:"))
        #expect(try await run("edit", "1@2", "--rules", rules.path, input: "Bonjour,\n\nNous regardons cela.\n").status == 0)
        let stale = try await run("approve", "1@1")
        #expect(stale.status == 1 && stale.output.isEmpty)
        #expect(try Golden.difference(stale.error, "stale.txt") == nil)
        #expect(try await run("approve", "1@3", "--note", "bien").output == "Case 1@4: answered · draft · P3 · customer_service\n")
        #expect(try await run("undo", "1@4").output.hasPrefix("Case 1@5: waiting"))
        #expect(try await run("approve", "1@5", "--role", "reader").error.contains("“approve” needs the role reviewer"))
        let list = try await run("audit", "list").output.split(separator: "\n").map {
            $0.split(separator: " ").dropFirst(2).prefix(3).joined(separator: " ")
        }
        #expect(list.suffix(4) == ["zoe edited case/1", "zoe approved case/1", "zoe delivery delivery/1", "zoe undone case/1"])
        #expect(try await Golden.difference(steady(run("audit", "verify").output), "audit-verify.txt") == nil)
    }

    @Test("cases are assigned, escalated, noted, rejected, closed and reopened")
    func casework() async throws {
        _ = try await receive()
        #expect(try await run("assign", "1").output.contains("held by zoe for"))
        let held = try await run("approve", "1@1", "--as", "max")
        #expect(held.status == 1 && held.error.contains("zoe holds the case until"))
        for (name, role) in [("max", "reviewer"), ("rita", "reader")] {
            #expect(try await run("user", "add", name, "--role", role, input: "quatre mots sans lien").status == 0)
        }
        for (name, cause) in [("ghost-nobody", "nobody here is called “ghost-nobody”"), ("rita", "“rita” only reads")] {
            let refused = try await run("assign", "1@1", "--to", name)
            #expect(refused.status == 1 && refused.error.contains(cause) && refused.error.contains("courtois user list"))
        }
        #expect(try await run("assign", "1@1", "--to", "max").output.contains("held by max"))
        let released = try await run("assign", "1", "--release", "--as", "max").output
        #expect(released.hasPrefix("Case 1@2: waiting · draft · P3 · customer_service · due −") && !released.contains("held"))
        #expect(try await run("escalate", "1@2", "--to", "legal", "--note", "à voir").output.contains("legal"))
        #expect(try await run("note", "1", "mdp: Soleil").status == 0)
        #expect(try await run("reject", "1@3", "--reason", "mauvais ton, mdp: Soleil").status == 0)
        #expect(try await run("approve", "1@4").error == "courtois: no draft waits; write one with “courtois edit”\n")
        #expect(try await run("close", "1@4", "--reason", "doublon").output.contains("closed"))
        #expect(try await run("reopen", "1@5", "--reason", "erreur", "--json").output.contains("\"status\":\"waiting\""))
        let shown = try await run("show", "1").output
        #expect(shown.contains("à voir") && shown.contains("rejected · rules by zoe: mauvais ton, mdp: ******"))
        #expect(!shown.contains("Soleil"))
    }

    @Test("what colleagues answered is printed as evaluate and learn read it, and that it was is in the audit trail")
    func labels() async throws {
        _ = try await receive()
        #expect(try await run("approve", "1@1").output.hasPrefix("Case 1@2"))
        let program = try await run("labels", "--as", "ada")
        #expect(
            program.output
                == #"{"text":"Bonjour, où est ma commande FR-48213 ?","label":"track_order","lang":"fr","recognised":"track_order","edited":false,"case":1}"#
                + "\n")
        #expect(program.error == "courtois: 1 answered question, 0 of them recognised as something else.\n")
        #expect(try await run("labels", "--corrected", "--days", "2").output == "")
        try Data(program.output.utf8).write(to: URL(fileURLWithPath: folder.path + "/labels.jsonl"))
        let evaluated = try await run("evaluate", "--rules", rules.path, folder.path + "/labels.jsonl", "--json")
        #expect(evaluated.status == 0 && evaluated.output.contains(#""accuracy" : 1"#))
        let piped = try await run("evaluate", "--rules", rules.path, "-", "--json", input: program.output)
        #expect(piped.output == evaluated.output)
        #expect(try await run("evaluate", "--rules", rules.path, "-").error.contains("standard input: holds no line"))
        #expect(try await run("learn", "--rules", rules.path, folder.path + "/labels.jsonl", "--folds", "0").status == 0)
        let trail = try await run("audit", "list").output.split(separator: "\n").filter { $0.contains("labels") }
        #expect(trail.count == 2 && trail[0].contains(" ada exported labels"))
    }

    @Test("a customer is handed what is kept about them, and forgotten when that is confirmed")
    func customer() async throws {
        _ = try await receive()
        let export = try await run("customer", "export", "u1", "--json")
        #expect(export.status == 0 && export.output.contains("FR-48213") && !export.output.contains("avocat"))
        #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(export.output.utf8)) }
        #expect(try await run("customer", "export", "u1").output.hasPrefix("Customer u1: Zoé Martin\n"))
        #expect(try await run("customer", "erase", "u1").status == 2)
        #expect(try await run("customer", "erase", "u1", "--yes").output == "Forgotten: 1 message, 1 draft, in 1 case.\n")
        let gone = try await run("customer", "export", "u1")
        #expect((gone.status, gone.error) == (1, "courtois: nothing is kept about this customer.\n"))
        #expect(try await run("audit", "verify").status == 0)
        #expect(try await run("retention").output == "Forgotten: the texts of 0 messages, 0 drafts.\n")
    }

    @Test("a backup works in the store's place")
    func backup() async throws {
        _ = try await receive()
        let copy = folder.path + "/copy.sqlite"
        #expect(try await run("backup", copy).output == "Copied to \(copy).\n")
        let again = try await run("backup", copy)
        #expect((again.status, again.error) == (2, "courtois: there is a file “\(copy)” already — name a new one\n"))
        #expect(try await run("queue", "--store", copy, "--json").output == run("queue", "--json").output)
    }

    @Test("without a store commands say where they looked; receive makes one in the user's state folder, for them alone")
    func places() async throws {
        let missing = try await Program.run(["queue"], environment: ["HOME": folder.path])
        #expect(missing.status == 2)
        #expect(
            missing.error
                == "courtois: there is no store “\(folder.path)/.local/state/courtois/courtois.sqlite” — name it with --store, or make it with “courtois receive”\n"
        )
        let state = folder.path + "/state"
        let made = try await Program.run(
            ["receive", "--rules", rules.path], input: Data("suivi\n".utf8), environment: ["XDG_STATE_HOME": state, "HOME": folder.path])
        #expect(made.status == 0)
        let rights = try FileManager.default.attributesOfItem(atPath: state + "/courtois/courtois.sqlite")[.posixPermissions] as? Int
        #expect(rights == 0o600)
        #expect(try await run("queue", "--store", "/proc/nowhere/x").error.contains("there is no store"))
        #expect(try await run("receive", "--rules", rules.path, "--store", "/proc/nowhere/x").error.contains("cannot be written"))
    }

    @Test(
        "what is missing or wrong in the call is exit code 2, with what to do",
        arguments: [
            (["approve", "1"], "name the version you saw, as in 1@3"), (["approve", "x@1"], "case@version"),
            (["escalate", "1@1", "--to", "kitchen"], "legal"), (["reject", "1@1"], "Missing expected argument '--reason"),
            (["assign", "1", "--to", "max", "--release"], "give one of them"), (["queue", "--most", "0"], "--most must be from 1 to 500"),
            (["note", "1", "x", "--as", "rules"], "is the name of what leaves unreviewed"),
            (["retention", "--text=-1"], "--text is days, and not below 0"),
            (["approve", "1@1", "--undo", "9999"], "--undo must be from 0 to 3600"),
            (["assign", "1", "--claim", "1"], "--claim must be from 30 to 86400"),
        ] as [([String], String)])
    func usage(_ arguments: [String], _ expected: String) async throws {
        _ = try await receive()
        let program = try await Program.run(
            arguments, environment: ["COURTOIS_STORE": folder.path + "/desk.sqlite", "COURTOIS_USER": "zoe"])
        #expect(program.status == 2)
        #expect(program.error.contains(expected), "\(program.error)")
    }
}

/// A folder nobody but its owner may write, tried as a user who is not root, because root may write everywhere.
@Suite("Without the right to write")
struct ReadOnlyTests {
    @Test("a store in a folder that cannot be written is said to be so, by commands that read and by those that write")
    func readOnly() async throws {
        let folder = try TemporaryFolder(SampleRules.files)
        let store = folder.path + "/state/desk.sqlite"
        let input = Data("{\"id\":\"m1\",\"text\":\"où est mon colis\"}\n".utf8)
        #expect(try await Program.run(["receive", "--rules", folder.path, "--store", store], input: input).status == 0)
        let files = FileManager.default
        try files.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder.path + "/state")
        try files.setAttributes([.posixPermissions: 0o444], ofItemAtPath: store)
        defer { try? files.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path + "/state") }
        let commands = [["queue", "--store", store], ["receive", "--rules", folder.path, "--store", store]]
        for arguments in commands {
            let isRoot = getuid() == 0
            let process = try ChildProcess(
                isRoot ? "/usr/bin/setpriv" : Program.path,
                (isRoot ? ["--reuid=65534", "--regid=65534", "--clear-groups", Program.path] : []) + arguments, output: .pipe,
                error: .output)
            let text = process.readOutput()
            #expect(process.wait() == 2)
            #expect(
                text
                    == "courtois: the store “\(store)” cannot be written — give this user the right to write the file and its folder, or name another with --store\n"
            )
        }
    }
}
