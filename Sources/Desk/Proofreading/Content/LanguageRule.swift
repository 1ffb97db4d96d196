import IntentEngine

/// A reply is in the language of its message: its small words tell.
struct LanguageRule: ProofRule {
    let id = "language"
    let languages = RuleLanguages.both
    /// Words of one language that are none of the other's, folded; the rest say nothing here.
    private static let smallWords: [String: Language] = {
        let french = [
            "le", "la", "les", "l'", "des", "du", "d'", "et", "est", "dans", "pour", "sur", "avec", "vous", "nous",
            "votre", "notre", "nos", "vos", "que", "qui", "qu'", "une", "ne", "n'", "pas", "ce", "cette", "sont",
            "avons", "avez", "au", "aux", "il", "elle", "je", "j'", "merci", "bonjour", "de", "par", "tu", "ton",
            "te", "t'", "bien", "ete", "sera",
        ]
        let english = [
            "the", "of", "and", "to", "is", "are", "you", "your", "we", "our", "with", "this", "that", "have", "has",
            "will", "please", "from", "be", "it", "not", "for", "thank", "by", "an", "was", "been", "if", "they",
            "at", "hello", "dear",
        ]
        return Dictionary(uniqueKeysWithValues: french.map { ($0, .french) } + english.map { ($0, .english) })
    }()
    /// Small words of the other language that make a sentence foreign, when there is none of its own.
    private static let fewest = 4

    func check(_ text: ProofText, _ context: ProofContext) -> [ProofFinding] {
        // Every word stands in a sentence.
        let counts = text.sentences.map { count(text, $0.words) }
        let own = counts.reduce(0) { $0 + $1.own }
        let foreign = counts.reduce(0) { $0 + $1.foreign }
        let remedy = text.language == .french ? "en français" : "in English"
        if foreign >= Self.fewest, foreign > 2 * own, let first = text.words.first, let last = text.words.last {
            return [
                text.finding(
                    id, first.range.lowerBound..<last.range.upperBound, "text in another language", remedy: remedy)
            ]
        }
        return zip(text.sentences, counts).compactMap { sentence, count in
            guard count.foreign >= Self.fewest, count.own == 0 else { return nil }
            return text.finding(id, sentence.range, "sentence in another language", remedy: remedy)
        }
    }

    private func count(_ text: ProofText, _ words: Range<Int>) -> (own: Int, foreign: Int) {
        text.words[words].reduce(into: (0, 0)) { counts, word in
            guard let language = Self.smallWords[word.folded] else { return }
            if language == text.language { counts.0 += 1 } else { counts.1 += 1 }
        }
    }
}
