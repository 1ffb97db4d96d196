public import IntentEngine

/// What stands in the files of a rulebook, for people who look at it. A rulebook at work keeps no examples, so that they are
/// read when somebody asks.
public struct RuleSheet: Sendable {
    /// By the intent's name.
    public let entries: [String: Entry]
    /// Of the files as they are.
    public let hash: String
    /// What keeps the files from being used; else, once they were checked, what the linter says of them.
    public let findings: [RuleFinding]
    /// Whether the linter has run over these files.
    public let isChecked: Bool

    /// One intent's file.
    public struct Entry: Sendable, Hashable {
        public let place: SourcePlace
        public let examples: [Example]
        public let counterexamples: [Example]
        public let phrases: Int

        public init(place: SourcePlace, examples: [Example], counterexamples: [Example], phrases: Int) {
            self.place = place
            self.examples = examples
            self.counterexamples = counterexamples
            self.phrases = phrases
        }
    }

    /// A message that the intent's authors test it with.
    public struct Example: Sendable, Hashable {
        public let text: String
        public let language: Language

        public init(text: String, language: Language) {
            self.text = text
            self.language = language
        }
    }

    public init(entries: [String: Entry], hash: String, findings: [RuleFinding], isChecked: Bool) {
        self.entries = entries
        self.hash = hash
        self.findings = findings
        self.isChecked = isChecked
    }
}

/// Where a rulebook can be looked at as it is written. Both may take seconds and read files.
public protocol RuleSheetSource: Sendable {
    /// The files as they are.
    ///
    /// - Parameter isChecked: Runs the linter over them, unless it has.
    func sheet(isChecked: Bool) async -> RuleSheet
    /// How the last reading for use went; nil before there was one.
    var lastReading: RulebookReading? { get }
}

/// A rulebook was read, to be used.
public struct RulebookReading: Sendable, Hashable {
    public let at: Instant
    /// None where it was taken into use.
    public let findings: Int

    public init(at now: Instant, findings: Int) {
        at = now
        self.findings = findings
    }
}
