/// Where a delivery stands.
///
///     queued ──► leased ──► sent | refused | unknown | exhausted
///       ▲          │ ▲
///       │          ▼ │
///       └──────── waiting            any but leased and sent ──► dropped (by a person)
///                                    queued, waiting, leased before writing ──► cancelled (it no longer stands)
public enum DeliveryState: Sendable, Hashable {
    /// Approved, not tried yet.
    case queued
    /// A courier has it.
    case leased(Lease)
    /// Tried without harm; tried again when due.
    case waiting(cause: String)
    /// The platform took it, and the ids it gave.
    case sent(externalIds: [String], at: Instant)
    /// The platform will never take it as it is.
    case refused(code: String, words: String)
    /// Tried until it expired: a dead letter.
    case exhausted(cause: String)
    /// It may have arrived, or not: a person decides.
    case unknown(cause: String)
    /// It no longer stood when its turn came.
    case cancelled(DeliveryStanding.Fall)
    /// A person gave it up.
    case dropped(by: String)

    /// The state's name in columns, commands and metrics.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case queued, leased, waiting, sent, refused, exhausted, unknown, cancelled, dropped
    }

    public var kind: Kind {
        switch self {
        case .queued: .queued
        case .leased: .leased
        case .waiting: .waiting
        case .sent: .sent
        case .refused: .refused
        case .exhausted: .exhausted
        case .unknown: .unknown
        case .cancelled: .cancelled
        case .dropped: .dropped
        }
    }
}

extension DeliveryState.Kind {
    /// Whether the courier still works on it; such a delivery holds back later ones of its conversation.
    public var isUnderWay: Bool { self == .queued || self == .leased || self == .waiting }
    /// Whether a person has to look at it.
    public var needsPerson: Bool { self == .refused || self == .exhausted || self == .unknown }
    /// Whether anything is still to come of it.
    public var isOpen: Bool { isUnderWay || needsPerson }
    /// Whether a person may send it on its way again. What is cancelled needs a new approval instead.
    public var mayBeRetried: Bool { needsPerson || self == .waiting }
    /// Whether a person may give it up. What is leased may be leaving at this moment.
    public var mayBeDropped: Bool { needsPerson || self == .queued || self == .waiting }
}
