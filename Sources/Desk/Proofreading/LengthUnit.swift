/// What a channel counts when it limits the length of a text (language study § 6.3).
public enum LengthUnit: String, Sendable, Hashable, CaseIterable {
    /// What a reader counts: grapheme clusters.
    case characters
    /// UTF-16 code units.
    case utf16
    /// UTF-8 bytes.
    case bytes
    /// Unicode scalars.
    case scalars
    /// The weighted characters of X; see `XWeights`.
    case x
    /// Septets of the GSM 7-bit alphabet, or UTF-16 code units once one character is outside it.
    case gsm7

    /// The length of `text` in this unit.
    public func length(of text: some StringProtocol) -> Int {
        switch self {
        case .characters: text.count
        case .utf16: text.utf16.count
        case .bytes: text.utf8.count
        case .scalars: text.unicodeScalars.count
        case .x: XWeights.length(of: String(text))
        case .gsm7: GSMAlphabet.septets(of: text) ?? text.utf16.count
        }
    }

    /// As long as `text` may be in this unit at most, told by its bytes alone.
    func mostLength(of text: some StringProtocol) -> Int {
        let bytes = text.utf8.count
        switch self {
        case .characters, .utf16, .bytes, .scalars: return bytes
        case .x:
            // A character of two has three bytes or more; an address has a full stop or a colon, and four bytes or more.
            return bytes + XWeights.addressLength * text.utf8.count { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ":") }
        // A character that is sent as two septets may be one byte; what is outside the alphabet is counted in messages.
        case .gsm7: return .max
        }
    }

    /// How many SMS `text` takes: 160 septets in one, else 153 in each; outside GSM-7 70, else 67 UTF-16 code units.
    ///
    /// Neither an escaped septet pair nor a surrogate pair is cut in two, as phones do not mend them. The figures are
    /// those of 3GPP TS 23.040: a part of several gives six bytes to its header. Whatever the unit, an SMS is meant.
    public func smsParts(of text: some StringProtocol) -> Int {
        if let septets = GSMAlphabet.septets(of: text) {
            if septets <= GSMAlphabet.septetsAlone { return septets == 0 ? 0 : 1 }
            let widths = text.unicodeScalars.lazy.map { GSMAlphabet.septets(of: $0) ?? 1 }
            return Self.parts(of: widths, each: GSMAlphabet.septetsOfMany)
        }
        if text.utf16.count <= GSMAlphabet.unitsAlone { return 1 }
        return Self.parts(of: text.unicodeScalars.lazy.map { $0.value > 0xFFFF ? 2 : 1 }, each: GSMAlphabet.unitsOfMany)
    }

    private static func parts(of widths: some Sequence<Int>, each most: Int) -> Int {
        var parts = 1
        var filled = 0
        for width in widths {
            if filled + width > most {
                parts += 1
                filled = 0
            }
            filled += width
        }
        return parts
    }
}
