public import IntentEngine

/// A rulebook with everything that is held against it.
public struct CheckedRulebook: Sendable {
    public let loaded: LoadedRulebook
    /// In the order of their places: those of loading it where there are any, else the linter's.
    public let findings: [RuleFinding]
    /// Whether there was a dictionary to spell replies by.
    public let isSpelled: Bool
}
