import IntentEngine

/// How much weighs what a customer wrote: of several messages that wait for an answer, the gravest governs, and of those that are as
/// grave the latest.
///
/// The priority decides, where what a person must see has that of `gateAtLeast` at least; then whether it is such a thing; then, among
/// such things, the order of owners.
public struct Gravity: Sendable, Hashable, Comparable {
    /// Larger is graver. Stores keep it; 0 weighs least.
    public let rank: Int

    /// What a person must see yields to no mere request, whatever priority the brand gives it.
    private static let gateAtLeast = Priority.p2
    private static let gate = 1 << 16

    public init(rank: Int) { self.rank = rank }

    /// - Parameter owner: The place of the signal that a person must see in the order of owners, smaller first; nil where none fired.
    public init(_ priority: Priority, owner: Int? = nil) {
        let priority = owner == nil ? priority : min(priority, Self.gateAtLeast)
        let own = owner.map { Self.gate | Self.gate - 1 - min(max(0, $0), Self.gate - 1) } ?? 0
        rank = (Priority.p4.rawValue - priority.rawValue) * 2 * Self.gate | own
    }

    /// Whether a person must see it, whatever is asked beside it.
    public var isGate: Bool { rank & Self.gate != 0 }

    public static func < (left: Gravity, right: Gravity) -> Bool { left.rank < right.rank }
}

extension Gravity {
    /// That of a message, by the signal that made a person see it: a gate, or what moderators are alerted to.
    init(of decision: Decision, _ understanding: Understanding, _ policy: Policy) {
        let signal: Int? =
            switch decision.disposition {
            case .human: understanding.firstSignal(in: policy) { $0.isGate }
            case .moderate: understanding.firstSignal(in: policy) { $0.moderation?.action == .alert }
            case .draft, .send, .ignore: nil
            }
        self.init(decision.priority, owner: signal.map { policy.signals[$0].precedence })
    }
}
