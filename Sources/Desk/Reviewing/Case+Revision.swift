extension Case {
    /// Takes in that the customer changed what they wrote: it is decided anew, as its new words say.
    ///
    /// A draft on the old words is superseded, and so is one that was approved and has not left. Where the case waits for nothing else,
    /// all is as the new words say; beside other messages the more careful way holds. It never leaves unreviewed: what was said is
    /// read by a person once it has been said twice.
    ///
    /// - Parameters:
    ///   - arrival: The message as it is now.
    ///   - isAlone: Whether no other message waits for the answer.
    ///   - stoppable: Drafts that answer the message, whose replies are under way and not being written at this moment.
    public mutating func hear(edit arrival: Arrival, isAlone: Bool, stoppable: [Int64]) -> [ReviewEffect] {
        let decision = arrival.decision
        let (wasWaiting, wasRoutine) = (status == .waiting, disposition == .draft || disposition == .send)
        version += 1
        let effects = stop(stoppable, .customerEdited, isAbout: true)
        if decision.disposition == .ignore {
            // Nothing is left to answer, unless a person had to see what was there before.
            if wasWaiting ? isAlone && wasRoutine : !effects.isEmpty {
                status = .closed
                claim = nil
            }
            return effects
        }
        let (held, waited, earlier) = (claim, waitsSince, due)
        if wasWaiting, !isAlone {
            join(decision, arrival)
        } else {
            let isCalmer = decision.priority > priority
            start(decision, arrival)
            if wasWaiting {
                (claim, waitsSince) = (held, waited)
                if !isCalmer { due = [earlier, due].compactMap(\.self).min() }
            }
        }
        propose(arrival)
        if disposition == .send { disposition = .draft }
        return effects + (draft == nil ? [] : [.addDraft])
    }

    /// Takes in that the customer took back what they wrote: its draft is superseded, and what was approved and has not left stays.
    /// A person decides what that means.
    ///
    /// - Parameters:
    ///   - message: Its external id.
    ///   - stoppable: Drafts that answer it, whose replies are under way and not being written at this moment.
    public mutating func hear(deletionOf message: String, stoppable: [Int64]) -> [ReviewEffect] {
        version += 1
        let wasCurrent = draft?.state
        let effects = stop(stoppable, .customerDeleted, isAbout: draft?.inReplyTo == message)
        if status == .answered, draft?.state != wasCurrent { status = .waiting }
        return effects
    }

    /// - Parameter isAbout: Whether the current draft is concerned.
    private mutating func stop(_ stoppable: [Int64], _ cause: DraftState.Cause, isAbout: Bool) -> [ReviewEffect] {
        var effects: [ReviewEffect] = []
        for id in stoppable where id != draft?.id { effects += [.cancel(draft: id, cause), .setDraft(id, .superseded(cause))] }
        guard isAbout, let draft else { return effects }
        // It was tried, and is not being tried now.
        if stoppable.contains(draft.id) { isLeaving = false }
        return effects + supersede(cause)
    }
}
