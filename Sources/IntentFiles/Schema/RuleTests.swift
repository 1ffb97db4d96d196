public import IntentEngine

/// A message an author wrote to say what a rule is for.
public struct Example: Sendable, Hashable {
    public let text: String
    public let language: Language
    public let place: SourcePlace
}

/// A message with the satisfaction a person hears in it.
public struct PolarityExample: Sendable, Hashable {
    public let example: Example
    /// −1 dissatisfied, 0 neither, +1 satisfied.
    public let sign: Int
}

/// The examples and counter-examples of one intent or signal: the authors' tests.
public struct RuleTests: Sendable {
    public let name: String
    public let isSignal: Bool
    public let examples: [Example]
    public let counterexamples: [Example]
    public let place: SourcePlace
}
