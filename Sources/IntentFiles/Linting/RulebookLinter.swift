public import Desk
public import IntentEngine

/// Checks a rulebook beyond what loading it needs: its own tests, its completeness and every text it can send.
public struct RulebookLinter {
    private static let rules: [any LintRule] = [
        LanguagesAreComplete(), ExamplesAreEnough(), ExamplesLand(), CounterexamplesStayOut(), PhrasesAreReachable(),
        PhrasesAreUnique(), ListsAreUsed(), RewritesAreFinal(), RepliesReadWell(),
        PolarityExamplesAgree(),
    ]

    /// Everything the linter holds against `loaded`, in the order of places.
    public static func findings(in loaded: LoadedRulebook, spelling: (any SpellingDictionary)? = nil) -> [RuleFinding] {
        let subject = LintSubject(loaded: loaded, spelling: spelling)
        return rules.flatMap { $0.findings(in: subject) }.sorted { ($0.place, $0.cause) < ($1.place, $1.cause) }
    }
}

/// One thing a rulebook is checked for.
protocol LintRule: Sendable {
    func findings(in subject: LintSubject) -> [RuleFinding]
}

/// What lint rules look at.
struct LintSubject {
    let loaded: LoadedRulebook
    let spelling: (any SpellingDictionary)?

    var rulebook: Rulebook { loaded.rulebook }
    var source: RuleSource { loaded.source }

    /// The context in which an author's example is read: as a message on a channel of its language.
    func context(_ language: Language) -> Recognizer.Context { Recognizer.Context(languageHint: language) }

    /// The strongest phrase that speaks for an intent, as `“phrase” (file:line)`.
    func strongest(_ match: IntentMatch) -> String {
        guard let best = match.evidence.first else { return "nothing" }
        let pattern = rulebook.pattern(best.pattern)
        return "“\(pattern.text)” (\(pattern.place.file):\(pattern.place.line))"
    }
}
