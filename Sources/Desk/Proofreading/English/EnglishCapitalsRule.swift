import IntentEngine

/// E06: days and months take a capital in English.
struct EnglishCapitalsRule: ProofRule {
    let id = "E06"
    let languages = RuleLanguages.english
    private static let names: Set<String> = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mondays", "tuesdays",
        "wednesdays", "thursdays", "fridays", "saturdays", "sundays", "january", "february", "april", "june", "july",
        "august", "september", "october", "november", "december",
    ]
    /// Months that are verbs as well: only beside a figure or behind a preposition of time.
    private static let verbs: Set<String> = ["march", "may"]

    func check(_ text: ProofText, _ context: ProofContext) -> [ProofFinding] {
        text.words.indices.compactMap { index in
            let word = text.words[index]
            guard !word.isCapitalised,
                Self.names.contains(word.folded) || Self.verbs.contains(word.folded) && isMonth(text, index)
            else { return nil }
            let right = word.lower.prefix(1).uppercased() + word.lower.dropFirst()
            return text.finding(id, word.range, "day or month without a capital", remedy: right)
        }
    }

    private func isMonth(_ text: ProofText, _ index: Int) -> Bool {
        guard let before = text.word(index - 1), text.words[index].before == .spaces else { return false }
        return before.kind == .number || ["in", "of", "since", "until"].contains(before.folded)
    }
}
