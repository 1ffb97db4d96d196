import IntentEngine

/// A reply is in the language of its message: its small words tell.
struct LanguageRule: ProofRule {
    let id = "language"
    let languages = RuleLanguages.both
    /// Words of one language that are none of the other's, folded; the rest say nothing here.
    private static let smallWords: [Language: Set<String>] = [
        .french: [
            "le", "la", "les", "l'", "des", "du", "d'", "et", "est", "dans", "pour", "sur", "avec", "vous", "nous",
            "votre", "notre", "nos", "vos", "que", "qui", "qu'", "une", "ne", "n'", "pas", "ce", "cette", "sont",
            "avons", "avez", "au", "aux", "il", "elle", "je", "j'", "merci", "bonjour", "de", "par", "tu", "ton",
            "te", "t'", "bien", "ete", "sera",
        ],
        .english: [
            "the", "of", "and", "to", "is", "are", "you", "your", "we", "our", "with", "this", "that", "have", "has",
            "will", "please", "from", "be", "it", "not", "for", "thank", "by", "an", "was", "been", "if", "they",
            "at", "hello", "dear",
        ],
    ]
    /// Small words of the other language that make a sentence foreign, when there is none of its own.
    private static let fewest = 4

    func check(_ text: ProofText, _ context: ProofContext) -> [ProofFinding] {
        let (own, foreign) = count(text, text.words.indices)
        let remedy = text.language == .french ? "en français" : "in English"
        if foreign >= Self.fewest, foreign > 2 * own, let first = text.words.first, let last = text.words.last {
            return [
                text.finding(
                    id, first.range.lowerBound..<last.range.upperBound, "text in another language", remedy: remedy)
            ]
        }
        return text.sentences.compactMap { sentence in
            let (own, foreign) = count(text, sentence.words)
            guard foreign >= Self.fewest, own == 0 else { return nil }
            return text.finding(id, sentence.range, "sentence in another language", remedy: remedy)
        }
    }

    private func count(_ text: ProofText, _ words: Range<Int>) -> (own: Int, foreign: Int) {
        let own = Self.smallWords[text.language] ?? []
        let foreign = Self.smallWords[text.language == .french ? .english : .french] ?? []
        return text.words[words].reduce(into: (0, 0)) { counts, word in
            if own.contains(word.folded) { counts.0 += 1 }
            if foreign.contains(word.folded) { counts.1 += 1 }
        }
    }
}
