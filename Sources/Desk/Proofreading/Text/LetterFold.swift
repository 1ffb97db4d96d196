/// Folds letters so that case, accents, ligatures and the form of an apostrophe do not matter in a comparison.
enum LetterFold {
    /// Letters of the Latin-1 and Latin Extended-A blocks that occur in French and English, by what they fold to.
    private static let bases: [(letters: String, base: String)] = [
        ("àáâãäåāăą", "a"), ("çćĉċč", "c"), ("ďđ", "d"), ("èéêëēĕėęě", "e"), ("ĝğġģ", "g"), ("ìíîïĩīĭį", "i"),
        ("ñńņňŉ", "n"), ("òóôõöøōŏő", "o"), ("ŕŗř", "r"), ("śŝşš", "s"), ("ţťŧ", "t"), ("ùúûüũūŭůűų", "u"),
        ("ýÿŷ", "y"), ("źżž", "z"), ("œ", "oe"), ("æ", "ae"), ("ß", "ss"), ("º", "°"), ("\u{2011}\u{2010}", "-"),
    ]
    private static let folds: [Unicode.Scalar: String] = {
        var folds: [Unicode.Scalar: String] = [:]
        for (letters, base) in bases {
            for letter in letters.unicodeScalars { folds[letter] = base }
        }
        return folds
    }()
    private static let composed: Set<Character> = {
        let lower = bases.flatMap { Array($0.letters) }
        return Set(lower + lower.compactMap { $0.uppercased().first })
    }()

    /// Whether a letter and its marks are one of the letters above, written in several scalars.
    static func isComposable(_ character: Character) -> Bool { composed.contains(character) }

    /// The folded form of `text`.
    static func fold(_ text: String) -> String {
        let row = ScalarRow(text)
        return fold(row, 0..<row.scalars.count)
    }

    /// The folded form of the characters of `range`.
    static func fold(_ row: some ScalarReading, _ range: Range<Int>) -> String { plain(row, range) ?? foldedInFull(row, range) }

    private static func foldedInFull(_ row: some ScalarReading, _ range: Range<Int>) -> String {
        var folded = ""
        for offset in range {
            let scalar = row.scalars[offset]
            switch row.kinds[offset] {
            case .mark: continue
            case .apostrophe: folded.append("'")
            default:
                if scalar.isASCII {
                    folded.unicodeScalars.append(lower(scalar))
                } else if let small = scalar.simpleLowercase {
                    if let base = folds[small] { folded += base } else { folded.unicodeScalars.append(small) }
                } else {
                    let mapped = scalar.properties.lowercaseMapping
                    for letter in mapped.unicodeScalars where ScalarKind(letter) != .mark {
                        if let base = folds[letter] { folded += base } else { folded.unicodeScalars.append(letter) }
                    }
                }
            }
        }
        return folded
    }

    /// The characters of `range` in lower case, accents kept, apostrophes straight.
    static func lowercased(_ row: some ScalarReading, _ range: Range<Int>) -> String {
        plain(row, range) ?? lowercasedInFull(row, range)
    }

    /// Both forms of a word, which are one for most.
    static func forms(_ row: some ScalarReading, _ range: Range<Int>) -> (lower: String, folded: String) {
        if let lowered = plain(row, range) { return (lowered, lowered) }
        return (lowercasedInFull(row, range), foldedInFull(row, range))
    }

    private static func lowercasedInFull(_ row: some ScalarReading, _ range: Range<Int>) -> String {
        var lowered = ""
        for offset in range {
            let scalar = row.scalars[offset]
            if row.kinds[offset] == .apostrophe {
                lowered.append("'")
            } else if scalar.isASCII {
                lowered.unicodeScalars.append(lower(scalar))
            } else if let small = scalar.simpleLowercase {
                lowered.unicodeScalars.append(small)
            } else {
                lowered += scalar.properties.lowercaseMapping
            }
        }
        return lowered
    }

    /// What most words are folded to and put in lower case as; nil for one with more than letters of ASCII, figures and
    /// apostrophes.
    private static func plain(_ row: some ScalarReading, _ range: Range<Int>) -> String? {
        let (scalars, kinds) = (row.scalars[range], row.kinds[range])
        guard zip(scalars, kinds).allSatisfy({ $0.isASCII || $1 == .apostrophe }) else { return nil }
        return String(unsafeUninitializedCapacity: range.count) { bytes in
            for (at, offset) in range.enumerated() {
                bytes[at] = kinds[offset] == .apostrophe ? UInt8(ascii: "'") : UInt8(lower(scalars[offset]).value)
            }
            return range.count
        }
    }

    private static func lower(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        scalar.value >= 0x41 && scalar.value <= 0x5A ? Unicode.Scalar(UInt8(scalar.value | 0x20)) : scalar
    }
}
