import IntentEngine

/// Reads a reply before it may be sent, and says everything that is wrong with it.
///
/// A value without state: the same text and context give the same findings, in the same order, on any thread. The
/// rules are those of the language study, § 6, for French and English; in any other language only the rules about
/// characters and data run. It fails closed: a text it cannot vouch for has a finding.
public struct Proofreader: Sendable {
    /// By the language they read.
    private let rules: [Language: [any ProofRule]]

    /// A proofreader, with a spelling check when there is a dictionary.
    public init(spelling: (any SpellingDictionary)? = nil) {
        let all = ProofRules.mending + ProofRules.reporting + (spelling.map { [SpellingRule(dictionary: $0)] } ?? [])
        rules = Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0, Self.rules(all, reading: $0)) })
    }

    private static func rules(_ rules: [any ProofRule], reading language: Language) -> [any ProofRule] {
        rules.filter { $0.languages.contains(language) }
    }

    /// What is wrong with `text`, in order of place, then rule; empty when nothing is.
    public func findings(in text: String, _ context: ProofContext) -> [ProofFinding] {
        findings(in: ProofText(text, context.language), context)
    }

    /// What is wrong with a text that was prepared in the context's language.
    func findings(in text: ProofText, _ context: ProofContext) -> [ProofFinding] {
        Self.findings(in: text, context, rules[text.language] ?? [])
    }

    /// `text` with the faults mended that only one correction fits: spaces, quotation marks, apostrophes, ellipses,
    /// repeated marks, amounts, telephone numbers and the spaces behind n° and titles (F01–F08, F12, F14–F16, F21–F23,
    /// E01, E13).
    ///
    /// Addresses are left alone. Mending a mended text changes nothing.
    public func corrected(_ text: String, _ context: ProofContext) -> String {
        var text = text
        let rules = Self.rules(ProofRules.mending, reading: context.language)
        // Each pass mends what does not overlap; what overlapped is seen anew. Every mend brings the text nearer to
        // one no rule mends, so that the bound only guards against a rule that would undo another.
        for _ in 0..<max(8, text.unicodeScalars.count) {
            let prepared = ProofText(text, context.language)
            let findings = Self.findings(in: prepared, context, rules)
            guard let mended = Self.mended(prepared, findings) else { return text }
            text = mended
        }
        return text
    }

    private static func findings(
        in text: ProofText, _ context: ProofContext, _ rules: [any ProofRule]
    ) -> [ProofFinding] {
        var findings: [ProofFinding] = []
        for rule in rules { findings += rule.check(text, context) }
        return findings.sorted(by: ProofFinding.precedes)
    }

    /// The text with each replacement made that overlaps none before it; nil when there is none to make.
    private static func mended(_ text: ProofText, _ findings: [ProofFinding]) -> String? {
        var result = ""
        var end = 0
        var isMended = false
        for finding in findings {
            guard let replacement = finding.replacement, finding.span.lowerBound >= end else { continue }
            result += text.string(end..<finding.span.lowerBound)
            result += replacement
            end = finding.span.upperBound
            isMended = true
        }
        return isMended ? result + text.string(end..<text.scalars.count) : nil
    }
}
