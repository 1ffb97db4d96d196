import IntentEngine

/// F17: œ and æ where French writes them.
struct LigatureRule: ProofRule {
    let id = "F17"
    let languages = RuleLanguages.french
    /// Folded beginnings of words with œ; `coexister`, `moelle` and `poêle` are not among them.
    private static let ligatured = [
        "coeur", "soeur", "oeuvr", "manoeuvr", "voeu", "noeud", "oeil", "oeuf", "boeuf", "moeurs", "choeur", "rancoeur",
        "ecoeur", "desoeuvr", "oesophag", "foet", "oenolog", "belle-soeur",
    ]

    func check(_ text: ProofText, _ context: ProofContext) -> [ProofFinding] {
        text.words.compactMap { word in
            if word.lower == "aequo" { return finding(text, word, "ae", "æ") }
            guard word.lower.contains("oe"), Self.ligatured.contains(where: { word.folded.hasPrefix($0) }) else {
                return nil
            }
            return finding(text, word, "oe", "œ")
        }
    }

    private func finding(_ text: ProofText, _ word: ProofWord, _ letters: String, _ ligature: String) -> ProofFinding {
        var right: [Character] = []
        for letter in text.string(word.range) {
            if let last = right.last, "\(last)\(letter)".lowercased() == letters {
                right[right.count - 1] = Character(last.isUppercase ? ligature.uppercased() : ligature)
            } else {
                right.append(letter)
            }
        }
        return text.finding(id, word.range, "ligature missing", remedy: String(right))
    }
}
