import Desk
import IntentEngine
import Support
import Testing

@Suite("A case and what the customer writes")
struct CaseArrivalTests {
    private let policy = ReviewPolicy()

    private func heard(_ arrivals: Arrival..., isFrozen: Bool = false) -> (item: Case, effects: [ReviewEffect]) {
        var item = Case(number: 1, before: arrivals[0])
        var effects: [ReviewEffect] = []
        for (index, arrival) in arrivals.enumerated() {
            effects = item.hear(arrival, isFrozen: isFrozen, policy: policy)
            item.draft?.id = Int64(index + 1)
        }
        return (item, effects)
    }

    @Test(
        "the first message opens a case that waits, unless there is nothing to answer",
        arguments: [
            (Disposition.draft, Case.Status.waiting), (.human, .waiting), (.moderate, .waiting), (.send, .answered), (.ignore, .closed),
        ])
    func opening(_ disposition: Disposition, _ status: Case.Status) {
        let (item, _) = heard(Sample.arrival("m1", disposition: disposition))
        #expect(item.status == status && item.version == 1 && item.question.message == "m1")
        #expect((item.draft == nil) == (disposition == .ignore))
    }

    @Test("when the customer writes again the draft is superseded, and so is one that was approved and has not left")
    func superseding() throws {
        var (item, effects) = heard(Sample.arrival("m1"), Sample.arrival("m2"))
        #expect(effects == [.setDraft(1, .superseded(.customerWroteAgain)), .addDraft])
        #expect(item.draft?.inReplyTo == "m2" && item.version == 2 && item.draft?.sinceVersion == 2)
        _ = try item.review(
            .approve(note: nil, acceptsFindings: false, delivery: "d"), by: Sample.zoe, at: Sample.start, seen: 2, policy: policy)
        var leaving = item
        leaving.isLeaving = true
        effects = item.hear(Sample.arrival("m3"), isFrozen: false, policy: policy)
        #expect(effects == [.cancel(draft: 2, .customerWroteAgain), .setDraft(2, .superseded(.customerWroteAgain)), .addDraft])
        #expect(item.status == .waiting)
        #expect(leaving.hear(Sample.arrival("m3"), isFrozen: false, policy: policy) == [.addDraft])
        #expect(leaving.status == .waiting && leaving.draft?.inReplyTo == "m3" && !leaving.isLeaving)
    }

    @Test("thanks leave the draft alone, and the reader is told that something came")
    func thanks() {
        let (item, effects) = heard(Sample.arrival("m1"), Sample.arrival("m2", disposition: .ignore))
        #expect(effects.isEmpty && item.status == .waiting && item.draft?.inReplyTo == "m1" && item.version == 2)
    }

    @Test("while it waits the more careful way, the more pressing team and the earlier time hold; afterwards the new message's")
    func joining() {
        let urgent = Sample.arrival("m1", disposition: .human, priority: .p1, team: .legal, due: 600, isSensitive: true)
        let mild = Sample.arrival("m2", priority: .p4, due: nil, at: Sample.start + 60)
        var (item, _) = heard(urgent, mild)
        #expect(item.disposition == .human && item.team == .legal && item.priority == .p1 && item.needsSecondReader)
        #expect(item.due == Sample.start + 600 && item.waitsSince == Sample.start)
        _ = item.answerElsewhere()
        #expect(item.status == .answered && item.draft?.state == .superseded(.answeredElsewhere))
        _ = item.hear(mild, isFrozen: false, policy: policy)
        #expect(item.disposition == .draft && item.team == .customerService && item.priority == .p4 && !item.needsSecondReader)
        #expect(item.status == .waiting && item.due == nil && item.waitsSince == Sample.start + 60)
    }

    @Test("what may leave unreviewed does, by the rules, after the undo window")
    func sending() {
        let (item, effects) = heard(Sample.arrival("m1", disposition: .send))
        let approval = Approval(by: "rules", at: Sample.start, note: nil, undoUntil: Sample.start + 10, delivery: "delivery-of-m1")
        #expect(effects == [.addDraft, .enqueue(approval), .record(.approved, detail: nil)])
        #expect(item.draft?.state == .approved(approval) && approval.isUnreviewed)
    }

    @Test("it becomes a draft while the desk is frozen, while a person is concerned with the case, and with a finding")
    func notSending() throws {
        let send = Sample.arrival("m2", disposition: .send)
        #expect(heard(send, isFrozen: true).item.status == .waiting)
        #expect(heard(Sample.arrival("m1"), send).item.status == .waiting)
        #expect(heard(Sample.arrival("m2", disposition: .send, findings: [Sample.typo])).item.status == .waiting)
        var (taken, _) = heard(Sample.arrival("m1", disposition: .ignore))
        _ = try taken.review(.reopen(reason: "x"), by: Sample.zoe, at: Sample.start, seen: 1, policy: policy)
        _ = try taken.review(.takeOver, by: Sample.zoe, at: Sample.start, seen: 2, policy: policy)
        _ = taken.hear(send, isFrozen: false, policy: policy)
        #expect(taken.status == .waiting && taken.disposition == .draft)
    }

    @Test(
        "how a delivery ends decides whether a person has to look again",
        arguments: [
            (Case.Ending.sent, Case.Status.answered, DraftState.Kind.sent), (.undelivered, .waiting, .undelivered),
            (.heldBack, .waiting, .proposed), (.retried, .answered, .approved),
        ])
    func delivery(_ ending: Case.Ending, _ status: Case.Status, _ kind: DraftState.Kind) throws {
        var (item, _) = heard(Sample.arrival("m1", disposition: .send))
        let draft = try #require(item.draft)
        let effects = item.settle(draft, ending)
        #expect(item.status == status && item.draft?.state.kind == kind)
        #expect(effects.contains(.withdraw(draft: draft.id, by: "rules")) == (ending == .heldBack))
        // Once the conversation has moved on, only the old draft is told.
        var (moved, _) = heard(Sample.arrival("m1", disposition: .send), Sample.arrival("m2"))
        let version = moved.version
        _ = moved.settle(draft, ending)
        #expect(moved.version == version && moved.draft?.inReplyTo == "m2")
    }
}
