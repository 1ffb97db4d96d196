/// One character that may be shown: nothing in it steers a terminal or turns a line round.
///
/// Only `Glyphs.of` makes any, so that no other text can reach the screen.
struct Glyph: Hashable, Sendable {
    /// nil for the end of a line.
    let character: Character?
    /// Columns on the screen: 1 or 2, and 0 for the end of a line.
    let columns: Int
    /// Where it comes from, as offsets of Unicode scalars of the text.
    let scalars: Range<Int>

    fileprivate init(_ character: Character?, _ scalars: Range<Int>) {
        self.character = character
        self.scalars = scalars
        columns = character.map { max(1, DisplayWidth.columns(of: $0)) } ?? 0
    }

    static let blank = Glyph(" ", 0..<0)
    static let ellipsis = Glyph("…", 0..<0)
}

/// Makes text harmless.
///
/// Controls become the pictures Unicode has for them (ESC is ␛), what turns the direction of writing becomes U+FFFD, and
/// invisible characters go. Piles of combining marks are cut, and marks without a letter get a circle to stand on.
enum Glyphs {
    /// Marks kept on one letter: Vietnamese takes two, Thai three.
    private static let mostMarks = 4
    /// Scalars of the longest emoji are ten.
    private static let mostScalars = 12

    static func of(_ text: String) -> [Glyph] {
        var glyphs: [Glyph] = []
        glyphs.reserveCapacity(text.utf8.count)
        var offset = 0
        for character in text {
            let count = character.unicodeScalars.count
            let range = offset..<offset + count
            offset += count
            if count == 1, let scalar = character.unicodeScalars.first {
                append(scalar, range, to: &glyphs)
            } else if character == "\r\n" {
                glyphs.append(Glyph(nil, range))
            } else {
                glyphs.append(Glyph(cut(character), range))
            }
        }
        return glyphs
    }

    private static func append(_ scalar: Unicode.Scalar, _ range: Range<Int>, to glyphs: inout [Glyph]) {
        switch scalar.value {
        case 0x20..<0x7F: glyphs.append(Glyph(Character(scalar), range))
        case 0x0A...0x0D, 0x85, 0x2028, 0x2029: glyphs.append(Glyph(nil, range))
        case 0x09:
            glyphs.append(Glyph(" ", range))
            glyphs.append(Glyph(" ", range))
        case 0..<0x20: glyphs.append(Glyph(Character(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}"), range))
        case 0x7F: glyphs.append(Glyph("\u{2421}", range))
        case 0x80..<0xA0, 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x206F: glyphs.append(Glyph("\u{FFFD}", range))
        default:
            switch scalar.properties.generalCategory {
            case .unassigned, .privateUse, .surrogate: glyphs.append(Glyph("\u{FFFD}", range))
            case .nonspacingMark, .enclosingMark, .spacingMark:
                if scalar.properties.isDefaultIgnorableCodePoint { return }
                let standing = "◌" + String(scalar)
                // Some marks stand by themselves.
                glyphs.append(Glyph(standing.count == 1 ? Character(standing) : Character(scalar), range))
            default: if !scalar.properties.isDefaultIgnorableCodePoint { glyphs.append(Glyph(Character(scalar), range)) }
            }
        }
    }

    /// A character of several scalars without what is too much of it.
    private static func cut(_ character: Character) -> Character {
        var kept = String.UnicodeScalarView()
        var marks = 0
        let isFlag = character.unicodeScalars.first?.value == 0x1F3F4
        for scalar in character.unicodeScalars where kept.count < mostScalars {
            let properties = scalar.properties
            let isMark = [.nonspacingMark, .enclosingMark, .spacingMark].contains(properties.generalCategory)
            let isJoiner = scalar.value == 0x200D || scalar.value == 0xFE0F || scalar.value == 0xFE0E || (isFlag && scalar.value > 0xE0000)
            if kept.isEmpty, isMark || isJoiner { kept.append("◌") }
            if isJoiner {
                kept.append(scalar)
            } else if properties.isDefaultIgnorableCodePoint || properties.generalCategory == .control {
                continue
            } else if isMark {
                marks += 1
                if marks <= mostMarks { kept.append(scalar) }
            } else {
                kept.append(scalar)
            }
        }
        let text = String(kept)
        // What is left is one character, unless joining it fell apart: then only its first part is shown.
        return text.first ?? "\u{FFFD}"
    }
}
