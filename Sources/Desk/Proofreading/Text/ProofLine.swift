/// One line of a text, without what ends it.
struct ProofLine: Sendable, Hashable {
    enum Role: Sendable, Hashable {
        case blank
        /// `Bonjour Mme Martin,` on a line of its own.
        case greeting
        case body
        /// An entry of a list.
        case item
        /// `Bien cordialement,`
        case closing
        /// Who writes: a name, a team, a brand.
        case signature
    }

    let range: Range<Int>
    /// Indices of its words.
    let words: Range<Int>
    let role: Role
}
