/// One word, number or sign of a text, in the forms rules compare.
///
/// A French elision is a word of its own and keeps its apostrophe: `l'`, `qu'`. An English contraction is one word.
struct ProofWord: Sendable, Hashable {
    enum Kind: Sendable, Hashable {
        case letters, number
        /// `%`.
        case sign
    }

    /// What stands between a word and the one before it.
    enum Joint: Sendable, Hashable {
        /// The word is the first of its line.
        case lineStart
        case spaces, hyphen
        /// Nothing, the word before being an elision.
        case apostrophe
        /// Nothing at all, as between the words of `14h30`.
        case direct
        /// Punctuation, or an address.
        case other

        /// Whether two words joined this way are read on in one breath, as the words of a phrase are.
        var continuesPhrase: Bool { self == .spaces || self == .hyphen || self == .apostrophe }
    }

    let kind: Kind
    let range: Range<Int>
    /// In lower case, accents kept.
    let lower: String
    /// In lower case, without accents.
    let folded: String
    let before: Joint
    let isCapitalised: Bool
    /// Two letters or more, all of them capitals.
    let isAllCapitals: Bool

    var isElided: Bool { folded.utf8.last == UInt8(ascii: "'") }
}
