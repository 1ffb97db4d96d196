/// Whether a request may be written.
public enum WritingPermit: Sendable, Hashable {
    case granted(Lease)
    /// The lease is over or another's: leave the delivery alone.
    case lost
    /// The delivery no longer stands, and was cancelled.
    case cancelled(DeliveryStanding.Fall)
    /// A freeze holds it back: its lease was given back, and it waits.
    case held
}
