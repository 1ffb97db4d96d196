extension ReviewAction {
    /// The action with card numbers, IBAN and passwords masked in its notes and reasons, as in a customer's words. The text of
    /// a draft is left as it is: the proofreader sees to it.
    var masked: ReviewAction {
        switch self {
        case .approve(let note, let acceptsFindings, let delivery, let promise):
            .approve(note: note.map(SecretMask.masking), acceptsFindings: acceptsFindings, delivery: delivery, promise: promise)
        case .reject(let reason): .reject(reason: SecretMask.masking(reason))
        case .escalate(let team, let note): .escalate(to: team, note: note.map(SecretMask.masking))
        case .note(let text): .note(SecretMask.masking(text))
        case .close(let reason): .close(reason: SecretMask.masking(reason))
        case .reopen(let reason): .reopen(reason: SecretMask.masking(reason))
        case .claim, .release, .edit, .redraft, .undo, .handOver, .takeOver, .giveBack: self
        }
    }
}
