public import Desk
import IntentEngine

/// Checks a rulebook beyond what loading it needs: its own tests, its completeness and every text it can send.
public struct RulebookLinter {
    private static let textRules: [any TextRule] = [
        RepliesReadWell(), LanguagesAreComplete(), ExamplesAreEnough(), PhrasesAreUnique(), ListsAreUsed(), RewritesAreFinal(),
    ]
    private static let readingRules: [any ReadingRule] = [
        ExamplesLand(), CounterexamplesStayOut(), PhrasesAreReachable(), PolarityExamplesAgree(),
    ]

    /// Loads the rulebook below `path` and checks it on all processors: its texts while its phrases are compiled, then what
    /// is read with them.
    ///
    /// Where files do not even load, what the linter would say of the rest is noise.
    ///
    /// - Parameter spelling: Gives the dictionary, which takes the brand's own words as well.
    public static func check(
        _ path: String, spelling: (_ ownWords: [String]) -> (any SpellingDictionary)? = { _ in nil }
    ) -> CheckedRulebook {
        let written = RulebookLoader.read(path)
        let spelling = spelling(written.brand.ownWords)
        let texts = LintTexts(written, spelling)
        let (compiled, found) = AllProcessors.both {
            RulebookCompiler.compile(written.source)
        } and: {
            written.findings.isEmpty ? AllProcessors.map(textRules.count) { textRules[$0].findings(in: texts) } : []
        }
        let loaded = LoadedRulebook(written, compiled.rulebook, compiled.findings)
        var findings = loaded.findings
        if findings.isEmpty {
            let subject = LintSubject(texts: texts, rulebook: loaded.rulebook)
            let read = AllProcessors.map(readingRules.count) { readingRules[$0].findings(in: subject) }
            findings = (found + read).flatMap(\.self).sorted { ($0.place, $0.cause) < ($1.place, $1.cause) }
        }
        return CheckedRulebook(loaded: loaded, findings: findings, isSpelled: spelling != nil)
    }
}
