/// A place in the graph of a phrase while it grows.
struct PhraseNode {
    enum Kind {
        /// A word, list, entity or sign of the phrase language.
        case symbol
        /// Any of several symbols.
        case set
        /// No step, but two ways on.
        case branch
    }

    let kind: Kind
    /// Of a set, where its symbols are.
    let symbol: UInt32
    var isOptional = false
    /// 0 is the end of the phrase.
    let next: UInt32
    /// The other way on of a branch.
    var other: UInt32 = 0

    /// Whether it takes words: a gap, the ends of a clause and a branch do not.
    var isWord: Bool { kind == .set || (kind == .symbol && symbol > Symbol.lastGap) }

    /// The symbol without which nothing passes it, or `Symbol.none`.
    var required: UInt32 { kind == .symbol && isWord && !isOptional ? symbol : Symbol.none }
}
