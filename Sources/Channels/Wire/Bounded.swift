/// Text from outside, no longer than it may be.
enum Bounded {
    /// At most `bytes` bytes of UTF-8, never half a character's; NUL replaced, as stores take it for an end. And whether
    /// anything was cut.
    static func text(_ text: String, bytes most: Int) -> (String, Bool) {
        let isLong = text.utf8.count > most
        guard isLong || text.utf8.contains(0) else { return (text, false) }
        var kept = String.UnicodeScalarView()
        var bytes = 0
        for scalar in text.unicodeScalars {
            let scalar = scalar.value == 0 ? "\u{FFFD}" : scalar
            bytes += UTF8.width(scalar)
            if bytes > most { break }
            kept.append(scalar)
        }
        return (String(kept), isLong)
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
