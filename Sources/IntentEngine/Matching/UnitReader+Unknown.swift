extension UnitReader {
    /// Reads a token that no rule knows as it stands: parts at its apostrophe, undoes what was stretched, hidden or run
    /// together, and at last corrects a misspelling.
    mutating func readUnknown(
        _ token: Token, number: UInt32, flat: UnsafeBufferPointer<UInt8>, into units: inout [Unit]
    ) {
        let bytes = UnsafeBufferPointer(rebasing: flat[token.flat])
        if token.flags.contains(.hasApostrophe) {
            return ApostropheSplit.visitParts(of: bytes, language) { readPart($0, number, &units) }
        }
        // The -t- of « y a-t-il » stands for no word.
        if token.flags.contains(.afterHyphen), bytes.count == 1, bytes[0] == UInt8(ascii: "t") { return }
        if token.flags.contains(.elongated), let form = lexicon.index.number(of: Self.shortened(bytes)), take(form, number, &units) {
            return
        }
        if token.flags.contains(.masked) || token.flags.contains(.hasDigit) {
            if readDisguised(token, bytes, number, &units) { return }
        }
        guard bytes.count >= CorrectionIndex.shortest, token.flags.isDisjoint(with: [.hasDigit, .foreign, .masked]), !isName(token) else {
            return append(Unit.unknown, number, &units)
        }
        let known = unknownWords.reading(of: bytes, side: side)
        let found = known ?? reading(of: bytes)
        if known == nil { unknownWords.keep(found, for: bytes, side: side) }
        append(found.first, number, &units)
        if found.second != Unit.unknown { append(found.second, number, &units) }
        if found.isCorrected { units[units.count - 1].flags.insert(.corrected) }
    }

    /// What stands for a word that is no name: its parts, or the word that was meant.
    private func reading(of bytes: UnsafeBufferPointer<UInt8>) -> UnknownWords.Reading {
        let elision = elision(in: bytes)
        if let elision, let rest = lexicon.index.number(of: elision.rest), isVocabulary(rest) {
            return UnknownWords.Reading(first: elision.form, second: rest)
        }
        if let (first, second) = parts(of: bytes) { return UnknownWords.Reading(first: first, second: second) }
        if let form = lexicon.correction(of: bytes, side) { return UnknownWords.Reading(first: form, isCorrected: true) }
        if let elision, elision.rest.count >= CorrectionIndex.shortest, let rest = lexicon.correction(of: elision.rest, side, most: 1) {
            return UnknownWords.Reading(first: elision.form, second: rest, isCorrected: true)
        }
        return UnknownWords.Reading()
    }

    /// The elided word at the start of a French word written without its apostrophe: « lappli », « danuler ».
    private func elision(in bytes: UnsafeBufferPointer<UInt8>) -> (form: UInt32, rest: UnsafeBufferPointer<UInt8>)? {
        guard language == .french, bytes.count > 4, Self.vowels.contains(bytes[1]),
            let full = ApostropheSplit.elided(UnsafeBufferPointer(rebasing: bytes[..<1])), let form = lexicon.index.number(of: full)
        else { return nil }
        return (form, UnsafeBufferPointer(rebasing: bytes[1...]))
    }

    private static let vowels = Set("aeiouyh".utf8)

    /// A capital inside a sentence: a name, which is never corrected into a word.
    private func isName(_ token: Token) -> Bool {
        token.flags.contains(.capitalised) && !token.flags.contains(.allCapitals) && !pending.contains(.startsClause)
    }

    /// « nuul » → *nul*: doubled letters of an elongated word, once each.
    private static func shortened(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var short: [UInt8] = []
        for byte in bytes where short.last != byte { short.append(byte) }
        return short
    }

    private mutating func readPart(_ part: UnsafeBufferPointer<UInt8>, _ number: UInt32, _ units: inout [Unit]) {
        guard let form = lexicon.index.number(of: part) else {
            let corrected = part.count >= CorrectionIndex.shortest ? lexicon.correction(of: part, side) : nil
            append(corrected ?? Unit.unknown, number, &units)
            if corrected != nil { units[units.count - 1].flags.insert(.corrected) }
            return
        }
        if !take(form, number, &units) { append(form, number, &units) }
    }

    // MARK: Disguises

    /// Digits and signs for letters (« p1re », « s@le », « c*n »), or digits run into a word (« 3semaines »).
    private mutating func readDisguised(_ token: Token, _ bytes: UnsafeBufferPointer<UInt8>, _ number: UInt32, _ units: inout [Unit])
        -> Bool
    {
        for one in [UInt8(ascii: "i"), UInt8(ascii: "l")] {
            if let form = lexicon.index.number(of: Self.undisguised(bytes, one: one)), isVocabulary(form) {
                return take(form, number, &units)
            }
        }
        if token.flags.contains(.masked) {
            append(lexicon.unmasked(bytes, side) ?? wellKnown.masked, number, &units)
            return true
        }
        guard bytes.count > 1, let letters = bytes.firstIndex(where: { $0 > UInt8(ascii: "9") }), letters > 0 else { return false }
        append(Unit.unknown, number, &units)
        readPart(UnsafeBufferPointer(rebasing: bytes[letters...]), number, &units)
        return true
    }

    private static let shortestAccusingPart = 6

    private func isVocabulary(_ form: UInt32) -> Bool { lexicon.side(form, side).isVocabulary }

    /// Letters for the digits and signs that stand for them.
    private static func undisguised(_ bytes: UnsafeBufferPointer<UInt8>, one: UInt8) -> [UInt8] {
        var letters = bytes.map { byte -> UInt8 in
            switch byte {
            case UInt8(ascii: "0"): UInt8(ascii: "o")
            case UInt8(ascii: "1"): one
            case UInt8(ascii: "3"): UInt8(ascii: "e")
            case UInt8(ascii: "4"), UInt8(ascii: "@"): UInt8(ascii: "a")
            case UInt8(ascii: "5"), UInt8(ascii: "$"): UInt8(ascii: "s")
            case UInt8(ascii: "7"): UInt8(ascii: "t")
            case UInt8(ascii: "8"): UInt8(ascii: "b")
            case UInt8(ascii: "9"): UInt8(ascii: "g")
            default: byte
            }
        }
        // « très* »: a star behind a whole word hides nothing.
        while letters.last == UInt8(ascii: "*"), letters.count > 4 { letters.removeLast() }
        return letters
    }

    /// Two known words run together, the longer of which the rules use: « lacommande », « pendretous ».
    private func parts(of bytes: UnsafeBufferPointer<UInt8>) -> (UInt32, UInt32)? {
        var best: (first: UInt32, second: UInt32, shorter: Int)?
        for split in 2...max(2, bytes.count - Self.shortestPart) {
            let shorter = min(split, bytes.count - split)
            if let best, shorter <= best.shorter { continue }
            guard let first = lexicon.index.number(of: UnsafeBufferPointer(rebasing: bytes[..<split])),
                let second = lexicon.index.number(of: UnsafeBufferPointer(rebasing: bytes[split...])),
                isPart(first, length: split) || lexicon.side(first, side).roles.contains(.proclitic),
                isPart(second, length: bytes.count - split), !Self.endings.contains(where: { $0.elementsEqual(bytes[split...]) }),
                isVocabulary(second) || (isVocabulary(first) && split >= Self.shortestPart)
            else { continue }
            best = (first, second, shorter)
        }
        return best.map { ($0.first, $0.second) }
    }

    private static let shortestPart = 4

    /// Words that are more often the end of another: « effectivement », "effortless".
    private static let endings = ["ment", "ments", "aient", "raient", "uses", "able", "less", "some", "ship"].map { Array($0.utf8) }

    /// Whether one of two words run together may be this, small words that lean on the next aside.
    ///
    /// Most words that begin or end like another are words of the language that no rule knows: « assorti », « déblocage »,
    /// « effectivement ». Such as accuse must be longer still: « député » and « mamelon » are no insults.
    private func isPart(_ form: UInt32, length: Int) -> Bool {
        let meaning = lexicon.side(form, side)
        if meaning.roles.contains(.accusing), length < Self.shortestAccusingPart { return false }
        return length >= Self.shortestPart && (meaning.isVocabulary || meaning.roles.contains(.known))
    }
}
