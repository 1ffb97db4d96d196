/// Letters and digits of a text, and what stands between them: what a number is made of, however it is spelt.
struct SecretSymbols {
    /// A letter or a digit.
    struct Symbol {
        /// `0` to `9` or `A` to `Z`, as ASCII.
        let byte: UInt8
        /// Offset of its scalar in the text.
        let place: Int
        let gap: Gap

        var isDigit: Bool { byte <= 0x39 }
    }

    /// What stands between a symbol and the one before it; characters that nobody sees do not count.
    enum Gap: Comparable {
        case none
        /// One space, line end, hyphen, full stop or underscore.
        case narrow
        /// Up to three of these, of other dashes, slashes and commas.
        case wide
        /// Anything else, or the start of the text.
        case apart
    }

    private static let mostSeparators = 3

    private(set) var symbols: [Symbol] = []

    init(_ scalars: [Unicode.Scalar]) {
        symbols.reserveCapacity(scalars.count)
        var gap = Gap.apart
        var separators = 0
        for (place, scalar) in scalars.enumerated() {
            if let byte = Self.byte(of: scalar) {
                symbols.append(Symbol(byte: byte, place: place, gap: gap))
                (gap, separators) = (.none, 0)
            } else if !Self.isUnseen(scalar) {
                let width = Self.gap(of: scalar)
                separators += 1
                gap = separators > Self.mostSeparators ? .apart : max(gap, separators > 1 ? .wide : width, width)
            }
        }
    }

    /// The letter or digit that a scalar is, whatever its width, script or case; nil for letters beyond a to z.
    static func byte(of scalar: Unicode.Scalar) -> UInt8? {
        let value = scalar.value
        switch value {
        case 0x30...0x39, 0x41...0x5A: return UInt8(value)
        case 0x61...0x7A: return UInt8(value - 0x20)
        case ..<0x80: return nil
        case 0xFF21...0xFF3A: return UInt8(value - 0xFF21 + 0x41)
        case 0xFF41...0xFF5A: return UInt8(value - 0xFF41 + 0x41)
        default:
            guard scalar.properties.numericType == .decimal, let digit = scalar.properties.numericValue else { return nil }
            return UInt8(digit) + 0x30
        }
    }

    private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
        !scalar.isASCII && (scalar.properties.isDefaultIgnorableCodePoint || scalar.properties.generalCategory == .format)
    }

    /// How far a scalar that is no symbol keeps two of them apart.
    private static func gap(of scalar: Unicode.Scalar) -> Gap {
        switch scalar {
        case "-", ".", "_": .narrow
        case "/", ",", "⁄", "∕", "，", "．", "／", "−": .wide
        default: SecretMask.isSpace(scalar) ? .narrow : scalar.properties.generalCategory == .dashPunctuation ? .wide : .apart
        }
    }
}
