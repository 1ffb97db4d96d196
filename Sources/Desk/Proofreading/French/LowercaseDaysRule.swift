import IntentEngine

/// F11: days and months take no capital inside a sentence.
struct LowercaseDaysRule: ProofRule {
    let id = "F11"
    let languages = RuleLanguages.french
    /// What a month follows; behind anything else a capital may be a name: Avril, Mai, Mars.
    private static let beforeMonths: Set<String> = [
        "en", "de", "d'", "du", "au", "mois", "fin", "debut", "mi", "jusqu'en", "courant", "depuis", "des", "er",
    ]

    func check(_ text: ProofText, _ context: ProofContext) -> [ProofFinding] {
        text.words.indices.compactMap { index in
            let word = text.words[index]
            guard word.isCapitalised, !word.isAllCapitals, !text.isSentenceStart(index), word.before != .lineStart,
                let previous = text.word(index - 1)
            else { return nil }
            let isDay = FrenchCalendar.days.contains(word.folded) && isProse(index, previous, text)
            let isMonth =
                FrenchCalendar.months.contains(word.folded) && word.before.continuesPhrase
                && (previous.kind == .number || Self.beforeMonths.contains(previous.folded))
            guard isDay || isMonth, text.word(index + 1)?.folded != "saint" else { return nil }
            return text.finding(id, word.range, "capital in a day or month", remedy: word.lower)
        }
    }

    /// Whether the word stands in running prose, not in a name (« Journal du Dimanche ») or behind a quotation mark.
    private func isProse(_ index: Int, _ previous: ProofWord, _ text: ProofText) -> Bool {
        guard !text.isOne(of: "«“\"", text.gap(before: text.words[index].range.lowerBound).lowerBound - 1) else {
            return false
        }
        if previous.folded == "du", let name = text.word(index - 2), name.isCapitalised,
            !text.isSentenceStart(index - 2)
        {
            return FrenchCalendar.days.contains(name.folded)
        }
        return !previous.isCapitalised || text.isSentenceStart(index - 1)
            || FrenchCalendar.days.contains(previous.folded)
    }
}
