import IntentEngine

/// No counter-example is recognised as what it must not be.
struct CounterexamplesStayOut: LintRule {
    func findings(in subject: LintSubject) -> [RuleFinding] {
        var recognizer = Recognizer(subject.rulebook)
        var findings: [RuleFinding] = []
        for tests in subject.loaded.tests {
            for example in tests.counterexamples {
                let understanding = recognizer.understand(example.text, subject.context(example.language))
                guard let phrase = offender(tests, understanding, subject) else { continue }
                findings.append(
                    RuleFinding(
                        place: example.place, cause: "“\(example.text)” must not be “\(tests.name)”, but \(phrase) matches",
                        remedy: "narrow the phrase, or add one under unless"))
            }
        }
        return findings
    }

    private func offender(_ tests: RuleTests, _ understanding: Understanding, _ subject: LintSubject) -> String? {
        if tests.isSignal {
            let fired = understanding.signals.first { subject.rulebook.signals[$0.signal] == tests.name }
            return fired.flatMap { $0.evidence.first }.map { evidence in
                let pattern = subject.rulebook.pattern(evidence.pattern)
                return "“\(pattern.text)” (\(pattern.place.file):\(pattern.place.line))"
            }
        }
        return understanding.intents.first { subject.rulebook.intents[$0.intent] == tests.name }.map(subject.strongest)
    }
}
