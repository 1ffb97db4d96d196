import Desk
import IntentEngine

/// What the files of a rulebook say, as lint rules look at it.
struct LintTexts: Sendable {
    let written: WrittenRules
    let spelling: (any SpellingDictionary)?

    init(_ written: WrittenRules, _ spelling: (any SpellingDictionary)?) {
        self.written = written
        self.spelling = spelling
    }

    var source: RuleSource { written.source }
}

/// One thing the files of a rulebook are checked for, which needs no compiled rules.
protocol TextRule: Sendable {
    func findings(in texts: LintTexts) -> [RuleFinding]
}
