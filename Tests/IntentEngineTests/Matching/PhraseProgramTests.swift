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
        #expect(rulebook.automata[0].code.count < 400)
        var recognizer = Recognizer(rulebook)
        for variant in [0, 1, 0x1555, 0x2AAA, 0x3FFF] {
            let words = (0..<14).map { variant >> $0 & 1 == 0 ? "un\($0) deux\($0)" : "trois\($0) quatre\($0)" }
            #expect(recognizer.understand(words.joined(separator: " ")).intents.count == 1)
            #expect(recognizer.understand(words.dropLast().joined(separator: " ")).intents.isEmpty)
            #expect(recognizer.understand(words.joined(separator: " deux ")).intents.isEmpty)
        }
    }

    @Test("a phrase of 2,500 words is found")
    func long() {
        let letters = Array("bcdfgklmnp")
        let all = (0..<2500).map { (number: Int) -> String in
            let digits = [number / 1000, number / 100 % 10, number / 10 % 10, number % 10]
            return digits.map { "\(letters[$0])a" }.joined()
        }
        let words = all.joined(separator: " ")
        let (rulebook, findings) = Rules.rulebook([("track", [Rules.phrase(words)])])
        #expect(findings.isEmpty)
        var recognizer = Recognizer(rulebook)
        #expect(recognizer.understand(words).intents.count == 1)
    }
}
