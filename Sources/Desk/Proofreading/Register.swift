/// How a French reply speaks to the customer; one reply keeps to one register (language study § 6.4).
public enum Register: String, Sendable, Hashable, CaseIterable {
    case vous, tu
}
