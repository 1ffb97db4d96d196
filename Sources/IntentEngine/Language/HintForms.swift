/// The forms a hint of one word matches.
public enum HintForms {
    /// The folded forms of `word` in `language`, the word's own first.
    public static func forms(of word: String, _ language: Language) -> [String] {
        let surfaces = language == .english ? EnglishInflection.forms(of: word) : FrenchInflection.forms(of: word)
        var seen: Set<String> = []
        return ([word] + surfaces).map(Folding.fold).filter { seen.insert($0).inserted }
    }
}
