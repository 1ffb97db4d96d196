extension Case {
    /// How the delivery of an approved draft ended, as far as the case is concerned.
    public enum Ending: Sendable, Hashable {
        case sent
        /// Refused, tried in vain, given up, or nobody knows: a person has to see it.
        case undelivered
        /// A freeze held it back: nobody had read it, so somebody must.
        case heldBack
        /// A person sent it on its way again.
        case retried
    }

    /// Takes note of how the delivery of `draft` ended.
    ///
    /// A draft that is no longer the current one only gets its state: the conversation has moved on.
    public mutating func settle(_ ended: CaseDraft, _ ending: Ending) -> [ReviewEffect] {
        guard let approval = ended.state.approval else { return [] }
        let state: DraftState =
            switch ending {
            case .sent: .sent(approval)
            case .undelivered: .undelivered(approval)
            case .heldBack: .proposed
            case .retried: .approved(approval)
            }
        guard draft?.id == ended.id else { return ending == .heldBack ? [] : [.setDraft(ended.id, state)] }
        version += 1
        // Nothing of it is leaving: what the customer writes before its turn comes takes it back.
        if ending == .retried { isLeaving = false }
        status = ending == .sent || ending == .retried ? .answered : .waiting
        if ending == .sent {
            promisedUntil = approval.promisedUntil
            // Nothing is answered yet: a person is expected to by then.
            if let promisedUntil { (status, due) = (.waiting, promisedUntil) }
        }
        // Whoever approves it now is the first: the approval that nobody gave no longer stands.
        let withdrawn: [ReviewEffect] = ending == .heldBack ? [.withdraw(draft: ended.id, by: approval.by)] : []
        return withdrawn + set(state)
    }
}
