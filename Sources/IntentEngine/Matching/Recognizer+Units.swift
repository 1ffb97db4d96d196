extension Recognizer {
    /// Turns tokens into the words rules are matched on.
    mutating func readUnits(_ language: Language, side: Int) {
        units.removeAll(keepingCapacity: true)
        var reader = UnitReader(rulebook: rulebook, language: language, side: side, unknownWords: UnknownWords())
        swap(&reader.unknownWords, &unknownWords)
        defer { swap(&reader.unknownWords, &unknownWords) }
        for token in text.tokens where token.form != Unit.unknown { reader.lexicon.prefetchMeanings(token.form, side) }
        let tokens = text.tokens
        text.flat.withUnsafeBufferPointer { flat in
            var number = 0
            while number < tokens.count {
                let token = tokens[number]
                let spelt = token.isSingleLetter ? reader.readSpelt(tokens, from: number, flat: flat, into: &units) : 0
                if spelt == 0 { reader.read(token, number: UInt32(truncatingIfNeeded: number), flat: flat, into: &units) }
                number += max(spelt, 1)
            }
        }
        roles = reader.finish(&units)
    }
}

extension Token {
    var isSingleLetter: Bool { kind == .word && flatEnd - flatStart == 1 }
}
