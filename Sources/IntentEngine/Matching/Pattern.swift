/// A compiled phrase, hint or veto as people see it.
public struct Pattern: Sendable {
    public let role: PatternSource.Role
    public let language: Language
    /// The phrase as its author wrote it.
    public let text: String
    public let place: SourcePlace
}

/// What scoring needs of a pattern: numbers alone, because they are copied for every match.
struct PatternScore: Sendable {
    /// Index into the owners of the rulebook: intents first, then signals, then polarity.
    let owner: UInt16
    let points: Int16
    /// For signals, from 1 to 4.
    let level: UInt8
    let role: PatternSource.Role
    let negation: PatternSource.Negation
    /// Whether the phrase itself holds a negation, so that standing in the scope of one is what it expects.
    let holdsNegation: Bool
    /// Whether words between quotation marks, which somebody else said, do not count.
    let ignoresQuotes: Bool
}
