import IntentEngine

/// How each thing asked for is called, by number instead of by name.
struct AskedWords: Sendable {
    /// By placeholder, French before English.
    private var words = [String?](repeating: nil, count: 2 * Placeholder.allCases.count)

    init(_ library: ReplyLibrary) {
        for (placeholder, texts) in library.asked {
            for language in Language.ruled {
                if let row = Self.row(placeholder, language) { words[row] = texts[language] }
            }
        }
    }

    subscript(placeholder: Placeholder, language: Language) -> String? { Self.row(placeholder, language).flatMap { words[$0] } }

    private static func row(_ placeholder: Placeholder, _ language: Language) -> Int? {
        switch language {
        case .french: 2 * placeholder.index
        case .english: 2 * placeholder.index + 1
        case .other, .undetermined: nil
        }
    }
}
