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
        guard let lanes = LanguageScores.accents[scalar] else { return }
        features.accents.lanes &+= lanes
    }
}

extension LanguageScores {
    /// Marked letters and the languages they speak for. « é » and « à » are written in too many to count.
    static let accents: [UInt32: SIMD8<Int16>] = {
        let letters: [(Lane, String)] = [
            (.french, "èêëâçœùûîïôÈÊËÂÇŒÙÛÎÏÔÀÉéà"), (.spanish, "ñÑ¿¡áíóú"), (.german, "äöüßÄÖÜ"), (.portuguese, "ãõÃÕáóç"),
            (.italian, "ìòèÌÒ"),
            (.dutch, "ĳ"),
        ]
        var accents: [UInt32: SIMD8<Int16>] = [:]
        for (lane, scalars) in letters {
            for scalar in scalars.unicodeScalars { accents[scalar.value, default: SIMD8()][lane.rawValue] = 1 }
        }
        return accents
    }()
}
