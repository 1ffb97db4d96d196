import IntentEngine

/// Each example is recognised as its own intent or signal; when another wins, both phrases are named.
struct ExamplesLand: ReadingRule {
    func findings(in subject: LintSubject) -> [RuleFinding] {
        let tests = subject.texts.written.tests
        let examples = tests.flatMap { tests in tests.examples.map { (tests: tests, example: $0) } }
        return AllProcessors.flatMap(examples.count) { piece in
            var recognizer = Recognizer(subject.rulebook)
            return examples[piece].compactMap { tests, example in
                let explanation = recognizer.explain(example.text, subject.context(example.language))
                let cause =
                    tests.isSignal
                    ? signalCause(tests.name, explanation, subject) : intentCause(tests.name, explanation, subject)
                guard let cause else { return nil }
                let remedy = "write a phrase for it, or move the example"
                return RuleFinding(place: example.place, cause: "“\(example.text)” \(cause)", remedy: remedy)
            }
        }
    }

    private func intentCause(_ name: String, _ explanation: Explanation, _ subject: LintSubject) -> String? {
        let names = subject.rulebook.intents
        if let first = explanation.understanding.intents.first {
            if names[first.intent] == name { return nil }
            let own = explanation.scores.first { names[$0.intent] == name }
            let lost = own.map { "\($0.points) points by \(subject.strongest($0))" } ?? "no points"
            return
                "lands in “\(names[first.intent])” with \(first.points) points by \(subject.strongest(first)), not in “\(name)” with \(lost)"
        }
        guard let best = explanation.scores.first else { return "is not recognised: no phrase or hint speaks for it" }
        if explanation.scores.count > 1, best.points >= explanation.thresholds.points {
            let second = explanation.scores[1]
            return
                "is undecided between “\(names[best.intent])” with \(best.points) points by \(subject.strongest(best)) and “\(names[second.intent])” with \(second.points) by \(subject.strongest(second))"
        }
        return "is not recognised: best is “\(names[best.intent])” with \(best.points) of \(explanation.thresholds.points) points"
    }

    private func signalCause(_ name: String, _ explanation: Explanation, _ subject: LintSubject) -> String? {
        let fired = explanation.understanding.signals.contains { subject.rulebook.signals[$0.signal] == name }
        return fired ? nil : "does not raise the signal “\(name)”"
    }
}
