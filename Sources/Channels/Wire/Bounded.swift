/// Text from outside, no longer than it may be.
enum Bounded {
    /// What stands where a text was cut, in every language.
    private static let cut = "\n\n[…]"
    private static let replacement: Unicode.Scalar = "\u{FFFD}"

    /// At most `bytes` bytes of UTF-8, never half a character's, and a mark at the end where it was cut; NUL replaced, as stores take
    /// it for an end.
    static func text(_ text: String, bytes most: Int) -> String {
        let ends = text.utf8.count { $0 == 0 }
        let isLong = text.utf8.count + ends * (UTF8.width(replacement) - 1) > most
        guard isLong || ends > 0 else { return text }
        var kept = String.UnicodeScalarView()
        var left = isLong ? most - cut.utf8.count : most
        for scalar in text.unicodeScalars {
            let scalar = scalar.value == 0 ? replacement : scalar
            left -= UTF8.width(scalar)
            if left < 0 { break }
            kept.append(scalar)
        }
        return String(kept) + (isLong ? cut : "")
    }

    /// One line of at most `most` scalars, control characters as spaces.
    static func line(_ text: String, _ most: Int) -> String {
        var isPlain = true
        var count = 0
        for scalar in text.unicodeScalars {
            count += 1
            if count > most || isControl(scalar) {
                isPlain = false
                break
            }
        }
        if isPlain { return text }
        var line = String.UnicodeScalarView()
        for scalar in text.unicodeScalars.prefix(most) { line.append(isControl(scalar) ? " " : scalar) }
        return String(line)
    }

    /// A platform's name for something, for logs and figures: printable ASCII, at most 64 characters.
    static func name(_ text: String) -> String {
        var name = String.UnicodeScalarView()
        for scalar in text.unicodeScalars.prefix(64) where scalar.value >= 0x20 && scalar.value < 0x7F { name.append(scalar) }
        return String(name)
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) || scalar.value == 0x2028 || scalar.value == 0x2029
    }
}
