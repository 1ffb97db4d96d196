import Desk
import IntentEngine
import Support
import Testing

@Suite("A case and who may do what with it")
struct CaseTests {
    private let policy = ReviewPolicy()

    /// A case that waits with a draft, at version 1.
    private func waiting(_ arrival: Arrival = Sample.arrival("m1")) -> Case {
        var item = Case(number: 1, before: arrival)
        _ = item.hear(arrival, isFrozen: false, policy: policy)
        if item.draft != nil { item.draft?.id = 1 }
        return item
    }

    @discardableResult
    private func act(
        _ item: inout Case, _ action: ReviewAction, _ colleague: Colleague = Sample.zoe, after seconds: Int = 60, seen: Int? = nil
    ) throws -> [ReviewEffect] {
        try item.review(action, by: colleague, at: Sample.start + seconds, seen: seen ?? item.version, policy: policy)
    }

    private func refusal(
        _ item: Case, _ action: ReviewAction, _ colleague: Colleague = Sample.zoe, after seconds: Int = 60, seen: Int? = nil
    ) -> ReviewRefusal? {
        var item = item
        do throws(ReviewRefusal) {
            _ = try item.review(action, by: colleague, at: Sample.start + seconds, seen: seen ?? item.version, policy: policy)
            return nil
        } catch {
            return error
        }
    }

    private static let approve = ReviewAction.approve(note: nil, acceptsFindings: false, delivery: "d1")
    private static let actions: [ReviewAction] = [
        .claim, .release, .edit(text: "Bonjour", findings: []), approve, .undo, .reject(reason: "faux"), .escalate(to: .legal, note: nil),
        .note("vu"), .handOver(to: "max"), .takeOver, .giveBack, .close(reason: "fini"), .reopen(reason: "encore"),
    ]

    @Test("a reader changes nothing", arguments: actions)
    func readers(_ action: ReviewAction) {
        #expect(refusal(waiting(), action, Sample.guest) == .notAllowed(action.name, needs: .reviewer))
    }

    @Test("a stale change is refused with both texts, unless it takes nothing away", arguments: actions)
    func stale(_ action: ReviewAction) {
        let refusal = refusal(waiting(), action, seen: 7)
        guard action.name.needsVersion else {
            #expect(refusal == nil)
            return
        }
        let yours: String? = action.name == .edit ? "Bonjour" : nil
        #expect(refusal == .stale(.init(seen: 7, current: 1, yours: yours, theirs: Sample.draftText)))
    }

    @Test("what a colleague holds is theirs until the claim is over; a manager may act, a note and an undo may always be")
    func claims() throws {
        var item = waiting()
        try act(&item, .claim)
        let claim = Claim(by: "zoe", until: Sample.start + 960)
        #expect(item.claim == claim)
        #expect(refusal(item, Self.approve, Sample.max) == .claimed(claim))
        #expect(refusal(item, .claim, Sample.max) == .claimed(claim))
        #expect(refusal(item, .release, Sample.max) == .claimed(claim))
        #expect(refusal(item, .note("vu"), Sample.max) == nil)
        #expect(refusal(item, Self.approve, Sample.ada) == nil)
        #expect(refusal(item, Self.approve, Sample.max, after: 959) == .claimed(claim))
        #expect(refusal(item, Self.approve, Sample.max, after: 960) == nil)
        #expect(claim.remaining(at: Sample.start + 900) == 60 && claim.remaining(at: Sample.start + 2000) == 0)
        try act(&item, .handOver(to: "max"))
        #expect(item.claim?.by == "max")
        try act(&item, .release, Sample.max)
        #expect(item.claim == nil)
    }

    @Test("a case that is given to somebody stays theirs until they let go of it, whatever they do meanwhile")
    func assignment() throws {
        var item = waiting()
        try act(&item, .handOver(to: "max"))
        #expect(refusal(item, Self.approve, after: 30 * 86400)?.label == "claimed")
        try act(&item, .claim, Sample.max, after: 86400)
        #expect(refusal(item, Self.approve, after: 30 * 86400)?.label == "claimed")
        #expect(refusal(item, Self.approve, Sample.ada, after: 86400) == nil)
        try act(&item, .release, Sample.max, after: 86400)
        #expect(refusal(item, Self.approve, after: 86401) == nil)
    }

    @Test("an approval answers the case, enqueues its delivery for the end of the undo window and gives the claim back")
    func approval() throws {
        var item = waiting()
        try act(&item, .claim)
        let effects = try act(&item, .approve(note: "bien", acceptsFindings: false, delivery: "d1"))
        let approval = Approval(by: "zoe", at: Sample.start + 60, note: "bien", undoUntil: Sample.start + 70, delivery: "d1")
        #expect(effects == [.enqueue(approval), .record(.approved, detail: "bien")])
        #expect(item.status == .answered && item.claim == nil && item.version == 2)
        #expect(refusal(item, Self.approve) == .noDraft)
        #expect(refusal(item, .edit(text: "x", findings: [])) == .notNow(.edit, .answered))
        #expect(refusal(item, .close(reason: "x")) == .notNow(.close, .answered))
    }

    @Test("an approval can be taken back until it leaves, which a freeze may put off beyond its window")
    func undo() throws {
        var item = waiting()
        try act(&item, Self.approve)
        var leaving = item
        leaving.isLeaving = true
        #expect(refusal(leaving, .undo, after: 61) == .tooLateToUndo)
        let effects = try act(&item, .undo, Sample.max, after: 3600)
        #expect(effects == [.withdraw(draft: 1, by: "max"), .setDraft(1, .proposed), .record(.undone, detail: nil)])
        #expect(item.status == .waiting && item.draft?.isProposed == true && item.version == 3)
        #expect(refusal(item, .undo) == .notNow(.undo, .waiting))
    }

    @Test("an edit takes the draft's place and is what is approved")
    func edit() throws {
        var item = waiting()
        let effects = try act(&item, .edit(text: "Bonjour Zoé,", findings: []))
        #expect(effects == [.setDraft(1, .replaced), .addDraft, .record(.edited, detail: "Bonjour Zoé,")])
        #expect(item.draft?.text == "Bonjour Zoé," && item.draft?.author == "zoe" && item.draft?.inReplyTo == "m1")
        #expect(item.draft?.sinceVersion == 2 && item.version == 2)
        try act(&item, Self.approve)
        #expect(item.status == .answered)
    }

    @Test("a person writes where the rules had nothing to propose")
    func writing() throws {
        var item = waiting(Sample.arrival("m1", disposition: .human, draft: nil))
        #expect(refusal(item, Self.approve) == .noDraft && refusal(item, .reject(reason: "x")) == .noDraft)
        let effects = try act(&item, .edit(text: "Nous vous appelons.", findings: []))
        #expect(effects == [.addDraft, .record(.edited, detail: "Nous vous appelons.")])
        #expect(item.draft?.language == .french && item.draft?.visibility == .private)
    }

    @Test("who edits a sensitive case cannot approve it; another can, and where the policy has no second reader, anyone")
    func secondReader() throws {
        var item = waiting(Sample.arrival("m1", isSensitive: true))
        #expect(refusal(item, Self.approve) == nil)
        try act(&item, .edit(text: "Nous regrettons.", findings: []))
        #expect(refusal(item, Self.approve) == .needsSecondReader(author: "zoe"))
        #expect(refusal(item, Self.approve, Sample.max) == nil)
        let alone = ReviewPolicy(hasSecondReader: false)
        #expect(throws: Never.self) {
            var item = item
            _ = try item.review(Self.approve, by: Sample.zoe, at: Sample.start, seen: item.version, policy: alone)
        }
        // A manager is no exception.
        try act(&item, .edit(text: "Nous regrettons vraiment.", findings: []), Sample.ada)
        #expect(refusal(item, Self.approve, Sample.ada) == .needsSecondReader(author: "ada"))
    }

    @Test("findings must be accepted knowingly, and what a template left cannot be")
    func findings() throws {
        let item = waiting(Sample.arrival("m1", findings: [Sample.typo]))
        let accepting = ReviewAction.approve(note: nil, acceptsFindings: true, delivery: "d")
        #expect(refusal(item, Self.approve) == .hasFindings([DraftFinding(Sample.typo)]))
        #expect(refusal(item, accepting) == nil)
        let spoilt = waiting(Sample.arrival("m1", findings: [Sample.leftover]))
        #expect(refusal(spoilt, accepting, Sample.ada) == .hasFindings([DraftFinding(Sample.leftover)]))
    }

    @Test("a rejected draft cannot be approved; the case waits on")
    func reject() throws {
        var item = waiting()
        let effects = try act(&item, .reject(reason: "mauvais ton"))
        #expect(effects == [.setDraft(1, .rejected(by: "zoe", reason: "mauvais ton")), .record(.rejected, detail: "mauvais ton")])
        #expect(item.status == .waiting && refusal(item, Self.approve) == .noDraft)
    }

    @Test("an escalation changes the team and lets go of the claim")
    func escalate() throws {
        var item = waiting()
        try act(&item, .claim)
        let effects = try act(&item, .escalate(to: .legal, note: "menace"))
        #expect(effects == [.addNote("menace"), .record(.escalated, detail: "legal")])
        #expect(item.team == .legal && item.claim == nil && item.version == 2)
    }

    @Test("once a person leads by other means nothing leaves, and they alone or a manager give it back")
    func takeover() throws {
        var item = waiting()
        try act(&item, Self.approve)
        let effects = try act(&item, .takeOver, after: 62)
        #expect(
            effects == [.cancel(draft: 1, .takenOver), .setDraft(1, .superseded(.takenOver)), .record(.takenOver, detail: nil)])
        #expect(item.status == .waiting && item.takenOverBy == "zoe")
        #expect(refusal(item, .edit(text: "x", findings: []), Sample.max) == .takenOver(by: "zoe"))
        #expect(refusal(item, .giveBack, Sample.max) == .takenOver(by: "zoe"))
        #expect(refusal(item, .giveBack, Sample.ada) == nil)
        try act(&item, .giveBack)
        #expect(item.takenOverBy == nil && refusal(item, .giveBack) == .notNow(.giveBack, .waiting))
    }

    @Test("a case is closed and reopened with a reason")
    func closing() throws {
        var item = waiting()
        try act(&item, .close(reason: "doublon"))
        #expect(item.status == .closed && item.draft?.state == .superseded(.closed))
        #expect(refusal(item, .close(reason: "x")) == .notNow(.close, .closed))
        #expect(refusal(item, .claim) == .notNow(.claim, .closed))
        try act(&item, .reopen(reason: "erreur"), after: 500)
        #expect(item.status == .waiting && item.waitsSince == Sample.start + 500)
        #expect(refusal(item, .reopen(reason: "x")) == .notNow(.reopen, .waiting))
    }

    @Test(
        "words that are missing or too long are refused",
        arguments: [ReviewAction.Name.edit, .reject, .note, .handOver, .close, .reopen])
    func words(_ name: ReviewAction.Name) {
        func action(_ text: String) -> ReviewAction {
            switch name {
            case .edit: .edit(text: text, findings: [])
            case .reject: .reject(reason: text)
            case .note: .note(text)
            case .handOver: .handOver(to: text)
            case .close: .close(reason: text)
            default: .reopen(reason: text)
            }
        }
        #expect(refusal(waiting(), action(" \n")) == .isEmpty(name))
        #expect(refusal(waiting(), action(String(repeating: "a", count: 65537))) == .tooLong(name, mostBytes: 65536))
    }
}
