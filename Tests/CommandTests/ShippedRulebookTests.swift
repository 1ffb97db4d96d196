import Foundation
import Support
import Testing

/// What the README promises of the rulebook that ships, kept by the built program.
@Suite("The shipped rulebook")
struct ShippedRulebookTests {
    private static let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private static func text(_ path: String) throws -> String {
        try String(contentsOf: project.appendingPathComponent(path), encoding: .utf8)
    }

    @Test("the example of the README is what the program answers")
    func readmeExample() async throws {
        let readme = try Self.text("README.md")
        let command = try #require(readme.firstMatch(of: #/\$ echo "(.+)" \| courtois (.+)\n/#))
        let program = try await Program.run(
            command.2.split(separator: " ").map(String.init), text: command.1 + "\n", in: Self.project.path)
        #expect(program.status == 0)
        #expect(readme.contains("```\n\(program.output.trimmingCharacters(in: .newlines))\n```"), "\(program.output)")
    }

    @Test("the rulebook has no finding")
    func check() async throws {
        let program = try await Program.run(["check", "intents"], in: Self.project.path)
        #expect(program.status == 0, "\(program.output)\(program.error)")
    }

    @Test(
        "of messages written without sight of the rules, nine in ten are understood; of those that tell their matter in asides, six",
        arguments: [("customers", 0.9), ("indirect", 0.6)], ["en", "fr"])
    func customers(_ sample: (name: String, least: Double), _ language: String) async throws {
        let file = "samples/\(sample.name).\(language).jsonl"
        let program = try await Program.run(["evaluate", "--json", file], in: Self.project.path)
        let figures = try #require(try JSONSerialization.jsonObject(with: Data(program.output.utf8)) as? [String: Any])
        let accuracy = try #require(figures["accuracy"] as? Double)
        #expect(accuracy >= sample.least, "\(accuracy)")
    }

    @Test("the signs that stand behind the words for what came along, and the mark of a text that was cut, change no decision")
    func signs() async throws {
        let samples = try ["en", "fr"].map { try Self.text("samples/customers.\($0).jsonl") }.joined()
        let texts = try samples.split(separator: "\n").compactMap { line in
            (try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])?["text"] as? String
        }
        #expect(texts.count > 400)
        /// What is done with each message, what it wants and how it sounds.
        func decisions(_ end: String) async throws -> [[String]] {
            let lines = try texts.map { text in
                String(decoding: try JSONSerialization.data(withJSONObject: ["text": text + end]), as: UTF8.self)
            }
            let output = try await Program.run([], text: lines.joined(separator: "\n"), in: Self.project.path).output
            return try output.split(separator: "\n").map { line in
                let decision = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
                let named = ["intents", "signals", "entities"].flatMap { decision[$0] as? [[String: Any]] ?? [] }
                return ["language", "disposition", "team", "priority", "polarity"].map { "\(decision[$0] ?? "")" }
                    + named.map { "\($0["name"] ?? $0["kind"] ?? "") \($0["value"] ?? $0["level"] ?? "")" }
            }
        }
        let plain = try await decisions("")
        #expect(plain.count == texts.count)
        for (text, (bare, signed)) in zip(texts, zip(plain, try await decisions("\n\n📷📷🎬🎤📍👤🔗📎\n\n[…]"))) {
            #expect(bare == signed, "\(text)")
        }
    }

    @Test("who speaks of a lawyer is not satisfied, and the explanation says that the words alone would have it so")
    func cappedSatisfaction() async throws {
        let program = try await Program.run(["explain", "Génial, mon avocat vous écrira demain."], in: Self.project.path)
        #expect(program.output.contains("polarity  -1, by its words alone 1 (30 tenths); complexity "), "\(program.output)")
    }

    @Test("whoever asks whether a robot answers is told", arguments: ["Tu es un robot ?", "Are you a bot?"])
    func disclosesAutomation(_ text: String) async throws {
        let lines = (0..<24).map { number in
            #"{"text":"\#(text)","conversation":"\#(number)","visibility":"\#(number < 12 ? "private" : "public")"}"#
        }
        let output = try await Program.run([], text: lines.joined(separator: "\n") + "\n", in: Self.project.path).output
        #expect(output.split(separator: "\n").count == 24)
        for line in output.split(separator: "\n") {
            #expect(line.contains("assistant automatique") || line.contains("automated assistant"), "\(line)")
        }
    }

    @Test(
        "a number and an address make no advertisement of a complaint",
        arguments: [
            "J’ai commandé 2 articles https://boutique.example/panier/48213 et rien n’est arrivé.",
            "2 lamps came broken https://shop.example/orders/48213",
        ])
    func numbersBesideAddresses(_ text: String) async throws {
        let program = try await Program.run([], text: text + "\n", in: Self.project.path)
        #expect(!program.output.contains("\"spam\"") && !program.output.contains("\"moderate\""), "\(program.output)")
    }

    @Test("every message of the sample inbox is decided, the easy ones with a draft without findings")
    func sampleInbox() async throws {
        let program = try await Program.run([], text: try Self.text("samples/inbox.jsonl"), in: Self.project.path)
        #expect(program.status == 0)
        let decisions = program.output.split(separator: "\n")
        #expect(decisions.count >= 40)
        #expect(decisions.count { $0.contains("\"disposition\":\"draft\"") } >= decisions.count / 3)
        #expect(decisions.allSatisfy { !$0.contains("\"error\":") })
        #expect(decisions.allSatisfy { !$0.contains("\"draft\":{") || $0.contains("\"findings\":[]") })
    }
}
