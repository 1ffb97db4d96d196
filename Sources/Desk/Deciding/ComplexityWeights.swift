/// The rubric's numbers beside the signals' own weights (language study, § 5.2).
public struct ComplexityWeights: Sendable, Hashable {
    public var perAngerLevel = 10
    public var perFurtherProblem = 20
    /// More than 120 words, and more than 250.
    public var long = 10
    public var publicDissatisfaction = 15
    /// Its author asked before and no person has answered.
    public var repeated = 15
    /// Explicit satisfaction takes away.
    public var satisfaction = 15
    /// Each further cue of a signal adds this share of its weight, in percent, up to `mostCues`.
    public var furtherCuePercent = 20
    public var mostCuesPercent = 40

    public init() {}
}
