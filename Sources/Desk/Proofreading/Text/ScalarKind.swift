/// What a scalar is to the proofreader.
enum ScalarKind: UInt8, Sendable {
    case letter
    /// Belongs to the letter or emoji before it.
    case mark
    case digit
    /// A space that does not end a line.
    case space
    case lineBreak
    /// Any of the characters people type for an apostrophe.
    case apostrophe
    case other

    init(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x61...0x7A, 0x41...0x5A: self = .letter
        case 0x30...0x39: self = .digit
        case 0x20, 0x09, 0xA0, 0x202F, 0x2000...0x200A, 0x205F, 0x3000: self = .space
        case 0x0A...0x0D, 0x85, 0x2028, 0x2029: self = .lineBreak
        case 0x27, 0x60, 0xB4, 0x2018, 0x2019, 0x201B, 0x2032, 0x02BC: self = .apostrophe
        case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F: self = .letter
        case 0...0x7F, 0xA7, 0xAB, 0xB0, 0xBB, 0x2010...0x2027, 0x20AC: self = .other
        default: self.init(category: scalar.properties.generalCategory)
        }
    }

    private init(category: Unicode.GeneralCategory) {
        switch category {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: self = .letter
        case .nonspacingMark, .spacingMark, .enclosingMark: self = .mark
        default: self = .other
        }
    }
}
