public import IntentEngine

/// Knows which words exist; an installed Hunspell dictionary, or a list in tests.
public protocol SpellingDictionary: Sendable {
    /// Whether `word`, as written, is a word of `language`.
    func accepts(_ word: String, _ language: Language) -> Bool
}
