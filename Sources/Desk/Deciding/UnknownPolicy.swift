/// What happens to a message without a recognised intent.
public struct UnknownPolicy: Sendable {
    public var team: Team = .customerService
    public var priority: Priority = .p3
    /// Dissatisfied and not understood: sooner.
    public var dissatisfiedPriority: Priority = .p2
    public var holding: String?
    public var otherLanguageHolding: String?

    public init() {}
}
