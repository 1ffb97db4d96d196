/// How the outbox answers a person.
public enum OutboxAnswer: Sendable, Hashable {
    case done(Delivery)
    /// Not in this state.
    case impossible(DeliveryState.Kind)
    case missing
}
