extension Recognizer {
    /// Whether a pattern stands in `message`, read with the rules of the pattern's language and apart from all others.
    public mutating func matches(pattern number: UInt32, in message: String) -> Bool {
        let pattern = rulebook.pattern(number)
        read(message, pattern.language)
        match(side: pattern.language.side ?? 0)
        return matches.contains { $0.pattern == number }
    }

    /// The words of `message` as the rules of `language` read them.
    public mutating func reading(of message: String, _ language: Language) -> String {
        read(message, language)
        return units.map { $0.form == Unit.unknown ? "?" : String(decoding: rulebook.lexicon.index.form($0.form), as: UTF8.self) }
            .joined(separator: " ")
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
