extension Case {
    /// A case for a conversation's first message, before it has heard it.
    public init(number: Int64, before arrival: Arrival) {
        self.init(
            number: number, conversation: ConversationKey(of: arrival.message), status: .closed, version: 0,
            disposition: arrival.decision.disposition, team: arrival.decision.team, priority: arrival.decision.priority, due: nil,
            openedAt: arrival.receivedAt, waitsSince: arrival.receivedAt, question: Question(arrival))
    }

    /// Takes in what the customer wrote: a draft for what was asked before no longer fits, and the case waits anew.
    ///
    /// As long as something graver waits for its answer, that is what is answered: a lesser message takes back an approval that has
    /// not left, and changes neither draft nor question. What has nothing to answer (`ignore`) leaves the case as it is, but for its version: who reads it sees that something
    /// came. What may leave unreviewed does so only where no person is concerned with the case and the desk is not frozen.
    public mutating func hear(_ arrival: Arrival, isFrozen: Bool, policy: ReviewPolicy) -> [ReviewEffect] {
        let decision = arrival.decision
        version += 1
        if decision.disposition == .ignore { return [] }
        let isOpen = status == .waiting || isApprovedByPerson && !isLeaving
        if isOpen, yieldsToQuestion(arrival) { return append(decision, arrival) }
        var effects = supersede(.customerWroteAgain)
        if isOpen { join(decision, arrival) } else { start(decision, arrival) }
        propose(arrival)
        if let draft {
            effects.append(.addDraft)
            if decision.disposition == .send, !isOpen, takenOverBy == nil, !isFrozen, draft.findings.isEmpty {
                let now = arrival.receivedAt
                let approval = Approval(
                    by: Colleague.rules.name, at: now, note: nil, undoUntil: now + policy.undoSeconds, delivery: arrival.delivery,
                    promisedUntil: arrival.promisedUntil)
                return effects + letGo(approval) + [.record(.approved, detail: nil)]
            }
        }
        if disposition == .send { disposition = .draft }
        return effects
    }

    /// The case waits for an answer to `arrival`, with the draft that was made for it.
    mutating func propose(_ arrival: Arrival) {
        status = .waiting
        question = Question(arrival)
        isLeaving = false
        draft = arrival.decision.draft.map { draft in
            CaseDraft(
                text: draft.text, language: draft.language, visibility: draft.visibility, template: draft.template, author: nil,
                inReplyTo: arrival.message.id, findings: draft.findings.map(DraftFinding.init), sinceVersion: version)
        }
    }

    private var isApprovedByPerson: Bool {
        if case .approved(let approval)? = draft?.state { return !approval.isUnreviewed }
        return false
    }

    /// Whether what is to be answered is graver. Once it was promised an answer, only what a person must see still is.
    private func yieldsToQuestion(_ arrival: Arrival) -> Bool {
        let isOpen = draft?.state.kind != .sent || promisedUntil != nil && question.gravity.isGate
        return isOpen && arrival.gravity < question.gravity
    }

    /// Takes in what weighs less than the question, which stays.
    private mutating func append(_ decision: Decision, _ arrival: Arrival) -> [ReviewEffect] {
        join(decision, arrival)
        status = .waiting
        question.replyUntil = [question.replyUntil, arrival.replyUntil].compactMap(\.self).max()
        guard let draft, draft.state.kind == .approved else { return [] }
        return [.withdraw(draft: draft.id, by: Colleague.rules.name)] + set(.proposed)
    }

    /// The desk answered already, or had nothing to answer: all is as the new message says.
    mutating func start(_ decision: Decision, _ arrival: Arrival) {
        disposition = decision.disposition
        team = decision.team
        priority = decision.priority
        due = decision.due
        waitsSince = arrival.receivedAt
        promisedUntil = nil
        needsSecondReader = arrival.isSensitive
        intent = arrival.intent
        claim = nil
    }

    /// The case waits already: the more careful way, the more pressing team and the earlier time hold.
    mutating func join(_ decision: Decision, _ arrival: Arrival) {
        disposition = [.moderate, .human, .draft].first { $0 == disposition || $0 == decision.disposition } ?? .draft
        let governs = arrival.gravity >= question.gravity
        if decision.priority < priority || arrival.gravity > question.gravity { team = decision.team }
        priority = min(priority, decision.priority)
        due = [due, decision.due].compactMap(\.self).min()
        needsSecondReader = needsSecondReader || arrival.isSensitive
        if governs { intent = arrival.intent ?? intent }
    }

    /// A colleague answered by other means: what is proposed here no longer fits.
    ///
    /// An answer that is older than the question, and was only seen late, answers something else.
    ///
    /// - Parameters:
    ///   - answeredAt: When they did; nil for now.
    ///   - askedAt: When the customer asked what is to be answered.
    public mutating func answerElsewhere(at answeredAt: Instant? = nil, askedAt: Instant? = nil) -> [ReviewEffect] {
        if let answeredAt, let askedAt, answeredAt <= askedAt { return [] }
        let effects = supersede(.answeredElsewhere)
        version += 1
        status = .answered
        claim = nil
        promisedUntil = nil
        return effects + [.record(.answeredElsewhere, detail: nil)]
    }
}

extension Case {
    /// Which of the cases of one public conversation an answer that was given there is for, as far as it can be told: the only one there
    /// is, else the only one that waits for it.
    public static func answered(_ parts: [Case]) -> Case? {
        if parts.count == 1 { return parts[0] }
        let waiting = parts.filter { $0.status == .waiting || $0.draft?.state.kind == .approved && !$0.isLeaving }
        return waiting.count == 1 ? waiting[0] : nil
    }
}

extension Case.Question {
    init(_ arrival: Arrival) {
        self.init(
            message: arrival.message.id, language: arrival.language, visibility: arrival.message.visibility,
            replyUntil: arrival.replyUntil, subject: arrival.message.subject, gravity: arrival.gravity)
    }
}
