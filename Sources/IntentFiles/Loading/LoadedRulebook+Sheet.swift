public import Desk
public import IntentEngine

extension LoadedRulebook {
    /// What its files say, for people who look at it.
    ///
    /// - Parameters:
    ///   - findings: Those of reading it, or of the linter.
    ///   - isChecked: Whether the linter has run.
    public func sheet(findings: [RuleFinding], isChecked: Bool) -> RuleSheet {
        let phrases = Dictionary(source.intents.map { ($0.name, $0.patterns.count { $0.role == .phrase }) }) { first, _ in first }
        let entries = tests.filter { !$0.isSignal }.map { tests in
            let entry = RuleSheet.Entry(
                place: tests.place, examples: tests.examples.map(RuleSheet.Example.init),
                counterexamples: tests.counterexamples.map(RuleSheet.Example.init), phrases: phrases[tests.name] ?? 0)
            return (tests.name, entry)
        }
        return RuleSheet(entries: Dictionary(entries) { first, _ in first }, hash: hash, findings: findings, isChecked: isChecked)
    }
}

extension RuleSheet.Example {
    fileprivate init(_ example: Example) { self.init(text: example.text, language: example.language) }
}
