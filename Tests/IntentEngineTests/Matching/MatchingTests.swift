import Support
import Testing

@testable import IntentEngine

@Suite("Matching phrases")
struct MatchingTests {
    private func matches(_ phrase: String, _ message: String, _ language: Language = .french, lists: [ListSource] = []) -> Bool {
        var recognizer = Recognizer(Rules.rulebook(language, ["it": [phrase]], lists: lists, thresholds: Thresholds(points: 1, margin: 0)))
        return !recognizer.names(message, language).isEmpty
    }

    @Test(
        "a word matches whatever its case, accents, elision, inflection or a small typo",
        arguments: [
            ("annuler", "J'ANNULE tout"), ("colis", "mon Colis"), ("livré", "enfin livrée"), ("article", "l’article"),
            ("remboursement", "mon rembousement svp"),
            ("où est", "ou est-il"), ("avez-vous", "avez vous"), ("rendez-vous", "un rendez vous"),
        ])
    func words(_ phrase: String, _ message: String) {
        #expect(matches(phrase, message))
    }

    @Test("an exact word matches no inflected form")
    func exact() {
        #expect(matches("\"livre\"", "un Livre"))
        #expect(!matches("\"livre\"", "des livres"))
    }

    @Test(
        "alternatives, optional parts and lists",
        arguments: [
            ("(suivre|localiser) <ma> <commande>", "localiser mes paquets", true),
            ("(suivre|localiser) <ma> <commande>", "suivre ce gros colis", false),
            ("où [en] est", "où en est-on", true), ("où [en] est", "où est-il", true), ("(a b|c) d", "a b d", true),
            ("(a b|c) d", "a d", false),
            ("<ma> <commande>", "la petite boîte", true),
        ])
    func structure(_ phrase: String, _ message: String, _ expected: Bool) {
        let lists = [
            Rules.list("ma", ["ma", "mes", "la"]), Rules.list("commande", ["commande", "colis", "paquet", "petite boîte", "<autres>"]),
            Rules.list("autres", ["caisse"]),
        ]
        #expect(matches(phrase, message, lists: lists) == expected)
    }

    @Test("« puis-je » is a verb and opens no clause; « puis je » does")
    func inversion() {
        var recognizer = Recognizer(Rules.rulebook(.french, ["fee": ["délai … annuler"]]))
        #expect(recognizer.understand("dans quel délai puis-je annuler ?").intents.count == 1)
        #expect(recognizer.understand("j'attends le délai puis je vais annuler").intents.isEmpty)
    }

    @Test(
        "a gap passes over so many words and never over the end of a clause",
        arguments: [
            ("suivre … commande", "suivre commande", true), ("suivre … commande", "suivre un deux trois quatre commande", true),
            ("suivre … commande", "suivre un deux trois quatre cinq commande", false), ("suivre …1 commande", "suivre ma commande", true),
            ("suivre …1 commande", "suivre ma petite commande", false), ("suivre … commande", "suivre. ma commande", false),
            ("suivre … commande", "suivre\nma commande", false), ("suivre … commande", "suivre, enfin, ma commande", true),
            ("suivre …2 commande", "suivre, enfin, ma commande", false), ("suivre commande", "suivre. commande", false),
            ("suivre … commande", "je veux suivre mais la commande non", false),
        ])
    func gaps(_ phrase: String, _ message: String, _ expected: Bool) { #expect(matches(phrase, message) == expected) }

    @Test(
        "anchors hold at the ends of clauses, commas and greetings included",
        arguments: [
            ("^ annuler", "annuler ça", true), ("^ annuler", "je veux annuler", false), ("^ annuler", "Bonjour, annuler ça", true),
            ("^ annuler", "bonjour annuler ça", true),
            ("^ annuler", "Merci. Annuler svp", true), ("merci $", "bon, merci !", true), ("merci $", "merci de répondre", false),
            ("^ merci $", "ok, merci", true), ("^ merci $", "merci bien", false),
        ])
    func anchors(_ phrase: String, _ message: String, _ expected: Bool) { #expect(matches(phrase, message) == expected) }

    @Test(
        "an entity stands in a phrase like a word",
        arguments: [
            ("commande {order_number}", "commande n° 48213", false), ("commande … {order_number}", "commande n° 48213 svp", true),
            ("payé {amount}", "j'ai payé 12,50 € hier", true),
            ("depuis {duration} $", "j'attends depuis 3 semaines", true), ("depuis {duration} $", "j'attends depuis trois semaines", true),
            ("{amount} … facture", "12 € sur ma facture", true),
            ("le {date}", "prévu le 3 mars", true), ("le {date}", "le 31 février", false),
        ])
    func entities(_ phrase: String, _ message: String, _ expected: Bool) { #expect(matches(phrase, message) == expected) }

    @Test("English elisions and contractions read as full words")
    func english() {
        #expect(matches("i have not received", "I haven't received it", .english))
        #expect(matches("do not know", "don’t know", .english))
        #expect(matches("customer account", "the customer's account", .english))
    }

    @Test("the French ne is left out on both sides")
    func ne() {
        #expect(matches("je n'ai pas reçu", "j'ai pas recu"))
        #expect(matches("j'ai pas reçu", "je n’ai pas reçu"))
    }

    @Test("evidence tells phrase, place, points and the customer's own characters")
    func evidence() throws {
        var recognizer = Recognizer(Rules.rulebook(.french, ["it": ["où est <ma> colis", "colis"]], lists: [Rules.list("ma", ["mon"])]))
        let text = "👋 Bonjour, Où est mon COLÍS ?"
        let understanding = recognizer.understand(text)
        let evidence = try #require(understanding.intents.first?.evidence.first)
        let pattern = recognizer.rulebook.pattern(evidence.pattern)
        #expect(pattern.text == "où est <ma> colis")
        #expect(pattern.place == SourcePlace(file: "test.yaml", line: 1))
        #expect(evidence.points == 11)
        let scalars = Array(text.unicodeScalars)
        #expect(String(String.UnicodeScalarView(scalars[evidence.span])) == "Où est mon COLÍS")
        #expect(String(decoding: Array(text.utf8)[evidence.bytes], as: UTF8.self) == "Où est mon COLÍS")
    }

    @Test("the state for a phrase is shared with all that begin alike, and each still reports itself")
    func sharedBeginnings() {
        var recognizer = Recognizer(
            Rules.rulebook(
                .french, ["a": ["je veux annuler"], "b": ["je veux suivre"], "c": ["je veux"]], thresholds: Thresholds(points: 1, margin: 0)
            ))
        #expect(recognizer.names("je veux suivre").contains("b"))
        #expect(recognizer.names("je veux annuler").contains("a"))
        #expect(recognizer.names("je veux").contains("c"))
    }

    @Test("the words of alternatives are joined where a phrase has many paths, and match as before")
    func joinedAlternatives() {
        let wide = (1...7).map { "(mot\($0)|\"exact\($0)\"|autre\($0)|deux mots\($0))" }.joined(separator: " ")
        let (rulebook, findings) = Rules.rulebook([("it", [Rules.phrase(wide)])])
        #expect(findings.map(\.cause).contains { $0.contains("variants") } == false)
        var recognizer = Recognizer(rulebook)
        #expect(recognizer.names("mot1 autre2 exact3 deux mots4 mot5 autre6 exact7") == ["it"])
        #expect(recognizer.names("mot1 autre2 exact3 deux mots5 mot5 autre6 exact7").isEmpty)
    }

    @Test("a phrase that unfolds beyond measure is a finding, and so is an unknown list")
    func findings() {
        let wide = (1...7).map { "(a\($0) x|b\($0) x|c\($0) x|d\($0) x|e\($0) x)" }.joined(separator: " ")
        let findings = Rules.rulebook([("it", [Rules.phrase(wide, line: 3), Rules.phrase("<rien> x", line: 4)])]).findings
        #expect(findings.map(\.place.line) == [3, 4])
        #expect(findings[0].cause == "the phrase unfolds into more than 65536 variants")
        #expect(findings[1].cause == "unknown list <rien>")
    }

    @Test("lists that lead back to themselves are found, not followed")
    func cyclicLists() {
        let lists = [Rules.list("a", ["x", "<b>"]), Rules.list("b", ["y", "<a>"])]
        let (rulebook, findings) = Rules.rulebook([("it", [Rules.phrase("<a> fin")])], lists: lists)
        #expect(findings.contains { $0.cause == "lists that lead back to themselves: <a> → <b> → <a>" })
        var recognizer = Recognizer(rulebook)
        #expect(recognizer.names("y fin") == ["it"])
    }
}
