import IntentEngine

/// F05: the typographic apostrophe ’ between letters.
struct TypographicApostropheRule: ProofRule {
    let id = "F05"
    let languages = RuleLanguages.french

    func check(_ text: ProofText, _ context: ProofContext) -> [ProofFinding] {
        guard !context.typography.allowsTypewriterCharacters else { return [] }
        return text.scalars.indices.compactMap { mark in
            guard text.isApostrophe(mark), text[mark] != "\u{2019}", !text.isAddress(mark),
                text.isLetter(mark - 1) || text.kind(mark - 1) == .mark,
                text.isLetter(mark + 1) || text.isDigit(mark + 1) || text[mark + 1] == "«"
            else { return nil }
            return text.mending(id, mark..<mark + 1, "not the typographic apostrophe", "\u{2019}")
        }
    }
}
