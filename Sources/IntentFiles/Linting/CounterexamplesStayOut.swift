import IntentEngine

/// No counter-example is recognised as what it must not be.
struct CounterexamplesStayOut: ReadingRule {
    func findings(in subject: LintSubject) -> [RuleFinding] {
        let tests = subject.texts.written.tests
        let examples = tests.flatMap { tests in tests.counterexamples.map { (tests: tests, example: $0) } }
        return AllProcessors.flatMap(examples.count) { piece in
            var recognizer = Recognizer(subject.rulebook)
            return examples[piece].compactMap { tests, example in
                let understanding = recognizer.understand(example.text, subject.context(example.language))
                guard let phrase = offender(tests, understanding, subject) else { return nil }
                return RuleFinding(
                    place: example.place, cause: "“\(example.text)” must not be “\(tests.name)”, but \(phrase) matches",
                    remedy: "narrow the phrase, or add one under unless")
            }
        }
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
