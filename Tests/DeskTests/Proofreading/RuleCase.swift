import IntentEngine
import Testing

@testable import Desk

/// One text and what one rule holds against it.
struct RuleCase: Sendable, CustomTestStringConvertible {
    let rule: ProofRule.ID
    let text: String
    /// The characters at fault, in order; none for a good example.
    let faults: [String]
    let context: ProofContext

    /// A text with faults.
    static func bad(
        _ rule: ProofRule.ID, _ text: String, _ faults: String..., in context: ProofContext = .french
    ) -> RuleCase {
        RuleCase(rule: rule, text: text, faults: faults, context: context)
    }

    /// A text without.
    static func good(_ rule: ProofRule.ID, _ text: String, in context: ProofContext = .french) -> RuleCase {
        RuleCase(rule: rule, text: text, faults: [], context: context)
    }

    var testDescription: String { "\(rule): \(text)" }

    /// Checks that the rule finds the faults, that each span holds its characters, and that a remedy is given.
    func verify(_ proofreader: Proofreader = Proofreader(), _ location: SourceLocation = #_sourceLocation) {
        let findings = proofreader.findings(in: text, context).filter { $0.rule == rule }
        #expect(findings.map(\.text) == faults, "\(findings)", sourceLocation: location)
        let scalars = Array(text.unicodeScalars)
        for finding in findings {
            let held = String(String.UnicodeScalarView(scalars[finding.span]))
            #expect(Array(held.unicodeScalars) == Array(finding.text.unicodeScalars), sourceLocation: location)
            #expect(
                !finding.remedy.isEmpty && !finding.cause.isEmpty && !finding.span.isEmpty, sourceLocation: location)
        }
    }
}

extension ProofContext {
    static let french = ProofContext(language: .french, visibility: .private)
    static let english = ProofContext(language: .english, visibility: .private)
    static let familiar = ProofContext(language: .french, visibility: .private, register: .tu)
    static let frenchPublic = ProofContext(language: .french, visibility: .public)
    static let englishPublic = ProofContext(language: .english, visibility: .public)
    static let sms = ProofContext(language: .french, visibility: .private, typography: .plain)

    func with(_ change: (inout ProofContext) -> Void) -> ProofContext {
        var context = self
        change(&context)
        return context
    }
}
