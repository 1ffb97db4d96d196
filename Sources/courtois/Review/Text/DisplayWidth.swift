/// How many columns a terminal gives to characters: Unicode's East Asian Width (UAX #11) and emoji (UTS #51).
enum DisplayWidth {
    /// Columns of a character as it stands on the screen, from 0 to 2.
    static func columns(of character: Character) -> Int {
        let scalars = character.unicodeScalars
        guard let first = scalars.first else { return 0 }
        if scalars.count == 1 { return columns(of: first) }
        // Two letters that make a flag, and signs that are asked to be shown as emoji.
        if isRegional(first), scalars.dropFirst().contains(where: isRegional) { return 2 }
        if first.properties.isEmoji, scalars.contains("\u{FE0F}") { return 2 }
        return min(2, scalars.reduce(0) { $0 + columns(of: $1) })
    }

    /// Columns of one scalar by itself.
    static func columns(of scalar: Unicode.Scalar) -> Int {
        if scalar.value < 0x300 { return 1 }
        if isRegional(scalar) { return 1 }
        // The vowels and final consonants of a Hangul syllable stand under its first.
        if (0x1160...0x11FF).contains(scalar.value) || (0xD7B0...0xD7FF).contains(scalar.value) { return 0 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: return isWide(scalar) ? 2 : 1
        }
    }

    /// Whether every terminal agrees on the width; after any other character the cursor is put where it should be.
    static func isCertain(_ character: Character) -> Bool {
        let scalars = character.unicodeScalars
        guard scalars.count == 1, let value = scalars.first?.value else { return false }
        return value < 0x300 || (0x370..<0x483).contains(value) || (0x2010..<0x2060).contains(value) || (0x2500..<0x2580).contains(value)
    }

    private static func isRegional(_ scalar: Unicode.Scalar) -> Bool { (0x1F1E6...0x1F1FF).contains(scalar.value) }

    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        let value = scalar.value
        if value < 0x1100 { return false }
        return scalar.properties.isEmojiPresentation || wide.contains { $0.contains(value) }
    }

    /// East Asian Width W and F of EastAsianWidth.txt, without what `Emoji_Presentation` says already.
    private static let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x3247, 0x3250...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97F,
        0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF,
        0x1AFF0...0x1B2FF, 0x1F200...0x1F265, 0x20000...0x3FFFD,
    ]
}
