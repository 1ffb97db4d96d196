/// What an audit row says was done.
public enum AuditAction: String, Sendable, Hashable, CaseIterable {
    case received
    /// The customer changed a message, or it was deleted on its platform.
    case messageEdited = "message_edited"
    case messageDeleted = "message_deleted"
    case claimed, released, edited, approved, undone, rejected, escalated, noted, handedOver = "handed_over"
    case takenOver = "taken_over"
    case givenBack = "given_back"
    case closed, reopened
    case answeredElsewhere = "answered_elsewhere"
    case superseded
    case delivery
    case paused, resumed, frozen, thawed
    /// More customers than usual were dissatisfied with the same; a person ended that.
    case alarmRang = "alarm_rang"
    case alarmEnded = "alarm_ended"
    case exported, erased, retained
    case tokenCreated = "token_created"
    case tokenRevoked = "token_revoked"
    /// The rules wrote another draft, for the intent a colleague chose.
    case redrafted
    case signedIn = "signed_in"
    case signInFailed = "sign_in_failed"
    case lockedOut = "locked_out"
    case signedOut = "signed_out"
    case userAdded = "user_added"
    case userChanged = "user_changed"
    case invited
    /// Rules were read again; taken into use, or refused for their findings.
    case rulebookReloaded = "rulebook_reloaded"
}
