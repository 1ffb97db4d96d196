import Support
import Testing

@testable import IntentEngine

@Suite("Shorthand and misspellings")
struct RewriteTests {
    private let rewrites = [
        Rules.rewrite("jai", "j'ai"), Rules.rewrite("tjs", "toujours"), Rules.rewrite("mdp", "mot de passe"), Rules.rewrite("^g", "j'ai"),
        Rules.rewrite("svp", ""),
        Rules.rewrite("cb de", "combien de"), Rules.rewrite("quant même", "quand même"), Rules.rewrite("y'a", "il y a"),
        Rules.rewrite("don't", "do not", .english), Rules.rewrite("dont", "do not", .english),
    ]

    private func reading(_ text: String, _ language: Language = .french) -> String {
        let phrases = [
            "j'ai toujours", "mot de passe", "combien de", "quand même", "il y a", "g c svp cb temps le la ma taille",
            "commande remboursement livraison facture",
        ].map { Rules.phrase($0) }
        let (rulebook, findings) = Rules.rulebook([("it", phrases + [Rules.phrase("do not know", .english)])], rewrites: rewrites)
        precondition(findings.isEmpty)
        var recognizer = Recognizer(rulebook)
        return recognizer.reading(of: text, language)
    }

    @Test(
        "shorthand reads as the words it is short for",
        arguments: [
            ("jai tjs", "je ai toujours"), ("mon mdp", "mon mot de passe"), ("g commande", "je ai commande"),
            ("la taille g", "la taille g"), ("la commande svp", "la commande"),
            ("cb de temps", "combien de temps"), ("ma cb", "ma cb"), ("quant même", "quand meme"), ("y'a", "il y a"), ("J’ai", "je ai"),
        ])
    func shorthand(_ text: String, _ expected: String) { #expect(reading(text) == expected) }

    @Test("the same letters read differently in the other language")
    func perLanguage() {
        #expect(reading("dont know", .english) == "do not know")
        #expect(reading("I don’t know", .english) == "i do not know")
        #expect(reading("dont", .french) == "dont")
    }

    @Test(
        "a misspelt word is corrected when one vocabulary word is near, with the same first letter",
        arguments: [
            ("comande", "commande"), ("remboursment", "remboursement"), ("remboursemnet", "remboursement"), ("livriason", "livraison"),
            ("faacture", "facture"), ("factrue", "facture"),
            ("livraisson", "livraison"), ("rembourrsementt", "remboursement"),
        ])
    func corrects(_ text: String, _ expected: String) { #expect(reading(text) == expected) }

    @Test(
        "short words, names, known words and words of another first letter stay as they are",
        arguments: ["le lame", "une lacture", "Bonjour Comende", "une comparde"])
    func leavesAlone(_ text: String) {
        #expect(!reading(text).contains("facture") && !reading(text).contains("commande") && !reading(text).contains("la la"))
    }

    @Test("a word listed as known is not corrected")
    func knownWords() {
        let phrase = Rules.phrase("garantie")
        let plain = Rules.rulebook([("it", [phrase])]).rulebook
        let guarded = Rules.rulebook([("it", [phrase])], known: [Rules.phrase("garanti")]).rulebook
        var recognizer = Recognizer(plain)
        #expect(recognizer.reading(of: "garantii", .french) == "garantie")
        recognizer = Recognizer(guarded)
        #expect(recognizer.reading(of: "garanti", .french) == "garanti")
    }

    @Test(
        "a word is taken for one that accuses only where a letter was left out or two were swapped",
        arguments: [
            ("boche", true), ("bohce", true), ("broche", false), ("bouche", false), ("bochet", false), ("commende", true),
            ("trahion", true), ("trahirson", false), ("trakison", false), ("menteur", true), ("manteur", true),
        ])
    func accusations(_ word: String, _ isTaken: Bool) {
        let hate = OwnerSource(
            name: "hate", patterns: [Rules.phrase("<insulte>"), Rules.phrase("trahison"), Rules.phrase("menteur")], countsQuotes: false)
        let track = OwnerSource(name: "track", patterns: [Rules.phrase("commande"), Rules.phrase("<plainte>")])
        let lists = [
            ListSource(name: "insulte", language: .french, entries: [Rules.phrase("boche")], place: SourcePlace(file: "v.yaml", line: 1)),
            ListSource(name: "plainte", language: .french, entries: [Rules.phrase("menteur")], place: SourcePlace(file: "v.yaml", line: 2)),
        ]
        let (rulebook, findings) = RulebookCompiler.compile(RuleSource(intents: [track], signals: [hate], lists: lists))
        #expect(findings.isEmpty)
        var recognizer = Recognizer(rulebook)
        let known = ["boche", "commande", "trahison", "menteur"]
        #expect(known.contains(recognizer.reading(of: word, .french)) == isTaken)
    }

    @Test("no short word that accuses is found in another word, a long one is")
    func partsThatAccuse() {
        let phrases = ["melon", "connard"].map { Rules.phrase($0) }
        let hate = OwnerSource(name: "hate", patterns: phrases, countsQuotes: false)
        let it = OwnerSource(name: "it", patterns: [Rules.phrase("mon colis sale")])
        let (rulebook, _) = RulebookCompiler.compile(RuleSource(intents: [it], signals: [hate]))
        var recognizer = Recognizer(rulebook)
        #expect(recognizer.reading(of: "mamelon", .french) == "?")
        #expect(recognizer.reading(of: "saleconnard", .french) == "sale connard")
        #expect(recognizer.reading(of: "moncolis", .french) == "mon colis")
    }

    @Test(
        "a word of the language that begins or ends like two others parts into none, small words that lean on the next do",
        arguments: [
            ("assorti", false), ("déblocage", false), ("surmontez", false), ("effectivement", false), ("badgeas", false),
            ("lesorties", true), ("monblocage", true), ("sortieblocage", true), ("avecmontage", true),
        ])
    func partsOfNoWord(_ word: String, _ parts: Bool) {
        let phrases = ["sorti", "blocage", "montez", "montage", "effective", "badge", "il ment"].map { Rules.phrase($0) }
        var recognizer = Recognizer(Rules.rulebook([("it", phrases)]).rulebook)
        #expect(recognizer.reading(of: word, .french).contains(" ") == parts)
    }

    @Test("a corrected word loses three tenths of its part in the points")
    func correctedPoints() {
        var recognizer = Recognizer(Rules.rulebook([("it", [Rules.phrase("remboursement", points: 10)])]).rulebook)
        #expect(recognizer.understand("remboursement").intents.first?.points == 10)
        #expect(recognizer.understand("remboursment").intents.first?.points == 7)
        recognizer = Recognizer(Rules.rulebook([("it", [Rules.phrase("où est mon remboursement", points: 10)])]).rulebook)
        #expect(recognizer.understand("où est mon remboursment").intents.first?.points == 10)
    }

    @Test("elongated words read as their usual form")
    func elongation() {
        var recognizer = Recognizer(Rules.rulebook([("it", [Rules.phrase("nul"), Rules.phrase("adoré")])]).rulebook)
        #expect(recognizer.reading(of: "nuuuul", .french) == "nul")
        #expect(recognizer.reading(of: "adoooore", .french) == "adore")
    }

    @Test("digits glued to a word part from it")
    func gluedDigits() {
        var recognizer = Recognizer(Rules.rulebook([("it", [Rules.phrase("semaines")])]).rulebook)
        #expect(recognizer.reading(of: "3semaines", .french) == "? semaines")
    }
}
