import Support
import Testing

@testable import IntentEngine

@Suite("Scoring")
struct ScoringTests {
    private func recognizer(
        _ intents: [(name: String, patterns: [PatternSource])], _ thresholds: Thresholds = Thresholds(points: 8, margin: 2)
    ) -> Recognizer {
        Recognizer(Rules.rulebook(intents, thresholds: thresholds).rulebook)
    }

    @Test("hints add up, each once, over the whole message")
    func hintsAddUp() {
        var recognizer = recognizer([("it", [Rules.hint("colis", 4), Rules.hint("suivi", 6)])])
        #expect(recognizer.understand("suivi colis").intents.first?.points == 10)
        #expect(recognizer.understand("suivi colis colis. Suivi !").intents.first?.points == 10)
        #expect(recognizer.understand("colis").intents.isEmpty)
    }

    @Test("a hint counts in every form of its word but those of one letter, which are more often another word")
    func hintsOfOneLetter() {
        var recognizer = recognizer([
            ("it", [Rules.hint("avoir", 8), Rules.phrase("fini", points: 1)]), ("other", [Rules.hint("a", 8, .english)]),
        ])
        #expect(recognizer.names("vous avez fini") == ["it"])
        #expect(recognizer.names("fini, le train part à Lyon").isEmpty)
    }

    @Test("small words decide between intents, and of a guess prove nothing; beside a phrase they count")
    func smallWords() {
        var recognizer = recognizer([
            ("guess", [Rules.hint("jouer", 7), Rules.hint("du", 5)]), ("other", [Rules.hint("jouer", 9)]),
            ("said", [Rules.phrase("partie", points: 6), Rules.hint("pour", 3)]),
        ])
        #expect(recognizer.names("jouer du violon").isEmpty)
        #expect(recognizer.understand("jouer du violon").candidates.map(\.points) == [12, 9])
        #expect(recognizer.names("jouer au violon") == ["other"])
        #expect(recognizer.names("une partie pour deux") == ["said"])
    }

    @Test("of an owner's overlapping phrases the strongest counts; apart they add up")
    func overlapping() {
        var recognizer = recognizer([
            (
                "it",
                [
                    Rules.phrase("annuler", points: 6), Rules.phrase("annuler ma commande", points: 9),
                    Rules.phrase("remboursement", points: 5),
                ]
            )
        ])
        #expect(recognizer.understand("annuler ma commande").intents.first?.points == 9)
        #expect(recognizer.understand("annuler ma commande, remboursement").intents.first?.points == 14)
    }

    @Test("below the threshold nothing is claimed and the best is shown as a candidate")
    func belowThreshold() {
        var recognizer = recognizer([("it", [Rules.phrase("colis", points: 7)])])
        let understanding = recognizer.understand("mon colis")
        #expect(understanding.intents.isEmpty)
        #expect(understanding.candidates.map(\.points) == [7])
    }

    @Test("closer than the margin nothing is claimed and both are shown")
    func ambiguous() {
        var recognizer = recognizer([("a", [Rules.phrase("colis", points: 9)]), ("b", [Rules.phrase("colis", points: 10)])])
        let understanding = recognizer.understand("mon colis")
        #expect(understanding.intents.isEmpty)
        #expect(understanding.candidates.map { recognizer.rulebook.intents[$0.intent] } == ["b", "a"])
    }

    @Test("two wishes, each in words of its own, stand both however close they are; one alone that is close stands not")
    func twoWishes() {
        var recognizer = recognizer([
            ("damaged", [Rules.phrase("colis ouvert", points: 9)]), ("missing", [Rules.phrase("article manque", points: 9)]),
            ("hinted", [Rules.hint("colis", 8)]),
        ])
        #expect(recognizer.names("mon colis ouvert un article manque") == ["damaged", "missing"])
        #expect(recognizer.names("mon colis ouvert").isEmpty)
    }

    @Test("ties go to the intent whose file comes first")
    func ties() {
        var recognizer = recognizer(
            [("a", [Rules.phrase("colis", points: 9)]), ("b", [Rules.phrase("colis", points: 9)])], Thresholds(points: 8, margin: 0))
        #expect(recognizer.names("colis").first == "a")
    }

    @Test("each clause brings evidence of its own: one message may hold several intents")
    func severalIntents() {
        let intents = [
            ("track", [Rules.phrase("où est … commande", points: 10)]), ("address", [Rules.phrase("changer … adresse", points: 10)]),
            ("other", [Rules.hint("commande", 3)]),
        ]
        var recognizer = recognizer(intents)
        #expect(Set(recognizer.names("Où est ma commande ? Et je dois changer mon adresse.")) == ["track", "address"])
        #expect(Set(recognizer.names("où est ma commande et je dois changer mon adresse")) == ["track", "address"])
    }

    @Test("at most as many intents stand as the rulebook allows")
    func mostIntents() {
        let intents = ["un", "deux", "trois", "quatre"].map { ($0, [Rules.phrase("mot \($0)", points: 10)]) }
        var recognizer = recognizer(intents)
        #expect(recognizer.names("mot un. mot deux. mot trois. mot quatre.").count == 3)
    }

    @Test("a veto takes its intent out of its clause and no further")
    func vetoes() {
        var recognizer = recognizer([("it", [Rules.phrase("livraison", points: 9), Rules.veto("frais de livraison")])])
        #expect(recognizer.names("les frais de livraison ?").isEmpty)
        #expect(recognizer.names("les frais de livraison ? et la livraison de demain") == ["it"])
    }

    @Test("confidence rises with points and falls with a rival")
    func confidence() throws {
        var recognizer = recognizer([("a", [Rules.phrase("colis", points: 9), Rules.hint("suivi", 9)]), ("b", [Rules.hint("retard", 6)])])
        let weak = try #require(recognizer.understand("colis").intents.first?.confidence)
        let strong = try #require(recognizer.understand("colis suivi").intents.first?.confidence)
        let rivalled = try #require(recognizer.understand("colis suivi retard").intents.first?.confidence)
        #expect(weak < strong && rivalled < strong)
        #expect((0...1).contains(strong))
    }

    @Test("what a courtesy says itself asks nothing: “couldn't be happier”")
    func courtesyThatSeemsToAsk() {
        let thanks = Rules.phrase("could not be happier", .english, points: 12, negation: .allowed)
        let source = RuleSource(
            intents: [
                OwnerSource(name: "thanks", patterns: [thanks], isCourtesy: true),
                OwnerSource(name: "order", patterns: [Rules.hint("order", 3, .english)]),
            ], thresholds: Thresholds(points: 8, margin: 1))
        var recognizer = Recognizer(RulebookCompiler.compile(source).rulebook)
        #expect(recognizer.names("we could not be happier with our order", .english) == ["thanks"])
        #expect(recognizer.names("we could not be happier, can you tell them", .english).isEmpty)
    }

    @Test("a signal fires on a phrase, with the highest level among those that matched, or on enough hints")
    func signals() {
        let (rulebook, _) = Rules.rulebook(
            [],
            signals: [
                (
                    "anger",
                    [
                        Rules.phrase("agacé", level: 2), Rules.phrase("inadmissible", level: 3), Rules.hint("nul", 3),
                        Rules.hint("service", 4),
                    ]
                )
            ])
        var recognizer = Recognizer(rulebook)
        #expect(recognizer.understand("agacé, c'est inadmissible").signals.map(\.level) == [3])
        #expect(recognizer.understand("service nul").signals.map(\.level) == [1])
        #expect(recognizer.understand("service").signals.isEmpty)
    }

    @Test("polarity: negation turns praise, what follows mais weighs more, intensifiers strengthen")
    func polarity() {
        let words = [
            Rules.phrase("content", points: 20), Rules.phrase("déçu", points: -20), Rules.phrase("pas mal", points: 20),
            Rules.phrase("bien", points: 10), Rules.phrase("nul", points: -30),
        ]
        var recognizer = Recognizer(Rules.rulebook([], polarity: words).rulebook)
        func value(_ text: String) -> Int { recognizer.understand(text).polarity.value }
        func weight(_ text: String) -> Int { recognizer.understand(text).polarity.weight }
        #expect(value("je suis content") > 0)
        #expect(value("je ne suis pas content") < 0)
        #expect(value("je ne suis pas déçue") > 0)
        #expect(value("c'est pas mal") > 0)
        #expect(weight("très content") > weight("content"))
        #expect(value("c'est bien mais je suis déçu") < 0)
        #expect(value("je suis déçu mais c'est très bien, content") > 0)
        #expect(weight("NUL CE SERVICE NUL") < weight("nul ce service nul"))
        #expect(value("bonjour") == 0)
        var withOrders = Recognizer(
            Rules.rulebook([], polarity: [Rules.phrase("est", points: 5)], orderNumbers: ["FR-#####"]).rulebook)
        #expect(withOrders.understand("mon colis est là").polarity.value == 1)
        #expect(withOrders.understand("mon colis est le FR-48213").polarity.value == 0)
    }

    @Test("polarity: what counts for it is told word by word and adds up to it; who is of two minds is never “very” anything")
    func polarityShares() {
        let words = [
            Rules.phrase("gentil", points: 40), Rules.phrase("nul", points: -20), Rules.phrase("perdu mon temps", points: -30),
            Rules.phrase("temps", points: 10),
        ]
        var recognizer = Recognizer(Rules.rulebook([], polarity: words).rulebook)
        let text = "C'est nul, j'ai perdu mon temps, mais le livreur est très gentil"
        let explanation = recognizer.explain(text)
        let scalars = Array(text.unicodeScalars)
        let quotes = explanation.polarity.map { String(String.UnicodeScalarView(scalars[$0.span])) }
        #expect(quotes == ["nul", "perdu mon temps", "gentil"])
        #expect(explanation.polarity.map(\.tenths) == [-12, -18, 72])
        #expect(explanation.polarity.map { $0.pattern != nil } == [false, true, false])
        #expect(explanation.understanding.polarity == Polarity(value: 1, weight: 42) && !explanation.isLoud)
        #expect(recognizer.explain("le livreur est très gentil").understanding.polarity.value == 2)
        let loud = recognizer.explain("NUL CE SERVICE EST NUL !!")
        #expect(loud.isLoud && loud.understanding.polarity.weight == loud.polarity.reduce(0) { $0 + $1.tenths } * 12 / 10)
        #expect(recognizer.explain("bonjour").polarity.isEmpty)
    }

    @Test(
        "a courtesy gives way to every wish, stands beside no request, and does not contend with another courtesy",
        arguments: [
            ("merci", ["thanks"]), ("merci bonne journée", ["goodbye"]), ("où est mon colis merci", ["track"]),
            ("merci, vous faites des colis ?", []), ("pouvez-vous me rappeler merci", []), ("mon colis merci beaucoup", ["thanks"]),
            ("merci. le bidule grince", []), ("merci, le bidule grince", []), ("le bidule grince, merci", ["thanks"]),
            ("merci. le bidule est super", ["thanks"]), ("merci pour le bidule argenté", ["thanks"]), ("merci. Martin", ["thanks"]),
        ])
    func courtesies(_ text: String, _ expected: [String]) {
        let source = RuleSource(
            intents: [
                OwnerSource(name: "thanks", patterns: [Rules.phrase("merci", points: 8)], isCourtesy: true),
                OwnerSource(name: "goodbye", patterns: [Rules.phrase("bonne journée", points: 9)], isCourtesy: true),
                OwnerSource(name: "track", patterns: [Rules.phrase("où … colis", points: 9), Rules.phrase("colis", points: 4)]),
            ], polarity: [Rules.phrase("super", points: 30)], thresholds: Thresholds(points: 8, margin: 2))
        let rulebook = RulebookCompiler.compile(source).rulebook
        var recognizer = Recognizer(rulebook)
        #expect(recognizer.understand(text).intents.map { rulebook.intents[$0.intent] } == expected)
    }
}
