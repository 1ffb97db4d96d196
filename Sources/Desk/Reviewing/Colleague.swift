/// Someone who acts at the desk, or the rules that act in their place.
public struct Colleague: Sendable, Hashable {
    /// As it stands in approvals and in the audit trail.
    public let name: String
    public let role: Role

    public init(name: String, role: Role) {
        self.name = name
        self.role = role
    }

    /// Approves what the brand lets leave unreviewed. The name is no person's: `UserName` and commands refuse it.
    public static let rules = Colleague(name: "rules", role: .reviewer)
}
