import Foundation
import Support
import Testing

/// The built program in a real terminal, on a real store, with a real editor.
@Suite("courtois review in a terminal")
struct ReviewTerminalTests {
    private let rules: TemporaryFolder
    private let folder: TemporaryFolder

    init() async throws {
        rules = try TemporaryFolder(SampleRules.files)
        folder = try TemporaryFolder([
            "good.sh": "grep -q 'FR-48213' \"$1\" || exit 3\nprintf 'Bonjour Zoé,\\n\\nVotre colis part aujourd’hui.\\n' > \"$1\"\n",
            "interrupted.sh": "trap : INT\nkill -INT 0\nprintf 'Bonjour Zoé,\\n\\nDe l’éditeur.\\n' > \"$1\"\n",
            "flawed.sh": "printf 'Bonjour Zoé,\\n\\nVotre colis  part TODO.\\n' > \"$1\"\n",
        ])
        let received = try await run(["receive", "--rules", rules.path, "--quiet"], input: Self.inbox)
        #expect(received.error == "courtois: 3 messages kept.\n")
    }

    private static let inbox = """
        {"id":"a1","channel":"x","conversation":"c1","author":{"id":"u1","name":"Zoé Martin"},"sent_at":"2026-11-20T09:12:00+01:00","text":"Bonjour, où est ma commande FR-48213 ?"}
        {"id":"a2","channel":"x","conversation":"c2","author":{"id":"u2","name":"Ali"},"sent_at":"2026-11-20T09:13:00+01:00","text":"Mon avocat vous écrira. \\u001b[2J\\u202e"}
        {"id":"a3","channel":"x","conversation":"c3","sent_at":"2026-11-20T09:14:00+01:00","text":"où est mon colis 📦"}

        """

    private func environment(editor: String = "good") -> [String: String] {
        ["COURTOIS_STORE": folder.path + "/desk.sqlite", "COURTOIS_USER": "ada", "EDITOR": "sh \(folder.path)/\(editor).sh"]
    }

    private func run(_ arguments: [String], input: String = "") async throws -> Program {
        try await Program.run(arguments, input: Data(input.utf8), environment: environment())
    }

    private func review(editor: String = "good", _ more: [String: String] = [:]) throws -> TerminalProgram {
        try TerminalProgram(["review", "--rules", rules.path], environment: environment(editor: editor).merging(more) { $1 })
    }

    private func shown(_ number: Int) async throws -> String { try await run(["show", String(number), "--json"]).output }

    @Test("the queue is worked by keys: claim, edit, approve, undo; the store has each step")
    func works() async throws {
        let terminal = try review()
        try terminal.see("3 dossiers attendent")
        let queue = try terminal.see("␛[2J\u{FFFD}")
        #expect(queue.contains("▸ 2@1") && !terminal.isUsual)
        terminal.press("j\r")
        try terminal.see("Dossier 1@1")
        let open = try terminal.see("orders/track_order.yaml:7")
        #expect(open.contains("11 points") && open.contains("où (est|en est) <ma> <commande>"))
        terminal.press("c")
        try terminal.see("pris par vous 1")
        #expect(try await run(["queue", "--json"]).output.contains("\"claimed_by\":\"ada\""))
        terminal.press("e")
        try terminal.see("Texte enregistré. Rien à redire")
        try terminal.see("Votre colis part aujourd’hui.")
        #expect(
            try await shown(1).contains(
                "\"text\":\"Bonjour Zoé,\\n\\nVotre colis part aujourd’hui.\",\"language\":\"fr\",\"visibility\":\"private\",\"author\":\"ada\""
            ))
        terminal.press("a")
        try terminal.see("Réponse au dossier 1 approuvée.")
        try terminal.see("2 dossiers attendent")
        let shown1 = try await shown(1)
        #expect(shown1.contains("\"status\":\"answered\"") && shown1.contains("\"approved_by\":\"ada\""))
        terminal.press("u")
        try terminal.see("Approbation annulée")
        try terminal.see("Dossier 1@4")
        #expect(try await shown(1).contains("\"status\":\"waiting\""))
        terminal.press("qq")
        #expect(try terminal.end() == 0)
        #expect(terminal.isUsual && terminal.screen.strange == [])
        let steps = try await run(["audit", "list"]).output.split(separator: "\n").map {
            $0.split(separator: " ").dropFirst(2).prefix(3).joined(separator: " ")
        }
        #expect(
            steps.suffix(5).filter { $0.hasSuffix("case/1") } == [
                "ada claimed case/1", "ada edited case/1", "ada approved case/1", "ada undone case/1",
            ])
    }

    @Test("a case is taken over, given back, closed, reopened from the closed ones, and handed over; each is in the audit trail")
    func casework() async throws {
        let terminal = try review()
        try terminal.see("3 dossiers attendent")
        terminal.press("t")
        try terminal.see("Ouvrez d’abord le dossier")
        terminal.press("j\r")
        try terminal.see("Dossier 1@1")
        terminal.press("t")
        try terminal.see("rien ne part d’ici")
        try terminal.see("ada mène la conversation")
        #expect(try await shown(1).contains("\"taken_over_by\":\"ada\""))
        terminal.press("t")
        try terminal.see("Conversation du dossier 1 rendue.")
        terminal.press("x")
        try terminal.see("Raison de la clôture\u{A0}:")
        terminal.press("\r")
        try terminal.see("Rien n’a été fait")
        terminal.press("xdoublon\r")
        try terminal.see("Dossier 1 clos\u{A0}: o pour le rouvrir.")
        #expect(try await shown(1).contains("\"status\":\"closed\""))
        terminal.press("q")
        try terminal.see("2 dossiers attendent")
        terminal.press("ww")
        try terminal.see("1 dossier clos")
        terminal.press("\r")
        try terminal.see("Dossier 1@4")
        terminal.press("oerreur\r")
        try terminal.see("Dossier 1 rouvert.")
        terminal.press("h")
        try terminal.see("Remettre à (nom)\u{A0}:")
        terminal.press(" max \r")
        try terminal.see("Dossier 1 remis à max.")
        let shown1 = try await shown(1)
        #expect(shown1.contains("\"status\":\"waiting\"") && shown1.contains("\"claimed_by\":\"max\""))
        terminal.press("w")
        try terminal.see("3 dossiers attendent")
        terminal.press("q")
        #expect(try terminal.end() == 0)
        let steps = try await run(["audit", "list"]).output.split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ")
            return words.count > 4 && words[2] == "ada" && words[4] == "case/1" ? String(words[3]) : nil
        }
        #expect(steps == ["taken_over", "given_back", "closed", "reopened", "handed_over"])
    }

    @Test("findings of the proofreader are shown before anything leaves, a reason is asked for, and colleagues’ changes are seen")
    func findings() async throws {
        let terminal = try review(editor: "flawed")
        try terminal.see("3 dossiers attendent")
        terminal.press("/OU EST MA\r\r")
        try terminal.see("Dossier 1@1")
        terminal.press("e")
        try terminal.see("leftover")
        terminal.press("a")
        try terminal.see("il ne peut pas partir")
        #expect(try await shown(1).contains("\"status\":\"waiting\""))
        terminal.press("r")
        try terminal.see("Raison du refus")
        terminal.press("trop froid\r")
        try terminal.see("refusé par ada\u{A0}: trop froid")
        #expect(try await shown(1).contains("\"state\":\"rejected\""))
        // Somebody else is faster.
        #expect(
            try await run(["edit", "1@3", "--rules", rules.path, "--as", "max"], input: "Bonjour,\n\nDe la main de Max.\n").status == 0)
        terminal.press("s\r\r")
        try terminal.see("vous aviez lu la version 3, il en est à la version 4")
        try terminal.see("De la main de Max.")
        terminal.press("\u{3}")
        #expect(try terminal.end() == 0)
    }

    @Test("the screen follows the terminal’s size, in the language asked for, without colours where none are wanted")
    func resizes() throws {
        let terminal = try review(["LC_ALL": "en_GB.UTF-8", "NO_COLOR": "1"])
        try terminal.see("3 cases wait")
        try terminal.see("q quit")
        terminal.resize(columns: 120, rows: 30)
        try terminal.see("q quit")
        #expect(terminal.screen.text.split(separator: "\n", omittingEmptySubsequences: false)[29].hasPrefix("Enter open"))
        terminal.resize(columns: 40, rows: 10)
        try terminal.see("Terminal too small")
        terminal.resize(columns: 80, rows: 24)
        try terminal.see("▸ 2@1")
        #expect(terminal.screen.inks.allSatisfy { $0.split(separator: ";").allSatisfy { (Int($0) ?? 99) < 30 } })
        terminal.press("q")
        #expect(try terminal.end() == 0)
    }

    @Test(
        "the terminal is given back whatever ends the program",
        arguments: [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGSEGV, SIGABRT, SIGILL] as [Int32])
    func restores(_ signal: Int32) throws {
        let terminal = try review()
        try terminal.see("3 dossiers attendent")
        #expect(!terminal.isUsual)
        terminal.send(signal)
        let status = try terminal.end()
        #expect(status & 0x7F == signal, "\(status)")
        #expect(terminal.isUsual)
        #expect(terminal.screen.modes.suffix(4) == ["?2004l", "?7h", "?25h", "?1049l"])
    }

    @Test("where there is no terminal, or one that cannot place a cursor, the plain commands are named")
    func refuses() async throws {
        let piped = try await run(["review", "--rules", rules.path])
        #expect(piped.status == 2 && piped.output.isEmpty)
        #expect(
            piped.error
                == "courtois: “review” needs a terminal for its input and output. In scripts, use: courtois queue, show, assign, approve, undo, edit, reject, escalate, note, close.\n"
        )
        #expect(try await run(["review", "--language", "fr"]).error.hasPrefix("courtois: «\u{A0}review\u{A0}» demande un terminal"))
        let dumb = try review(["TERM": "dumb"])
        try dumb.see("ne sait pas placer le curseur")
        #expect(try dumb.end() == 2 << 8)
        #expect(dumb.screen.modes.isEmpty)
    }

    @Test("an editor that fails, or changes nothing, changes nothing")
    func editors() async throws {
        for (command, expected) in [
            ("false", "L’éditeur s’est terminé par une erreur (1)"), ("true", "Texte inchangé."), ("/nowhere/editor", "Aucun éditeur"),
            ("truncate -s 0", "Texte vide"),
        ] {
            let terminal = try review(["VISUAL": command])
            try terminal.see("3 dossiers attendent")
            terminal.press("j\re")
            try terminal.see(expected)
            terminal.press("qq")
            #expect(try terminal.end() == 0)
        }
        #expect(try await shown(1).contains("\"version\":1,"))
    }

    @Test("keys that interrupt something in the editor do not end the review")
    func interruptedEditor() throws {
        let terminal = try review(editor: "interrupted")
        try terminal.see("3 dossiers attendent")
        terminal.press("j\re")
        try terminal.see("Texte enregistré.")
        try terminal.see("De l’éditeur.")
        terminal.press("qq")
        #expect(try terminal.end() == 0)
    }

    @Test("with --team only that team’s cases are there; what is pasted is never taken for keys")
    func team() async throws {
        let terminal = try TerminalProgram(
            ["review", "--rules", rules.path, "--team", "legal"], environment: environment())
        try terminal.see("1 dossier attend")
        terminal.press("\r")
        try terminal.see("Dossier 2@1")
        terminal.press("\u{1B}[200~aqq\u{1B}[201~n")
        try terminal.see("Note\u{A0}:")
        terminal.press("\u{1B}[200~collé\u{1B}[201~, vu\r")
        try terminal.see("collé, vu")
        try terminal.see("Note ajoutée au dossier 2.")
        terminal.press("qq")
        #expect(try terminal.end() == 0)
        let shown2 = try await shown(2)
        #expect(shown2.contains("\"text\":\"collé, vu\"") && shown2.contains("\"status\":\"waiting\""))
    }

    @Test("who edits a sensitive case is told that another must approve it, and another can")
    func secondReader() async throws {
        let track = try #require(SampleRules.files["orders/track_order.yaml"])
        let sensitive = try TemporaryFolder(
            SampleRules.files(["orders/track_order.yaml": track.replacing("priority: P3", with: "priority: P3\nsensitive: true")]))
        let line = "{\"id\":\"b1\",\"channel\":\"x\",\"text\":\"où est mon colis FR-48213 ?\"}\n"
        #expect(try await run(["receive", "--rules", sensitive.path, "--quiet"], input: line).status == 0)
        for (name, expected) in [("ada", "Sujet sensible\u{A0}: il faut un second lecteur."), ("max", "Réponse au dossier 4 approuvée.")] {
            let terminal = try review(["COURTOIS_USER": name])
            try terminal.see("dossiers attendent")
            terminal.press("G\r")
            try terminal.see("Dossier 4@")
            try terminal.see("second lecteur requis")
            if name == "ada" {
                terminal.press("e")
                try terminal.see("Texte enregistré.")
            }
            terminal.press("a")
            try terminal.see(expected)
            terminal.press("qq")
            #expect(try terminal.end() == 0)
        }
        let shown4 = try await shown(4)
        #expect(shown4.contains("\"author\":\"ada\"") && shown4.contains("\"approved_by\":\"max\""))
    }
}
