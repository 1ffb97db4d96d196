extension FoldScanner {
    /// The scalar at the current byte and its length; a byte that starts no valid sequence is U+FFFD of length 1.
    func decode() -> (scalar: UInt32, length: Int) {
        let first = UInt32(text[index])
        if first >= 0xC2, first < 0xE0, let second = continuation(1) { return ((first & 0x1F) << 6 | second, 2) }
        if first >= 0xE0, first < 0xF0, let second = continuation(1), let third = continuation(2) {
            return ((first & 0x0F) << 12 | second << 6 | third, 3)
        }
        if first >= 0xF0, first < 0xF5, let second = continuation(1), let third = continuation(2), let fourth = continuation(3) {
            return ((first & 0x07) << 18 | second << 12 | third << 6 | fourth, 4)
        }
        return (0xFFFD, 1)
    }

    private func continuation(_ offset: Int) -> UInt32? {
        guard index + offset < text.count else { return nil }
        let byte = text[index + offset]
        return byte & 0xC0 == 0x80 ? UInt32(byte & 0x3F) : nil
    }

    /// Jumps over quoted text without folding it, counting its scalars so that later spans stay true.
    mutating func skip(to end: Int) {
        while index < end {
            if text[index] & 0xC0 != 0x80 { scalar += 1 }
            index += 1
        }
        previous = 0
        run = 0
    }

    /// Counts a marked letter for the languages that write it.
    mutating func countAccent(_ scalar: UInt32) {
        guard scalar < LanguageScores.accents.count else { return }
        features.accents.add(LanguageScores.accents[Int(scalar)])
    }
}

extension LanguageScores {
    /// By scalar, the languages a marked letter speaks for. « é » and « à » are written in too many to count.
    static let accents: [SIMD8<Int16>] = {
        let letters: [(Lane, String)] = [
            (.french, "èêëâçœùûîïôÈÊËÂÇŒÙÛÎÏÔÀÉéà"), (.spanish, "ñÑ¿¡áíóú"), (.german, "äöüßÄÖÜ"), (.portuguese, "ãõÃÕáóç"),
            (.italian, "ìòèÌÒ"),
            (.dutch, "ĳ"),
        ]
        var accents = [SIMD8<Int16>](repeating: SIMD8(), count: 0x180)
        for (lane, scalars) in letters {
            for scalar in scalars.unicodeScalars { accents[Int(scalar.value)][lane.rawValue] = 1 }
        }
        return accents
    }()
}
