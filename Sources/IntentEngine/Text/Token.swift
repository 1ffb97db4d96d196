/// One word, number, emoji or address of a message, with its place in the text as given.
///
/// Offsets are half-open. `flat…` index the folded bytes of `FoldedText`, `scalar…` count Unicode scalars and
/// `byte…` UTF-8 bytes of the original.
struct Token {
    var flatStart: UInt32
    var flatEnd: UInt32
    var scalarStart: UInt32
    var scalarEnd: UInt32
    var byteStart: UInt32
    var byteEnd: UInt32
    var kind: Kind
    var flags: Flags
    /// Its form number as a whole, or `Unit.unknown`.
    var form = Unit.unknown

    /// Where its folded bytes are.
    @inline(__always)
    var flat: Range<Int> { Int(flatStart)..<Int(flatEnd) }

    enum Kind: UInt8 { case word, number, emoji, url, email, mention }

    struct Flags: OptionSet {
        let rawValue: UInt16
        /// First of its clause: text start, or after `. ! ? ; :` or a line end.
        static let startsClause = Flags(rawValue: 1)
        /// After a comma, bracket, quote, dash or emoji.
        static let afterPause = Flags(rawValue: 1 << 1)
        static let capitalised = Flags(rawValue: 1 << 2)
        static let allCapitals = Flags(rawValue: 1 << 3)
        static let hashtag = Flags(rawValue: 1 << 4)
        /// A letter stood three times or more in a row; the token keeps two.
        static let elongated = Flags(rawValue: 1 << 5)
        static let hasDigit = Flags(rawValue: 1 << 6)
        static let hasApostrophe = Flags(rawValue: 1 << 7)
        /// Joined to the token before it by a hyphen.
        static let afterHyphen = Flags(rawValue: 1 << 8)
        /// A question mark ends the clause this token closes.
        static let beforeQuestionMark = Flags(rawValue: 1 << 9)
        static let hasLetter = Flags(rawValue: 1 << 10)
        /// In a script that is not Latin.
        static let foreign = Flags(rawValue: 1 << 11)
        /// Between quotation marks.
        static let quoted = Flags(rawValue: 1 << 12)
        /// Letters hidden behind `*`, `@` or `$`: « p*te », « s@le ».
        static let masked = Flags(rawValue: 1 << 13)
    }
}
