/// Something a courier did or met, for logs and figures. Holds no text of a customer's or a platform's.
public enum CourierEvent: Sendable, Hashable {
    /// A try has come to this; `label` is that of the settlement.
    case settled(delivery: Int64, channel: String, label: String)
    /// It no longer stood when its first byte was about to leave.
    case cancelled(delivery: Int64, DeliveryStanding.Fall)
    /// Given back unsent: its account has had its share, or the courier is stopping.
    case released(delivery: Int64)
    /// Its lease was over; another courier, or a person, has it now.
    case lost(delivery: Int64)
    /// The store failed; `label` is bounded.
    case storeFailed(label: String)
}
