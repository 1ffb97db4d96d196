/// How far a draft has come.
///
///     proposed ──► approved ──► sent
///        │  ▲          │  └───► undelivered
///        │  └── undo ──┘
///        └──► replaced (by an edit) | rejected | superseded
public enum DraftState: Sendable, Hashable {
    /// Waits for a colleague.
    case proposed
    /// Let go; its delivery is on its way.
    case approved(Approval)
    /// The platform took it.
    case sent(Approval)
    /// It did not arrive, or nobody knows: a person decides.
    case undelivered(Approval)
    /// An edit took its place.
    case replaced
    case rejected(by: String, reason: String)
    /// It answers what is no longer the question.
    case superseded(Cause)

    public enum Cause: String, Sendable, Hashable, CaseIterable {
        case customerWroteAgain = "customer_wrote_again"
        /// The customer changed, or took back, what it answers.
        case customerEdited = "customer_edited"
        case customerDeleted = "customer_deleted"
        case answeredElsewhere = "answered_elsewhere"
        case takenOver = "taken_over"
        case closed
    }

    /// The state's name in columns and commands.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case proposed, approved, sent, undelivered, replaced, rejected, superseded
    }

    public var kind: Kind {
        switch self {
        case .proposed: .proposed
        case .approved: .approved
        case .sent: .sent
        case .undelivered: .undelivered
        case .replaced: .replaced
        case .rejected: .rejected
        case .superseded: .superseded
        }
    }

    /// The approval that let it go, if one did.
    public var approval: Approval? {
        switch self {
        case .approved(let approval), .sent(let approval), .undelivered(let approval): approval
        case .proposed, .replaced, .rejected, .superseded: nil
        }
    }
}
