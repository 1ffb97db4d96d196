import Foundation
import Support
import Testing

@Suite("Measuring and learning")
struct EvaluateTests {
    private let folder: TemporaryFolder

    init() throws {
        var files = Dictionary(uniqueKeysWithValues: SampleRules.files.map { ("rules/" + $0, $1) })
        files["lines.jsonl"] = """
            {"text":"Où est ma commande ?","label":"track_order","lang":"fr"}
            {"text":"where is my parcel","label":["track_order"],"lang":"en"}
            {"text":"bonjour","label":"track_order","lang":"fr"}
            {"text":"annuler","label":"cancel","lang":"fr"}

            """
        files["map.json"] = #"{"cancel":["track_order"]}"#
        folder = try TemporaryFolder(files)
    }

    private func run(_ arguments: String...) async throws -> Program {
        try await Program.run(arguments.map { $0.replacingOccurrences(of: "@", with: folder.path) })
    }

    @Test("accuracy, abstention and confusions; unknown labels are left out and counted")
    func table() async throws {
        let program = try await run("evaluate", "--rules", "@/rules", "@/lines.jsonl")
        #expect(program.status == 0)
        #expect(program.output.contains("accuracy            0.667  2 of 3"))
        #expect(program.output.contains("abstention          0.333  1 of 3"))
        #expect(program.output.contains("1 lines left out"))
        #expect(program.output.contains("1  track_order → (none)"))
    }

    @Test("a map says which intents count, and what it does not name is left out")
    func map() async throws {
        let program = try await run("evaluate", "--rules", "@/rules", "--map", "@/map.json", "--json", "@/lines.jsonl")
        let figures = try #require(try JSONSerialization.jsonObject(with: Data(program.output.utf8)) as? [String: Any])
        #expect(figures["messages"] as? Int == 1)
        #expect(figures["skipped"] as? Int == 3)
        #expect(figures["abstention"] as? Double == 1)
    }

    @Test("a line that is not usable, and a missing file, are named; exit code 2")
    func badLines() async throws {
        try folder.write("{\"text\":\"a\",\"label\":\"b\"}\nx\n", to: "bad.jsonl")
        let program = try await run("evaluate", "--rules", "@/rules", "@/bad.jsonl")
        #expect(program.status == 2)
        #expect(program.error.contains("bad.jsonl:2: not an object with “text” and “label”"))
        #expect(try await run("evaluate", "--rules", "@/rules", "@/none").status == 2)
    }

    @Test("learn makes a readable rulebook from labels alone, which recognises what it was not shown")
    func learnScaffold() async throws {
        let frames = ["je veux %", "bonjour, %", "% svp", "comment %", "pouvez-vous %"]
        let wishes = [
            "cancel": ["annuler ma commande", "annuler la réservation", "annulez tout"],
            "track": ["suivre mon colis", "voir où est mon paquet", "le suivi du colis"],
        ]
        var lines = ""
        for (label, texts) in wishes.sorted(by: { $0.key < $1.key }) {
            for text in texts {
                for frame in frames {
                    lines += "{\"text\":\"\(frame.replacingOccurrences(of: "%", with: text))\",\"label\":\"\(label)\",\"lang\":\"fr\"}\n"
                }
            }
        }
        try folder.write(lines, to: "labelled.jsonl")
        let first = try await run("learn", "--rules", "@/rules", "@/labelled.jsonl", "--out", "@/made", "--folds", "3")
        #expect(first.status == 0, "\(first.error)")
        #expect(first.output.contains("3-fold cross-validation on 30 messages (seed 1): accuracy 1.000"))
        let file = try String(contentsOfFile: folder.path + "/made/learned/cancel.yaml", encoding: .utf8)
        #expect(file.contains("annuler: "))
        let again = try await run("learn", "--rules", "@/rules", "@/labelled.jsonl", "--out", "@/again", "--folds", "0")
        #expect(again.status == 0)
        #expect(try String(contentsOfFile: folder.path + "/again/learned/cancel.yaml", encoding: .utf8) == file)
        let decision = try await Program.run(["--rules", folder.path + "/made"], text: "il faudrait annuler\n")
        #expect(decision.output.contains("\"name\":\"cancel\""))
    }

    @Test("a misspelling that was seen once is no hint for having a real word among its forms")
    func learnMisspelling() async throws {
        let texts = ["mon tapis rétrécit", "le tapis gondole", "un tapis taché", "ce tapis déteint", "mon tapi bouloche"]
        let others = ["bonjour madame", "merci bien", "bonne soirée", "au revoir madame", "merci beaucoup madame"]
        let lines = texts.map { ("repair", $0) } + others.map { ("talk", $0) }
        let json = lines.map { "{\"text\":\"\($0.1)\",\"label\":\"\($0.0)\",\"lang\":\"fr\"}\n" }.joined()
        try folder.write(json, to: "labelled.jsonl")
        let program = try await run("learn", "--rules", "@/rules", "@/labelled.jsonl", "--out", "@/noisy", "--folds", "0")
        #expect(program.status == 0, "\(program.error)")
        let file = try String(contentsOfFile: folder.path + "/noisy/learned/repair.yaml", encoding: .utf8)
        #expect(file.contains("tapis: ") && !file.contains("tapi: "), "\(file)")
    }

    @Test("what is labelled none is claimed by nothing that is learned")
    func learnNothing() async throws {
        let wishes = ["annuler", "annuler ma commande", "annuler le séjour", "annuler tout", "annuler ce billet"]
        let talk = ["dormir", "voir la mer", "rester ici", "manger une pomme", "jouer dehors"]
        func lines(_ texts: [String], _ label: String) -> String {
            texts.map { "{\"text\":\"je veux \($0)\",\"label\":\"\(label)\",\"lang\":\"fr\"}\n" }.joined()
        }
        for (folder, labelled) in [("bold", lines(wishes, "cancel")), ("calm", lines(wishes, "cancel") + lines(talk, "none"))] {
            try self.folder.write(labelled, to: "labelled.jsonl")
            let program = try await run("learn", "--rules", "@/rules", "@/labelled.jsonl", "--out", "@/\(folder)", "--folds", "0")
            #expect(program.status == 0, "\(program.error)")
            #expect(!FileManager.default.fileExists(atPath: self.folder.path + "/\(folder)/learned/none.yaml"))
        }
        let weights = try ["bold", "calm"].map { try String(contentsOfFile: folder.path + "/\($0)/learned/cancel.yaml", encoding: .utf8) }
        #expect(weights[0].contains("vouloir") || weights[0].contains("veux"), "\(weights[0])")
        #expect(!weights[1].contains("vouloir") && !weights[1].contains("veux"), "\(weights[1])")
    }

    @Test("learn shows its proposal and writes only when told to, touching nothing but the hints")
    func learnWrite() async throws {
        let path = folder.path + "/rules/orders/track_order.yaml"
        let before = try String(contentsOfFile: path, encoding: .utf8)
        let shown = try await run("learn", "--rules", "@/rules", "--folds", "0")
        #expect(shown.status == 0, "\(shown.error)")
        #expect(shown.output.contains("orders/track_order.yaml, fr:"))
        #expect(try String(contentsOfFile: path, encoding: .utf8) == before)
        #expect(try await run("learn", "--rules", "@/rules", "--folds", "0", "--write").status == 0)
        let after = try String(contentsOfFile: path, encoding: .utf8)
        func withoutHints(_ text: String) -> [Substring] {
            var kept: [Substring] = []
            var isHints = false
            for line in text.split(separator: "\n") {
                isHints = line.hasPrefix("hints:") || (isHints && line.hasPrefix(" "))
                if !isHints { kept.append(line) }
            }
            return kept
        }
        #expect(after != before)
        #expect(withoutHints(after) == withoutHints(before))
    }
}
