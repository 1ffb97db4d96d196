import Support
import Testing

@testable import IntentEngine

@Suite("Disguised words")
struct DisguiseTests {
    private func reading(_ text: String) -> String {
        let phrases = [
            "salope", "pourriture", "homos", "commande", "pendre tous", "vermine", "bande de ***", "semaines", "facture", "colis",
        ].map { Rules.phrase($0) }
        var recognizer = Recognizer(Rules.rulebook([("it", phrases)]).rulebook)
        return recognizer.reading(of: text, .french)
    }

    @Test(
        "letters behind digits, signs, stars and spaces are found again when they spell a word the rules use",
        arguments: [
            ("s4lope", "salope"), ("p0urr1ture", "pourriture"), ("h0mo5", "homos"), ("s@lope", "salope"), ("sal*pe", "salope"),
            ("s*****", "salope"),
            ("h o m o s", "homos"), ("les s a l o p e s", "les salopes"), ("s.a.l.o.p.e", "salope"), ("h o m o s a dire", "homos a dire"),
            ("verminehomos", "vermine homos"),
            ("lacommande", "la commande"), ("pendretous", "pendre tous"), ("3semaines", "? semaines"), ("bande de ***", "bande de ***"),
            ("bande de c***", "bande de ***"), ("colis*", "colis"), ("lhomos", "le homos"),
        ])
    func undisguises(_ text: String, _ expected: String) { #expect(reading(text) == expected) }

    @Test("what spells nothing known stays as it is", arguments: ["a b c", "taille M", "x y z", "1984", "jean@example.org", "4 x 4"])
    func leavesAlone(_ text: String) { #expect(!reading(text).contains("salope") && !reading(text).contains("***")) }

    @Test("a word spelt over several tokens is highlighted whole")
    func span() throws {
        var recognizer = Recognizer(Rules.rulebook([("it", [Rules.phrase("homos")])]).rulebook)
        let text = "ces h o m o s là"
        let evidence = try #require(recognizer.understand(text).intents.first?.evidence.first)
        #expect(evidence.span == 4..<13)
    }

    @Test("quoted words do not count for a signal that says so; an unclosed quotation mark quotes nothing")
    func quotes() {
        let source = RuleSource(
            signals: [
                OwnerSource(name: "hate", patterns: [Rules.phrase("sale vermine")], countsQuotes: false),
                OwnerSource(name: "other", patterns: [Rules.phrase("vermine")]),
            ])
        var recognizer = Recognizer(RulebookCompiler.compile(source).rulebook)
        func signals(_ text: String) -> [String] {
            recognizer.understand(text).signals.map { recognizer.rulebook.signals[$0.signal] }
        }
        #expect(signals("sale vermine") == ["hate", "other"])
        #expect(signals("dire \"sale vermine\" est ignoble") == ["other"])
        #expect(signals("dire « sale vermine » est ignoble") == ["other"])
        #expect(signals("dire “sale vermine” est ignoble") == ["other"])
        #expect(signals("\" sale vermine") == ["hate", "other"])
        #expect(signals("\"a\" sale vermine \"b\"") == ["hate", "other"])
    }

    @Test("a message of nothing but rewritten words is read in time that grows with its length")
    func linear() {
        var recognizer = Recognizer(
            Rules.rulebook([("it", [Rules.phrase("rien")])], rewrites: [Rules.rewrite("est ce que", ""), Rules.rewrite("a b", "c d e")])
                .rulebook)
        let text = String(repeating: "est ce que a b ", count: 15_000)
        var reading = ""
        #expect(ProcessorTime.measure { reading = recognizer.reading(of: text, .french) } < .seconds(5))
        #expect(reading.hasPrefix("c d e c d e"))
    }
}
