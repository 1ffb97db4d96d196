import Support
import Testing

@testable import IntentEngine

@Suite("Programs of phrases")
struct PhraseProgramTests {
    @Test("a phrase of 16,384 variants is written once, and each variant is found whole")
    func variants() {
        let choices = (0..<14).map { "(un\($0) deux\($0)|trois\($0) quatre\($0))" }
        let (rulebook, findings) = Rules.rulebook([("track", [Rules.phrase("^ " + choices.joined(separator: " ") + " $")])])
        #expect(findings.isEmpty)
        // Filed under the two words of which each variant holds one, with some 60 instructions each.
        #expect(rulebook.automata[0].programs.count < 400)
        var recognizer = Recognizer(rulebook)
        for variant in [0, 1, 0x1555, 0x2AAA, 0x3FFF] {
            let words = (0..<14).map { variant >> $0 & 1 == 0 ? "un\($0) deux\($0)" : "trois\($0) quatre\($0)" }
            #expect(recognizer.understand(words.joined(separator: " ")).intents.count == 1)
            #expect(recognizer.understand(words.dropLast().joined(separator: " ")).intents.isEmpty)
            #expect(recognizer.understand(words.joined(separator: " deux ")).intents.isEmpty)
        }
    }

    @Test("a phrase as wide as may be is found wherever it stands in a clause of any length, and a wider one is a finding")
    func wide() {
        let first = (0..<31).map(Self.word).joined(separator: " ")
        let second = "\(Self.word(40)) …4 <several> [\(Self.word(41))] {amount} …4 \(Self.word(42)) $"
        let lists = [Rules.list("several", [Self.word(50), "\(Self.word(51)) \(Self.word(52)) \(Self.word(53))"])]
        let (rulebook, findings) = Rules.rulebook(
            [
                ("track", [Rules.phrase(first, line: 1), Rules.phrase(first + " " + Self.word(31), line: 2)]),
                ("pay", [Rules.phrase(second)]),
            ],
            lists: lists)
        #expect(findings.map(\.place.line) == [2])
        #expect(findings.first?.cause == "the phrase is wider than 31 words, its gaps counted")
        var recognizer = Recognizer(rulebook)
        let other = { (count: Int) in (0..<count).map { _ in Self.word(99) + " " }.joined() }
        for before in 0..<150 {
            let spoken =
                "\(Self.word(40)) \(other(4))\(Self.word(51)) \(Self.word(52)) \(Self.word(53)) \(Self.word(41)) 12,50 euros"
                + " \(other(4))\(Self.word(42))"
            let found = recognizer.understand(other(before) + first + " " + other(70) + spoken)
            #expect(Set((found.intents + found.candidates).map(\.intent)) == [0, 1], "behind \(before) words")
            let behind = recognizer.understand(other(before) + spoken + " " + Self.word(99))
            #expect(behind.intents.isEmpty && behind.candidates.isEmpty, "a window’s end is no clause’s, behind \(before) words")
        }
    }

    /// A word that no rule corrects into another.
    private static func word(_ number: Int) -> String {
        let letters = Array("bcdfgklmnp")
        return [number / 10, number % 10, number / 10, number % 10].map { "\(letters[$0])a" }.joined()
    }
}
