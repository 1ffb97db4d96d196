/// Who answers: the five trades of the community manager, and the lawyers.
public enum Team: String, Sendable, Hashable, CaseIterable {
    case customerService = "customer_service"
    case publicRelations = "public_relations"
    case marketing
    case businessDevelopment = "business_development"
    case internalCommunication = "internal_communication"
    case legal
}

/// How soon a person must see it: 1 people, law, fraud, reputation … 4 information and praise.
public enum Priority: Int, Sendable, Hashable, CaseIterable, Comparable {
    case p1 = 1
    case p2, p3, p4

    /// `P1` … `P4`.
    public init?(name: String) {
        guard name.count == 2, name.hasPrefix("P"), let number = Int(name.dropFirst()) else { return nil }
        self.init(rawValue: number)
    }

    /// More pressing is smaller.
    public static func < (left: Priority, right: Priority) -> Bool { left.rawValue < right.rawValue }
}

/// What happens to a message.
public enum Disposition: String, Sendable, Hashable, CaseIterable {
    /// A draft waits for approval.
    case draft
    /// The draft may leave unreviewed: the brand opted in for this intent.
    case send
    /// A person writes; the bot offers at most a holding reply.
    case human
    /// Propose to hide or report.
    case moderate
    /// Nothing to answer.
    case ignore
}
