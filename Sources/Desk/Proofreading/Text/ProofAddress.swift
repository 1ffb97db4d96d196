/// A run of characters that is not prose, which rules of typography and wording leave alone.
struct ProofAddress: Sendable, Hashable {
    enum Kind: Sendable, Hashable {
        case url, email, mention, hashtag
        /// What a template left: `{{name}}`, `${name}`, `{name}`.
        case placeholder
        /// Between back-quotes.
        case code
    }

    let kind: Kind
    let range: Range<Int>
}
