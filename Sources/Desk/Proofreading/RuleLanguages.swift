import IntentEngine

/// The sets of languages rules are for.
enum RuleLanguages {
    static let french: Set<Language> = [.french]
    static let english: Set<Language> = [.english]
    static let both: Set<Language> = [.french, .english]
    /// Rules about characters and data, which hold whatever the language, even an unknown one.
    static let any = Set(Language.allCases)
}
