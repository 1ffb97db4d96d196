import IntentEngine
import Testing

@testable import Desk

struct JudgeSentenceTests {
    /// Correct French that our own rules of voice hold something against all the same.
    private static let knowingly: [String: [ProofRule.ID]] = [
        // No day is named: a promise nobody can be held to.
        "Je transmets votre message à notre service après-vente, qui reviendra vers vous dès que possible.":
            ["never_say.vague_delay"],
        // Agrees with a customer whose gender a template cannot know.
        "Quelle que soit la solution retenue, nous vous tiendrons informée.": ["agreement"],
    ]

    @Test(arguments: JudgeSentence.correct)
    func `A correct sentence breaks no rule`(_ sentence: String) {
        let context = ProofContext(language: .french, visibility: .private, typography: .plain)
        let findings = Proofreader().findings(in: sentence, context)
        #expect(findings.map(\.rule) == Self.knowingly[sentence] ?? [], "\(findings)")
    }

    @Test(arguments: JudgeSentence.correct)
    func `A correct sentence with ordinary spaces only lacks spaces in full typography`(_ sentence: String) {
        let context = ProofContext(language: .french, visibility: .private)
        let corrected = Proofreader().corrected(sentence, context)
        let findings = Proofreader().findings(in: corrected, context)
        // Times are not mended: « 10 h » wants a person, or a template, to put its no-break space.
        #expect(findings.map(\.rule).filter { $0 != "F09" } == Self.knowingly[sentence] ?? [], "\(findings)")
        #expect(corrected.filter { !$0.isWhitespace } == sentence.filter { !$0.isWhitespace })
    }
}
