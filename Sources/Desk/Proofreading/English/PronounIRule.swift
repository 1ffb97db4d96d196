import IntentEngine

/// E07: the pronoun I is a capital.
struct PronounIRule: ProofRule {
    let id = "E07"
    let languages = RuleLanguages.english

    func check(_ text: ProofText, _ context: ProofContext) -> [ProofFinding] {
        text.words.compactMap { word in
            guard word.lower == "i" || word.lower.hasPrefix("i'"), !word.isCapitalised,
                text.isSpace(word.range.upperBound) || word.lower != "i", text[word.range.lowerBound - 1] != "(",
                word.before != .direct, word.before != .hyphen
            else { return nil }
            let start = word.range.lowerBound
            return text.finding(id, start..<start + 1, "pronoun without a capital", remedy: "I")
        }
    }
}
