/// The classes of phrases a brand does not say (language study § 6.2); each is one rule, `never_say.<class>`.
enum NeverSayClass: String, Sendable, CaseIterable {
    /// Tells the customer that it is their fault.
    case blame
    /// Tells the customer what to do.
    case order
    /// Admits a fault, or warrants, before anyone has enquired.
    case liability
    /// Promises what only an approved template may promise.
    case promise
    /// Names a delay that is none.
    case vagueDelay = "vague_delay"
    /// Makes light of the matter.
    case minimising
    case bureaucratic
    case cliche
    case familiarity
    /// Health, third parties, litigation.
    case sensitive
    /// Pretends to be a person.
    case identity

    var id: ProofRule.ID { "never_say.\(rawValue)" }
}
