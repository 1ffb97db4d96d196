/// What an audit row says was done.
public enum AuditAction: String, Sendable, Hashable, CaseIterable {
    case received
    case claimed, released, edited, approved, undone, rejected, escalated, noted, handedOver = "handed_over"
    case takenOver = "taken_over"
    case givenBack = "given_back"
    case closed, reopened
    case answeredElsewhere = "answered_elsewhere"
    case superseded
    case delivery
    case paused, resumed, frozen, thawed
    case exported, erased, retained
    case tokenCreated = "token_created"
    case tokenRevoked = "token_revoked"
}
