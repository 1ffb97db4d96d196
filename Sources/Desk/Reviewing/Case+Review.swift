extension Case {
    /// Does what a colleague asks, or says why not.
    ///
    /// - Parameters:
    ///   - seen: The version the colleague saw; nil only for actions that need none.
    /// - Returns: What the store does beside writing the case, in this order.
    public mutating func review(
        _ action: ReviewAction, by colleague: Colleague, at now: Instant, seen: Int?, policy: ReviewPolicy
    ) throws(ReviewRefusal) -> [ReviewEffect] {
        try check(action, colleague, now, seen, policy)
        let effects = try perform(action, by: colleague, at: now, policy)
        if action.name.needsVersion { version += 1 }
        return effects
    }

    // MARK: May it be done

    private func check(
        _ action: ReviewAction, _ colleague: Colleague, _ now: Instant, _ seen: Int?, _ policy: ReviewPolicy
    ) throws(ReviewRefusal) {
        if colleague.role < .reviewer { throw .notAllowed(action.name, needs: .reviewer) }
        try action.checkWords(policy)
        if action.name.needsVersion, seen != version {
            throw .stale(.init(seen: seen ?? 0, current: version, yours: action.text, theirs: draft?.text))
        }
        if let claim, claim.isLive(at: now), claim.by != colleague.name, colleague.role < .manager, !action.name.passesClaims {
            throw .claimed(claim)
        }
        if let takenOverBy, !action.name.passesTakeover { throw .takenOver(by: takenOverBy) }
    }

    /// Whether an approval is on its way and has not left.
    private var isPending: Bool { draft?.state.kind == .approved }

    private func require(_ condition: Bool, _ name: ReviewAction.Name) throws(ReviewRefusal) {
        if !condition { throw .notNow(name, status) }
    }

    // MARK: Doing it

    private mutating func perform(
        _ action: ReviewAction, by colleague: Colleague, at now: Instant, _ policy: ReviewPolicy
    ) throws(ReviewRefusal) -> [ReviewEffect] {
        switch action {
        case .claim:
            try require(status == .waiting, .claim)
            // What was given to them stays theirs.
            if claim != Claim(by: colleague.name, until: nil) {
                claim = Claim(by: colleague.name, until: now + policy.claimSeconds)
            }
            return [.record(.claimed, detail: nil)]
        case .release:
            if claim == nil { return [] }
            claim = nil
            return [.record(.released, detail: nil)]
        case .edit(let text, let findings):
            try require(status == .waiting, .edit)
            return edit(text, findings, by: colleague)
        case .redraft(let redraft):
            try require(status == .waiting, .redraft)
            return self.redraft(redraft)
        case .approve(let note, let acceptsFindings, let delivery, let promise):
            return try approve(note, acceptsFindings, delivery, promise, by: colleague, at: now, policy)
        case .undo: return try undo(by: colleague)
        case .reject(let reason):
            guard status == .waiting, draft?.isProposed == true else { throw .noDraft }
            return set(.rejected(by: colleague.name, reason: reason)) + [.record(.rejected, detail: reason)]
        case .escalate(let team, let note):
            try require(status == .waiting, .escalate)
            self.team = team
            claim = nil
            return (note.map { [.addNote($0)] } ?? []) + [.record(.escalated, detail: team.rawValue)]
        case .note(let text): return [.addNote(text), .record(.noted, detail: text)]
        case .handOver(let name):
            try require(status == .waiting, .handOver)
            claim = Claim(by: name, until: nil)
            return [.record(.handedOver, detail: name)]
        case .takeOver:
            try require(status != .closed && !(isPending && isLeaving), .takeOver)
            takenOverBy = colleague.name
            let effects = supersede(.takenOver)
            if status == .answered, !effects.isEmpty { status = .waiting }
            return effects + [.record(.takenOver, detail: nil)]
        case .giveBack:
            try require(takenOverBy != nil, .giveBack)
            if let takenOverBy, takenOverBy != colleague.name, colleague.role < .manager { throw .takenOver(by: takenOverBy) }
            takenOverBy = nil
            return [.record(.givenBack, detail: nil)]
        case .close(let reason):
            try require(status != .closed && !isPending, .close)
            status = .closed
            claim = nil
            promisedUntil = nil
            return supersede(.closed) + [.record(.closed, detail: reason)]
        case .reopen(let reason):
            try require(status != .waiting && !isPending, .reopen)
            status = .waiting
            waitsSince = now
            return [.record(.reopened, detail: reason)]
        }
    }

    private mutating func edit(_ text: String, _ findings: [DraftFinding], by colleague: Colleague) -> [ReviewEffect] {
        let effects = draft?.isProposed == true ? set(.replaced) : []
        draft = CaseDraft(
            text: text, language: draft?.language ?? question.language, visibility: draft?.visibility ?? question.visibility,
            template: nil, author: colleague.name, inReplyTo: question.message, findings: findings, sinceVersion: version + 1)
        isLeaving = false
        return effects + [.addDraft, .record(.edited, detail: text)]
    }

    /// The colleague knows better than the rules what is asked; the text is the rules' all the same.
    private mutating func redraft(_ redraft: Redraft) -> [ReviewEffect] {
        let effects = draft?.isProposed == true ? set(.replaced) : []
        let written = redraft.draft
        draft = CaseDraft(
            text: written.text, language: written.language, visibility: written.visibility, template: written.template, author: nil,
            inReplyTo: question.message, findings: written.findings.map(DraftFinding.init), sinceVersion: version + 1)
        intent = redraft.intent
        needsSecondReader = needsSecondReader || redraft.isSensitive
        isLeaving = false
        return effects + [.addDraft, .record(.redrafted, detail: redraft.intent)]
    }

    private mutating func approve(
        _ note: String?, _ acceptsFindings: Bool, _ delivery: String, _ promise: Promise?, by colleague: Colleague, at now: Instant,
        _ policy: ReviewPolicy
    ) throws(ReviewRefusal) -> [ReviewEffect] {
        guard status == .waiting, let draft, draft.isProposed else { throw .noDraft }
        if policy.hasSecondReader, needsSecondReader, let author = draft.author, author == colleague.name {
            throw .needsSecondReader(author: author)
        }
        let findings = draft.findings + [promise?.finding].compactMap(\.self)
        if !findings.isEmpty, !acceptsFindings || findings.contains(where: \.isFinal) { throw .hasFindings(findings) }
        let approval = Approval(
            by: colleague.name, at: now, note: note, undoUntil: now + policy.undoSeconds, delivery: delivery, promisedUntil: promise?.until)
        return letGo(approval) + [.record(.approved, detail: note)]
    }

    /// The draft leaves as `approval` says, and the case waits no more.
    mutating func letGo(_ approval: Approval) -> [ReviewEffect] {
        status = .answered
        // Who was given the case keeps it as long as the customer waits for what is promised.
        if approval.promisedUntil == nil || claim?.until != nil { claim = nil }
        draft?.state = .approved(approval)
        return [.enqueue(approval)]
    }

    /// The delivery waits until the window for this ends, and longer where a freeze holds it: what has not left can be taken back.
    private mutating func undo(by colleague: Colleague) throws(ReviewRefusal) -> [ReviewEffect] {
        guard let draft, draft.state.kind == .approved else { throw .notNow(.undo, status) }
        guard !isLeaving else { throw .tooLateToUndo }
        status = .waiting
        return [.withdraw(draft: draft.id, by: colleague.name)] + set(.proposed) + [.record(.undone, detail: nil)]
    }

    // MARK: Drafts

    /// Gives the current draft another state.
    mutating func set(_ state: DraftState) -> [ReviewEffect] {
        guard let id = draft?.id else { return [] }
        draft?.state = state
        // A draft that was made by the same change is stored as it has become.
        return id == 0 ? [] : [.setDraft(id, state)]
    }

    /// Takes the current draft out of play, if it has not left.
    mutating func supersede(_ cause: DraftState.Cause) -> [ReviewEffect] {
        guard let draft, draft.isProposed || draft.state.kind == .approved && !isLeaving else { return [] }
        let cancelled: [ReviewEffect] = draft.state.kind == .approved ? [.cancel(draft: draft.id, cause)] : []
        return cancelled + set(.superseded(cause))
    }
}

extension ReviewAction {
    /// The text it puts in the place of the draft.
    fileprivate var text: String? {
        if case .edit(let text, _) = self { return text }
        return nil
    }

    /// Refuses missing and over-long words.
    fileprivate func checkWords(_ policy: ReviewPolicy) throws(ReviewRefusal) {
        let (words, mayBeMissing): (String?, Bool) =
            switch self {
            case .edit(let text, _), .reject(let text), .note(let text), .handOver(let text), .close(let text), .reopen(let text):
                (text, false)
            case .approve(let note, _, _, _), .escalate(_, let note): (note, true)
            case .claim, .release, .redraft, .undo, .takeOver, .giveBack: (nil, true)
            }
        if !mayBeMissing, words?.contains(where: { !$0.isWhitespace }) != true { throw .isEmpty(name) }
        if let words, words.utf8.count > policy.mostBytes { throw .tooLong(name, mostBytes: policy.mostBytes) }
    }
}

extension ReviewAction.Name {
    /// Whether it takes nothing from the colleague who holds the case. Undoing stops what nobody can call back later.
    fileprivate var passesClaims: Bool { self == .note || self == .undo }
    fileprivate var passesTakeover: Bool { self == .giveBack || self == .note || self == .close || self == .release }
}
