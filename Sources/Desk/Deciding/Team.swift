/// Who answers: the five trades of the community manager, and the lawyers.
public enum Team: String, Sendable, Hashable, CaseIterable {
    case customerService = "customer_service"
    case publicRelations = "public_relations"
    case marketing
    case businessDevelopment = "business_development"
    case internalCommunication = "internal_communication"
    case legal
}
