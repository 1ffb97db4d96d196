public import IntentEngine

/// A message an author wrote to say what a rule is for.
public struct Example: Sendable, Hashable {
    public let text: String
    public let language: Language
    public let place: SourcePlace
}

/// The examples and counter-examples of one intent or signal: the authors' tests.
public struct RuleTests: Sendable {
    public let name: String
    public let isSignal: Bool
    public let examples: [Example]
    public let counterexamples: [Example]
    public let place: SourcePlace
}
