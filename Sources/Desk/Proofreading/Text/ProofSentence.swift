/// One sentence of a text; a greeting, a closing or a signature is one as well.
struct ProofSentence: Sendable, Hashable {
    /// From its first character to its stop and the quotes that close it.
    let range: Range<Int>
    /// Indices of its words.
    let words: Range<Int>
    /// What it ends with: `.`, `!`, `?` or `…`; nil without one.
    let stop: Unicode.Scalar?
    let role: ProofLine.Role
}
