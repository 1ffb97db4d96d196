import IntentEngine
import Testing

@testable import Desk

struct ProofRulesTests {
    private static let cases: [RuleCase] =
        FrenchTypographyTests.marks + FrenchTypographyTests.figures + FrenchTypographyTests.words
        + EnglishTypographyTests.cases + GrammarTests.cases + VoiceTests.register + VoiceTests.agreement
        + VoiceTests.neverSay + ContentTests.leftovers + ContentTests.personal + ContentTests.languages
        + ContentTests.measures
    /// Rules with tests of their own.
    private static let elsewhere: Set<ProofRule.ID> = ["sentence_length"]

    @Test func `No rule is without a good and a bad example`() {
        for rule in ProofRules.mending + ProofRules.reporting where !Self.elsewhere.contains(rule.id) {
            #expect(Self.cases.contains { $0.rule == rule.id && !$0.faults.isEmpty }, "\(rule.id) has no bad example")
            #expect(Self.cases.contains { $0.rule == rule.id && $0.faults.isEmpty }, "\(rule.id) has no good example")
        }
    }

    @Test func `Each rule has an identifier of its own in its language`() {
        for language in Language.ruled {
            let identifiers = (ProofRules.mending + ProofRules.reporting).filter { $0.languages.contains(language) }
                .map(\.id)
            // English has two rules in one twice: dots and spaces, placeholders and shouting.
            let doubled: Set<ProofRule.ID> = ["E13", "E14"]
            let single = identifiers.filter { !doubled.contains($0) }
            #expect(Set(single).count == single.count)
        }
    }

    @Test func `Findings come in order of place, then rule`() {
        let text = "merci , tu ! XXX  et {{nom}}"
        let findings = Proofreader().findings(in: text, .french)
        #expect(findings == findings.sorted(by: ProofFinding.precedes))
        #expect(findings.map(\.rule).first == "F30")
    }

    @Test func `In a language without rules only characters and data are looked at`() {
        let context = ProofContext(language: .other, visibility: .public)
        let findings = Proofreader().findings(in: "Hola ! {{x}} TODO a@b.fr 😊", context)
        #expect(Set(findings.map(\.rule)) == ["leftover", "personal_data", "emoji"])
    }
}
