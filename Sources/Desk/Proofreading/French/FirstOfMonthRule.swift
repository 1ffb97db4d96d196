import IntentEngine

/// F10: the first of a month is `1er`; the other days are plain numbers.
struct FirstOfMonthRule: ProofRule {
    let id = "F10"
    let languages = RuleLanguages.french

    func check(_ text: ProofText, _ context: ProofContext) -> [ProofFinding] {
        text.words.indices.compactMap { index in
            let word = text.words[index]
            guard word.kind == .number, word.folded == "1" || word.folded == "01",
                !text.isOne(of: ".,/-", word.range.lowerBound - 1),
                let month = text.continuation(index + 1), month.before == .spaces,
                FrenchCalendar.months.contains(month.folded)
            else { return nil }
            return text.finding(id, text.span(index..<index + 2), "first of a month", remedy: "1er\u{A0}\(month.lower)")
        }
    }
}
