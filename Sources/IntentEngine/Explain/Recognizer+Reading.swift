extension Recognizer {
    /// Whether a pattern stands in `message`, read with the rules of the pattern's language and apart from all others.
    public mutating func matches(pattern number: UInt32, in message: String) -> Bool {
        patterns(in: message, rulebook.pattern(number).language).contains(number)
    }

    /// Numbers of the patterns of `language` that stand in `message`, before any is weighed against another; one that stands
    /// twice is named twice.
    public mutating func patterns(in message: String, _ language: Language) -> [UInt32] {
        read(message, language)
        match(side: language.side ?? 0)
        return matches.map(\.pattern)
    }

    /// The words of `message` as the rules of `language` read them.
    public mutating func reading(of message: String, _ language: Language) -> String {
        words(of: message, language).map { $0.form ?? "?" }.joined(separator: " ")
    }

    /// The words of `message` in `language`, known to the rules or not, after shorthand and correction.
    public mutating func words(of message: String, _ language: Language) -> [WordReading] {
        read(message, language)
        let scalars = Array(message.unicodeScalars)
        return units.compactMap { unit in
            let token = text.tokens[Int(unit.token)]
            guard token.kind == .word || token.kind == .emoji else { return nil }
            let folded = String(decoding: text.flat[Int(token.flatStart)..<Int(token.flatEnd)], as: UTF8.self)
            let form = unit.form == Unit.unknown ? nil : String(decoding: rulebook.lexicon.index.form(unit.form), as: UTF8.self)
            let written = String(String.UnicodeScalarView(scalars[Int(token.scalarStart)..<Int(token.scalarEnd)])).lowercased()
            return WordReading(folded: form ?? folded, form: form, surface: (form ?? folded) == folded ? written : form ?? folded)
        }
    }

    private mutating func read(_ message: String, _ language: Language) {
        var message = message
        message.withUTF8 { bytes in
            text.fold(bytes)
            lookUpTokens()
            readUnits(language, side: language.side ?? 0)
            findEntities(bytes, Context(), language)
            markNegation(side: language.side ?? 0)
        }
    }
}

/// One word as it is read.
public struct WordReading: Sendable, Hashable {
    /// Folded, after shorthand and correction.
    public let folded: String
    /// The same, when the rules know it.
    public let form: String?
    /// With its accents where they were written, in lower case.
    public let surface: String
}
