import IntentEngine

/// A compiled rulebook with what its files say, as lint rules look at it that read messages.
struct LintSubject: Sendable {
    let texts: LintTexts
    let rulebook: Rulebook

    /// The context in which an author's example is read: as a message on a channel of its language.
    func context(_ language: Language) -> Recognizer.Context { Recognizer.Context(languageHint: language) }

    /// The strongest phrase that speaks for an intent, as `“phrase” (file:line)`.
    func strongest(_ match: IntentMatch) -> String {
        guard let best = match.evidence.first else { return "nothing" }
        let pattern = rulebook.pattern(best.pattern)
        return "“\(pattern.text)” (\(pattern.place.file):\(pattern.place.line))"
    }
}

/// One thing a rulebook is checked for by reading messages with it.
protocol ReadingRule: Sendable {
    func findings(in subject: LintSubject) -> [RuleFinding]
}
