import IntentEngine
import Testing

@testable import Desk

struct SpellingRuleTests {
    private struct Words: SpellingDictionary {
        static let french = Words(words: [
            "bonjour", "merci", "de", "votre", "message", "nous", "aimons", "après-vente", "service", "le", "équipe",
            "la", "il",
            "est", "parti",
        ])
        let words: Set<String>
        func accepts(_ word: String, _ language: Language) -> Bool { words.contains(word) }
    }

    private static let cases: [RuleCase] = [
        .bad("spelling", "Bonjour, merci de votre mesage.", "mesage"),
        .bad("spelling", "Mersi de votre message.", "Mersi"),
        .bad("spelling", "Le service après-vantes.", "après", "vantes"),
        .good("spelling", "Bonjour Zlatan, merci. Le service après-vente. L’équipe Zblorg est partie-t."),
        .good("spelling", "Merci de https://zblorg.fr zblorg@zblorg.fr @zblorg #zblorg AB-12x SAV x1 12h30."),
    ]

    @Test func `Unknown words are found; names, codes, initials and addresses are not asked for`() {
        let proofreader = Proofreader(spelling: Words.french)
        for example in Self.cases.dropLast(2) { example.verify(proofreader) }
        #expect(
            proofreader.findings(in: Self.cases[3].text, .french).filter { $0.rule == "spelling" }.map(\.text) == [
                "partie"
            ])
        Self.cases[4].verify(proofreader)
    }

    @Test func `Without a dictionary no word is unknown`() {
        #expect(!Proofreader().findings(in: "Mersi.", .french).contains { $0.rule == "spelling" })
    }
}
