/// An authored pattern, read: what must stand in a clause, in order, for the phrase to match.
public struct Phrase: Hashable, Sendable {
    public let elements: [Element]

    public indirect enum Element: Hashable, Sendable {
        /// A word in any case, accent, elision and ordinary inflection.
        case word(String)
        /// Exactly this form, case and accents aside.
        case exact(String)
        /// An entry of the vocabulary.
        case list(String)
        case entity(EntityKind)
        case alternatives([[Element]])
        case optional([Element])
        /// Up to this many words, never across a clause end.
        case gap(Int)
        case clauseStart
        case clauseEnd
    }
}
