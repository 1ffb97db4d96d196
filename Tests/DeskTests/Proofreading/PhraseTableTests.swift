import IntentEngine
import Testing

@testable import Desk

struct PhraseTableTests {
    @Test(arguments: [
        ("n'avez pas", "Vous N’AVEZ pas", true), ("gratuit*", "gratuitement", true), ("ne ?plus a|b", "ne a", true),
        ("ne ?plus a|b", "ne plus b", true), ("bon d' achat|achats", "bon d'achats", true),
        ("suite a", "suite, à", false),
        ("suite a", "suite\nà", false), ("ecrivez nous", "écrivez-nous", true), ("a b", "a", false),
    ])
    func `A phrase is matched by its words, whatever their case, accents and apostrophes`(
        _ phrase: String, _ text: String, _ isFound: Bool
    ) {
        let table = PhraseTable(phrases: [phrase])
        #expect(table.matches(in: ProofText(text, .french)).isEmpty != isFound)
    }

    @Test func `The longest phrase that starts at a word is taken`() {
        let table = PhraseTable<String>(["bon": "1", "bon d' achat": "2", "bon d'": "3"])
        #expect(table.matches(in: ProofText("un bon d’achat", .french)).map(\.payload) == ["2"])
    }

    @Test func `Every phrase of the never-say lists can be said, and is found as it is written`() {
        let proofreader = Proofreader()
        for (language, list) in [(Language.french, NeverSayList.french), (.english, NeverSayList.english)] {
            for (kind, entries) in list {
                for entry in entries {
                    let words = entry.phrase.split(separator: " ").map { word in
                        let first = word.drop { $0 == "?" }.split(separator: "|")[0]
                        return first.last == "*" ? first.dropLast() + "er" : first
                    }
                    var said = words.joined(separator: " ").replacing("' ", with: "'")
                    // Conditions: a second time, a first sentence.
                    if case .secondTime = entry.condition { said += ". \(said)" }
                    var context = ProofContext(language: language, visibility: .private)
                    if case .unread = entry.condition { context.leavesUnread = true }
                    let rules = proofreader.findings(in: said, context).map(\.rule)
                    #expect(rules.contains(kind.id), "\(entry.phrase): \(said)")
                    #expect(!entry.remedy.isEmpty)
                }
            }
        }
    }
}
