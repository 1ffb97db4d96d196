import IntentEngine

/// Each polarity example is heard as its author hears it.
struct PolarityExamplesAgree: ReadingRule {
    private static let names = [-1: "dissatisfied", 0: "neutral", 1: "satisfied"]

    func findings(in subject: LintSubject) -> [RuleFinding] {
        var recognizer = Recognizer(subject.rulebook)
        return subject.texts.written.polarityTests.compactMap { test in
            let polarity = recognizer.understand(test.example.text, subject.context(test.example.language)).polarity
            guard polarity.value.signum() != test.sign else { return nil }
            let found = Self.names[polarity.value.signum()] ?? ""
            let expected = Self.names[test.sign] ?? ""
            return RuleFinding(
                place: test.example.place,
                cause: "“\(test.example.text)” is heard as \(found) (\(polarity.weight) tenths), not as \(expected)",
                remedy: "add or weigh the words that tell, or a phrase of several words")
        }
    }
}
