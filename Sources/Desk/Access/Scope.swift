/// What a token opens. A token has no more than it was given; what its bearer may do with a case is a matter of their role.
public enum Scope: String, Sendable, Hashable, CaseIterable {
    case readMessages = "messages:read"
    case writeMessages = "messages:write"
    case readCases = "cases:read"
    case writeCases = "cases:write"
    case readDrafts = "drafts:read"
    /// Also approving and rejecting.
    case writeDrafts = "drafts:write"
    case readDeliveries = "deliveries:read"
    case writeDeliveries = "deliveries:write"
    case readRulebook = "rulebook:read"
    /// Reading the rules again.
    case writeRulebook = "rulebook:write"
    case readFigures = "figures:read"
    case readFreezes = "freezes:read"
    /// Freezing and thawing.
    case writeFreezes = "freezes:write"
}
