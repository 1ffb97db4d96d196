/// Hides card numbers, IBAN and passwords in what is kept.
///
/// Each hidden character is replaced by a sign of as many UTF-8 bytes, so that every place in the text, counted in bytes or
/// in Unicode scalars, stays what it was: evidence that was found in the text still points at the same words. Of a number,
/// the last four characters stay, by which its owner knows it.
public enum SecretMask {
    /// A text without its secrets.
    public struct Masked: Sendable, Hashable {
        public let text: String
        /// What was hidden, as offsets of Unicode scalars, in order.
        public let spans: [Range<Int>]
    }

    /// `text` with its secrets hidden; nil when it has none, which most texts are told by a glance at their bytes.
    public static func masked(_ text: String) -> Masked? {
        let glance = SecretGlance(text)
        guard glance.mayHoldNumber || glance.mayHoldPassword else { return nil }
        var scalars = Array(text.unicodeScalars)
        var spans: [Range<Int>] = []
        if glance.mayHoldNumber { spans = SecretNumbers.spans(in: scalars) }
        let numbers = spans.count
        if glance.mayHoldPassword {
            spans += SecretWords.spans(in: scalars).filter { word in !spans.contains { $0.overlaps(word) } }
        }
        if spans.isEmpty { return nil }
        for (index, span) in spans.enumerated() {
            // Between the groups of a number, what separates them stays.
            for place in span where index >= numbers || SecretSymbols.byte(of: scalars[place]) != nil {
                scalars[place] = sign(for: scalars[place])
            }
        }
        var masked = String.UnicodeScalarView()
        masked.append(contentsOf: scalars)
        return Masked(text: String(masked), spans: spans.sorted { $0.lowerBound < $1.lowerBound })
    }

    /// `text` as it may be kept.
    static func masking(_ text: String) -> String { masked(text)?.text ?? text }

    /// A sign as many bytes long as the scalar it stands for.
    private static func sign(for scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case ..<0x80: "*"
        case ..<0x800: "·"
        case ..<0x10000: "•"
        default: "🔒"
        }
    }

    static func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }
}

/// Whether a text can hold a secret at all, told from its bytes.
private struct SecretGlance {
    private(set) var mayHoldNumber = false
    private(set) var mayHoldPassword = false

    /// Fewer digits make neither a card number nor an IBAN.
    private static let leastDigits = 11

    init(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            var digits = 0
            for place in bytes.indices {
                let byte = bytes[place]
                if byte &- 0x30 < 10 || Self.mayStartDigit(byte) {
                    digits += 1
                } else if !mayHoldPassword, Self.isInitial(byte | 0x20) {
                    mayHoldPassword = Self.namesSecret(bytes, place)
                }
            }
            mayHoldNumber = digits >= Self.leastDigits
        }
    }

    /// Whether a digit beyond ASCII, full-width or of another script, may start with `byte`; no accented letter or dash does.
    private static func mayStartDigit(_ byte: UInt8) -> Bool { byte >= 0xD9 && byte != 0xE2 }

    /// First letters of the words that name a password.
    private static func isInitial(_ letter: UInt8) -> Bool {
        letter == UInt8(ascii: "p") || letter == UInt8(ascii: "m") || letter == UInt8(ascii: "c") || letter == UInt8(ascii: "s")
    }

    private static let names: [StaticString] = ["passe", "password", "passwd", "passcode", "pwd", "mdp", "pin", "security"]
    /// What makes a secret of the code it stands behind.
    private static let kinds: [StaticString] = ["secret", "confidentiel", "pin", "de"]

    /// Whether a word that names a password may stand at `place`. What is beyond ASCII may be a letter or not: then it may.
    private static func namesSecret(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
        if place > 0, isAlphanumeric(bytes[place - 1]) { return false }
        if names.contains(where: { isWord($0, bytes, place) }) { return true }
        guard isWord("code", bytes, place) else { return false }
        var next = place + 4
        while next < bytes.count, bytes[next] < 0x80, !isAlphanumeric(bytes[next]) { next += 1 }
        if next < bytes.count, bytes[next] >= 0x80 { return true }
        return kinds.contains { isWord($0, bytes, next) }
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 }

    private static func isWord(_ word: StaticString, _ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
        let end = place + word.utf8CodeUnitCount
        guard end <= bytes.count else { return false }
        for offset in 0..<word.utf8CodeUnitCount where bytes[place + offset] | 0x20 != word.utf8Start[offset] { return false }
        return end == bytes.count || !isAlphanumeric(bytes[end])
    }
}
