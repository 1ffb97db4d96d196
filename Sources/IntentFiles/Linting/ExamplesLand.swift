import IntentEngine

/// Each example is recognised as its own intent or signal; when another wins, both phrases are named.
struct ExamplesLand: LintRule {
    func findings(in subject: LintSubject) -> [RuleFinding] {
        var recognizer = Recognizer(subject.rulebook)
        var findings: [RuleFinding] = []
        for tests in subject.loaded.tests {
            for example in tests.examples {
                let explanation = recognizer.explain(example.text, subject.context(example.language))
                let cause =
                    tests.isSignal
                    ? signalCause(tests.name, explanation, subject) : intentCause(tests.name, explanation, subject)
                guard let cause else { continue }
                let remedy = "write a phrase for it, or move the example"
                findings.append(RuleFinding(place: example.place, cause: "“\(example.text)” \(cause)", remedy: remedy))
            }
        }
        return findings
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
