extension ReviewAction {
    /// The action with card numbers, IBAN and passwords masked in its notes and reasons, as in a customer's words. The text of
    /// a draft is left as it is: the proofreader sees to it.
    public var masked: ReviewAction {
        func masked(_ text: String) -> String { SecretMask.masked(text)?.text ?? text }
        switch self {
        case .approve(let note, let acceptsFindings, let delivery):
            return .approve(note: note.map(masked), acceptsFindings: acceptsFindings, delivery: delivery)
        case .reject(let reason): return .reject(reason: masked(reason))
        case .escalate(let team, let note): return .escalate(to: team, note: note.map(masked))
        case .note(let text): return .note(masked(text))
        case .close(let reason): return .close(reason: masked(reason))
        case .reopen(let reason): return .reopen(reason: masked(reason))
        case .claim, .release, .edit, .redraft, .undo, .handOver, .takeOver, .giveBack: return self
        }
    }
}
