/// What the automaton reads: a word, a list of words, an entity, or a sign of the phrase language, as one number.
enum Symbol {
    /// No symbol: of a way that needs none.
    static let none: UInt32 = 0
    static let clauseStart: UInt32 = 1
    static let clauseEnd: UInt32 = 2
    /// Gap of up to `n` words: `firstGap + n`, for n from 1 to 4.
    static let firstGap: UInt32 = 2
    static let lastGap: UInt32 = firstGap + UInt32(PhraseParser.widestGap)
    static let firstEntity: UInt32 = 8
    /// From here on, words and lists.
    static let firstWord: UInt32 = 32

    static func gap(_ words: Int) -> UInt32 { firstGap + UInt32(words) }
    static func entity(_ kind: EntityKind) -> UInt32 { firstEntity + UInt32(kind.index) }
}
