/// The language of a message, as far as it matters for an answer.
public enum Language: String, Sendable, Hashable, CaseIterable {
    case french = "fr"
    case english = "en"
    /// Recognised as some other language: a person answers.
    case other
    /// Too short or too mixed to tell.
    case undetermined

    /// The languages that rules are written in.
    public static let ruled: [Language] = [.french, .english]

    /// Position among `ruled`, or nil for a language without rules.
    var side: Int? {
        switch self {
        case .french: 0
        case .english: 1
        case .other, .undetermined: nil
        }
    }
}

/// A language with the certainty it was recognised with, from 0 to 1.
public struct LanguageGuess: Sendable, Hashable {
    public let language: Language
    public let confidence: Double
    /// The language whose rules are applied: the one recognised, or the fallback when it is undetermined.
    public let ruled: Language

    public init(language: Language, confidence: Double, ruled: Language) {
        self.language = language
        self.confidence = confidence
        self.ruled = ruled
    }
}
