/// Which spaces French punctuation takes, as channels and houses differ (language study §§ 6.3 and 6.6).
public enum Typography: String, Sendable, Hashable, CaseIterable {
    /// France: U+202F before `; ! ?` and in thousands, U+00A0 before `:`, inside « » and before units.
    case full
    /// As `full`, with U+00A0 wherever `full` has U+202F, for fonts that lack the narrow space.
    case nbspOnly
    /// SMS: ordinary spaces; straight and curly quotes, three dots and hyphens are all fine, as GSM-7 lacks the others.
    case plain
    /// The European institutions: no space before `; : ! ?`.
    case eu
    /// Québec: no space before `; ! ?`, U+00A0 before `:`.
    case canadian

    /// What stands before `; ! ?`; nil for nothing.
    var spaceBeforeStops: Unicode.Scalar? {
        switch self {
        case .full: "\u{202F}"
        case .nbspOnly: "\u{A0}"
        case .plain: " "
        case .eu, .canadian: nil
        }
    }

    /// What stands before a colon; nil for nothing.
    var spaceBeforeColon: Unicode.Scalar? {
        switch self {
        case .full, .nbspOnly, .canadian: "\u{A0}"
        case .plain: " "
        case .eu: nil
        }
    }

    /// What stands inside « », between a number and its unit, and after n° and M.
    var fixedSpace: Unicode.Scalar { self == .plain ? " " : "\u{A0}" }

    /// What parts thousands.
    var thousandsSpace: Unicode.Scalar {
        switch self {
        case .full: "\u{202F}"
        case .nbspOnly, .eu, .canadian: "\u{A0}"
        case .plain: " "
        }
    }

    /// Whether straight quotes, three dots and a hyphen between spaces may stand for the typographic characters.
    var allowsTypewriterCharacters: Bool { self == .plain }
}
