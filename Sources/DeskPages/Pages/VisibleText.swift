/// Customers' characters as they may stand on a page: what turns the direction of writing, hides or heaps up is shown as a
/// sign of its own, so that no text looks like another and none breaks the page.
enum VisibleText {
    /// `text` with every scalar that is not plain replaced, on one line, cut behind `most` scalars.
    static func line(_ text: String, most: Int = 220) -> String {
        var shown = ""
        var count = 0
        var marks = 0
        var isSpace = true
        for scalar in text.unicodeScalars {
            if count >= most { return shown + "…" }
            if scalar.properties.isWhitespace {
                // Those that keep words together go on doing so.
                if !isSpace { shown += scalar == "\u{A0}" || scalar == "\u{202F}" ? String(scalar) : " " }
                isSpace = true
                continue
            }
            isSpace = false
            append(scalar, &marks, to: &shown)
            count += 1
        }
        return shown
    }

    /// Scalars with their line ends.
    static func lines(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var shown = ""
        var marks = 0
        var last: Unicode.Scalar?
        for scalar in scalars {
            switch scalar {
            case "\n" where last == "\r": break
            case "\r", "\n", "\u{2028}", "\u{2029}", "\u{85}", "\u{0B}", "\u{0C}": shown += "\n"
            default: append(scalar, &marks, to: &shown)
            }
            last = scalar
        }
        return shown
    }

    /// Accents on one letter beyond which they are heaped up for effect.
    private static let mostMarks = 4

    private static func append(_ scalar: Unicode.Scalar, _ marks: inout Int, to shown: inout String) {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark:
            marks += 1
            if marks <= mostMarks { shown.unicodeScalars.append(scalar) }
            return
        default: marks = 0
        }
        switch scalar.value {
        case 0x09: shown += "\t"
        case 0x00...0x1F: shown.unicodeScalars.append(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
        case 0x7F: shown += "\u{2421}"
        case 0x80...0x9F, 0xFFF0...0xFFF8: shown += "\u{FFFD}"
        // Joiners have their use inside emoji and in some scripts.
        case 0x200C, 0x200D: shown.unicodeScalars.append(scalar)
        case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: shown += "⟨" + hex(scalar) + "⟩"
        case 0xE0000...0xE0FFF: break
        default:
            if scalar.properties.generalCategory == .format { shown += "·" } else { shown.unicodeScalars.append(scalar) }
        }
    }

    private static func hex(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
