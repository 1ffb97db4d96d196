import IntentEngine

/// The future behind the subject `nous` ends in -rons: `nous la traiterons`, not `nous la traiteront`.
struct NousVerbRule: ProofRule {
    let id = "grammar.nous"
    let languages = RuleLanguages.french
    private static let clitics: Set<String> = [
        "ne", "n'", "le", "la", "les", "l'", "lui", "leur", "y", "en", "vous", "nous", "te", "t'",
    ]
    /// What the subject `nous` can follow; behind a noun or a pronoun it is an object: « ils nous répondront ».
    private static let openers: Set<String> = [
        "et", "mais", "ou", "car", "donc", "que", "qu'", "si", "quand", "lorsque", "puis", "ensuite", "dont", "comme",
    ]
    private static let nouns: Set<String> = ["front", "affront"]

    func check(_ text: ProofText, _ context: ProofContext) -> [ProofFinding] {
        text.words.indices.compactMap { index in
            guard text.words[index].folded == "nous", isSubject(text, index) else { return nil }
            var place = index + 1
            while let clitic = text.continuation(place), Self.clitics.contains(clitic.folded) { place += 1 }
            guard let verb = text.continuation(place), verb.lower.hasSuffix("ront"), !Self.nouns.contains(verb.folded)
            else { return nil }
            return text.finding(id, verb.range, "third person behind nous", remedy: verb.lower.dropLast(1) + "s")
        }
    }

    private func isSubject(_ text: ProofText, _ index: Int) -> Bool {
        let word = text.words[index]
        guard word.before != .hyphen else { return false }
        if text.isSentenceStart(index) || word.before == .other || word.before == .lineStart { return true }
        return text.word(index - 1).map { Self.openers.contains($0.folded) } ?? true
    }
}
