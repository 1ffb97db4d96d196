/// One word as rules see it: after elision, shorthand, misspelling and what is left out.
///
/// Several units may come from one token (« jsuis » → *je suis*); the token gives the span.
struct Unit {
    /// Form number, or `unknown`.
    var form: UInt32
    /// The token it comes from, and the last of them when it was spelt over several.
    var token: UInt32
    var lastToken: UInt32
    var clause: UInt32
    var flags: Flags
    var side: Lexicon.Side

    static let unknown = UInt32.max

    struct Flags: OptionSet {
        let rawValue: UInt16
        /// First of its clause: no phrase reaches over it.
        static let startsClause = Flags(rawValue: Token.Flags.startsClause.rawValue)
        /// After a weak break: starts a clause for `^`, ends the scope of a negation.
        static let afterPause = Flags(rawValue: Token.Flags.afterPause.rawValue)
        static let negated = Flags(rawValue: 1 << 2)
        /// Found by correcting a misspelling: counts less.
        static let corrected = Flags(rawValue: 1 << 3)
        /// A *ne* stood before it.
        static let afterNe = Flags(rawValue: 1 << 4)
        /// Greetings stand between it and the start of the clause.
        static let afterGreeting = Flags(rawValue: 1 << 5)
        /// Counted with a polarity phrase, not by itself.
        static let scored = Flags(rawValue: 1 << 6)
        /// Said not to be wanted: its hints do not count either.
        static let declined = Flags(rawValue: 1 << 7)
        /// Joined to the word before it: « puis-je ».
        static let afterHyphen = Flags(rawValue: Token.Flags.afterHyphen.rawValue)
        /// Between quotation marks: said by somebody else.
        static let quoted = Flags(rawValue: Token.Flags.quoted.rawValue)
        /// Carries meaning that no courtesy and no signal accounts for.
        static let other = Flags(rawValue: 1 << 10)

        /// What a unit has of its token, by the same bits.
        init(_ flags: Token.Flags) {
            rawValue = flags.rawValue & Token.Flags([.startsClause, .afterPause, .afterHyphen, .quoted]).rawValue
        }

        init(rawValue: UInt16) { self.rawValue = rawValue }
    }
}
