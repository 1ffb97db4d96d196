public import Desk
public import IntentEngine

/// A folder of rules, read and compiled, with everything that is wrong with it.
public struct LoadedRulebook: Sendable {
    public let rulebook: Rulebook
    public let policy: Policy
    public let brand: Brand
    public let library: ReplyLibrary
    /// Empty in a rulebook for answering, as are `polarityTests` and `source`.
    public let tests: [RuleTests]
    public let polarityTests: [PolarityExample]
    /// What its authors wrote for the engine.
    public let source: RuleSource
    /// First 16 hexadecimal digits of the SHA-256 of its files.
    public let hash: String
    /// Mistakes that keep it from being used, in the order of their places.
    public let findings: [RuleFinding]

    /// Words that are the brand's own, which no dictionary has.
    public var ownWords: [String] { brand.ownWords }

    /// The desk that decides and drafts with these rules.
    ///
    /// - Parameters:
    ///   - spelling: Asked about replies that would leave unread. Those a person reads are made of texts that `courtois check`
    ///     has spelled.
    ///   - platforms: What the channels' platforms take at most.
    public func makeDesk(spelling: (any SpellingDictionary)? = nil, platforms: [String: PlatformLimits] = [:]) -> MessageDesk {
        MessageDesk(
            rulebook: rulebook, policy: policy, brand: brand.limited(by: platforms), library: library, hash: hash, spelling: spelling)
    }
}

extension Brand {
    /// Words that no dictionary has.
    var ownWords: [String] { name.split(separator: " ").map(String.init) + acceptedWords }
}
