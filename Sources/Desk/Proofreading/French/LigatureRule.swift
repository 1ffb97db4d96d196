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
            guard Self.hasOE(word.lower.utf8), Self.ligatured.contains(where: { word.folded.hasPrefix($0) }) else { return nil }
            return finding(text, word, "oe", "œ")
        }
    }

    /// Whether an o stands before an e: said of every word, and so of its bytes.
    private static func hasOE(_ word: String.UTF8View) -> Bool {
        zip(word, word.dropFirst()).contains { $0 == UInt8(ascii: "o") && $1 == UInt8(ascii: "e") }
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
