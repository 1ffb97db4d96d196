/// The forms a hint of one word matches.
public enum HintForms {
    /// The folded forms of `word` in `language`, the word's own first; of the others none of one letter.
    public static func forms(of word: String, _ language: Language) -> [String] {
        let surfaces = language == .english ? EnglishInflection.forms(of: word) : FrenchInflection.forms(of: word)
        var seen: Set<String> = []
        let own = Folding.fold(word)
        return [own] + surfaces.map(Folding.fold).filter { $0 != own && $0.utf8.count > 1 && seen.insert($0).inserted }
    }

    /// Whether a folded word is one that every kind of sentence holds.
    public static func isFunctionWord(_ form: String, _ language: Language) -> Bool {
        (language == .english ? englishFunctionWords : frenchFunctionWords).contains(form)
    }

    private static let frenchFunctionWords = functionWords(of: .french)
    private static let englishFunctionWords = functionWords(of: .english)

    private static func functionWords(of language: Language) -> Set<String> {
        Set(
            Grammar.words(of: language).filter { $0.0 == .function || $0.0 == .subject }
                .flatMap { $0.1.split(whereSeparator: \.isWhitespace).map(String.init) })
    }
}
