/// What a store does beside writing the case as it has become, in the same transaction.
public enum ReviewEffect: Sendable, Hashable {
    /// The case's draft is new: store it.
    case addDraft
    /// A draft of the case has another state.
    case setDraft(Int64, DraftState)
    /// The case's draft was approved: store the approval, the draft's state and the delivery, due when the undo window ends.
    case enqueue(Approval)
    /// The approval of this draft was taken back: it and its delivery no longer stand.
    case withdraw(draft: Int64, by: String)
    /// A delivery of this draft that has not left no longer stands.
    case cancel(draft: Int64, DraftState.Cause)
    case addNote(String)
    /// One row of the audit trail; the detail is kept apart, so that it can be erased.
    case record(AuditAction, detail: String?)
}
