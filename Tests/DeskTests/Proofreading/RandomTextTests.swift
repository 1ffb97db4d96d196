import IntentEngine
import Support
import Testing

@testable import Desk

struct RandomTextTests {
    /// What texts are made of that break scanners: spaces of all sorts, marks, digits, joiners, bidi controls.
    private static let pieces: [String] = [
        " ", " ", "\u{A0}", "\u{202F}", "\t", "\n", "\r\n", "\u{2028}", "a", "e", "h", "n", "t", "l", "É", "œ", "à",
        "1", "0",
        "06", "123", "4111111111111111", "!", "?", ";", ":", ",", ".", "..", "…", "€", "%", "$", "°", "'", "’", "\"",
        "“", "”",
        "«", "»", "(", ")", "[", "]", "{", "}", "<", ">", "/", "-", "–", "@", "#", "`", "*", "_", "&", "+", "\u{301}",
        "\u{FE0F}", "\u{200D}", "\u{202E}", "\u{2066}", "\u{200B}", "😊", "👨‍👩‍👧", "🇫🇷", "١", "漢", "ß", "İ",
        "vous", "tu", "les",
        "nous", "l’", "qu’", "de le ", "n°", "http://a", "www.a.fr", "a@b.fr", "FR76", "mai", "h30", "M.", "euros",
        "pas", "\u{0}",
    ]
    private static let contexts: [ProofContext] = [
        .french, .english, .frenchPublic, .familiar, .sms, .french.with { $0.typography = .nbspOnly },
        .french.with { $0.typography = .canadian }, .french.with { $0.length = LengthLimit(unit: .gsm7, most: 12) },
        .frenchPublic.with { $0.length = LengthLimit(unit: .x, most: 9) },
        ProofContext(language: .other, visibility: .public),
    ]

    private static func text(_ random: inout SplitMix) -> String {
        let count = Int(random.next() % 22)
        return (0..<count).map { _ in pieces[Int(random.next() % UInt64(pieces.count))] }.joined()
    }

    @Test func `Any text is read without a trap, every span lies inside, and correcting twice is correcting once`() {
        var random = SplitMix(20_261_121)
        let proofreader = Proofreader(spelling: NoWords())
        for round in 0..<20_000 {
            let text = Self.text(&random)
            let context = Self.contexts[round % Self.contexts.count]
            let scalars = Array(text.unicodeScalars)
            var last: ProofFinding?
            for finding in proofreader.findings(in: text, context) {
                guard !finding.span.isEmpty, finding.span.lowerBound >= 0, finding.span.upperBound <= scalars.count
                else {
                    Issue.record("\(finding.rule) \(finding.span) in \(text.debugDescription)")
                    return
                }
                let held = Array(finding.text.unicodeScalars)
                if held != Array(scalars[finding.span]) { Issue.record("\(finding) in \(text.debugDescription)") }
                if let last, ProofFinding.precedes(finding, last) { Issue.record("order in \(text.debugDescription)") }
                last = finding
            }
            let once = proofreader.corrected(text, context)
            let twice = proofreader.corrected(once, context)
            if Array(once.unicodeScalars) != Array(twice.unicodeScalars) {
                Issue.record("\(text.debugDescription) → \(once.debugDescription) → \(twice.debugDescription)")
                return
            }
        }
    }

    @Test func `A text of one character repeated is read in time`() {
        for piece in [" ", "a", "1 ", "€1", "!", "«", "\"a", "' ", "{", "@a", "a.", "0 1 ", ": ", "\u{301}"] {
            let text = String(repeating: piece, count: 2000)
            for context in [ProofContext.frenchPublic, .englishPublic] {
                #expect(Proofreader().findings(in: text, context).allSatisfy { !$0.span.isEmpty })
            }
        }
    }

    private struct NoWords: SpellingDictionary {
        func accepts(_ word: String, _ language: Language) -> Bool { word.count.isMultiple(of: 2) }
    }
}
