import IntentEngine

/// Enough examples and counter-examples in each language: a rule without tests is a guess.
struct ExamplesAreEnough: TextRule {
    private static let fewestExamples = 5
    private static let fewestCounterexamples = 3

    func findings(in texts: LintTexts) -> [RuleFinding] {
        texts.written.tests.flatMap { tests in
            Language.ruled.flatMap { language -> [RuleFinding] in
                var findings: [RuleFinding] = []
                let examples = tests.examples.count { $0.language == language }
                if examples < Self.fewestExamples {
                    findings.append(finding(tests, "examples", examples, Self.fewestExamples, language))
                }
                let counterexamples = tests.counterexamples.count { $0.language == language }
                if counterexamples < Self.fewestCounterexamples {
                    findings.append(finding(tests, "counterexamples", counterexamples, Self.fewestCounterexamples, language))
                }
                return findings
            }
        }
    }

    private func finding(_ tests: RuleTests, _ what: String, _ count: Int, _ least: Int, _ language: Language) -> RuleFinding {
        RuleFinding(
            place: tests.place, cause: "“\(tests.name)” has \(count) \(what) in \(language.rawValue)",
            remedy: "write at least \(least), as customers would")
    }
}
