/// How the outbox answers a person.
public enum OutboxAnswer: Sendable, Hashable {
    case done(Delivery)
    /// Not in this state.
    case impossible(DeliveryState.Kind)
    /// The conversation has moved on: the reply no longer stands.
    case fallen(DeliveryStanding.Fall)
    case missing
}

extension DeliveryStanding.Fall {
    /// Why a delivery is not sent on its way again, and what to do instead.
    package var remedy: String {
        switch self {
        case .withdrawn: "its approval was taken back — approve a reply anew"
        case .superseded:
            "the conversation has moved on: the customer wrote again, or another text took its place — drop it, and answer the case as it is now"
        case .takenOver:
            "a colleague leads the conversation, or has answered it elsewhere — drop it, or let them give the conversation back"
        case .closed: "its case is closed — drop it, or reopen the case first"
        case .frozen: "a freeze held it back — approve a reply anew"
        }
    }
}
