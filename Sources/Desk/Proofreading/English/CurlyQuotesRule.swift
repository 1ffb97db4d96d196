import IntentEngine

/// E02: curly quotation marks and apostrophes.
struct CurlyQuotesRule: ProofRule {
    let id = "E02"
    let languages = RuleLanguages.english

    func check(_ text: ProofText, _ context: ProofContext) -> [ProofFinding] {
        guard !context.typography.allowsTypewriterCharacters else { return [] }
        return text.scalars.indices.compactMap { mark in
            guard !text.isAddress(mark) else { return nil }
            if text.scalars[mark] == "\"" {
                return text.finding(id, mark..<mark + 1, "straight quotation mark", remedy: "“ ”")
            }
            guard text.isApostrophe(mark), text[mark] != "\u{2019}", text.isLetter(mark - 1),
                text.isLetter(mark + 1) || isPossessive(mark, text)
            else { return nil }
            return text.finding(id, mark..<mark + 1, "straight apostrophe", remedy: "\u{2019}")
        }
    }

    /// `customers' orders`
    private func isPossessive(_ mark: Int, _ text: ProofText) -> Bool {
        text[mark - 1] == "s" && text.isSpace(mark + 1) && text.isLetter(mark + 2)
    }
}
