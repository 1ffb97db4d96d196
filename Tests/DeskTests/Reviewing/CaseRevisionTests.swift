import Desk
import IntentEngine
import Support
import Testing

@Suite("A case and what the customer changes or takes back")
struct CaseRevisionTests {
    private let policy = ReviewPolicy()

    private func heard(_ arrivals: Arrival...) -> Case {
        var item = Case(number: 1, before: arrivals[0])
        for (index, arrival) in arrivals.enumerated() {
            _ = item.hear(arrival, isFrozen: false, policy: policy)
            item.draft?.id = Int64(index + 1)
        }
        return item
    }

    @Test("an edit supersedes the draft and is decided anew: alone, all is as it says now; the claim and the wait stay")
    func alone() throws {
        var item = heard(Sample.arrival("m1", disposition: .human, priority: .p1, team: .legal, due: 600, isSensitive: true))
        _ = try item.review(.claim, by: Sample.zoe, at: Sample.start, seen: nil, policy: policy)
        let effects = item.hear(
            edit: Sample.arrival("m1", priority: .p4, due: 9000, at: Sample.start + 60), isAlone: true, stoppable: [])
        #expect(effects == [.setDraft(1, .superseded(.customerEdited)), .addDraft])
        #expect(item.disposition == .draft && item.team == .customerService && item.priority == .p4 && !item.needsSecondReader)
        #expect(item.claim?.by == "zoe" && item.waitsSince == Sample.start && item.due == Sample.start + 9060 && item.version == 2)
        // What is no calmer keeps the earlier time.
        _ = item.hear(edit: Sample.arrival("m1", priority: .p4, due: 9000, at: Sample.start + 120), isAlone: true, stoppable: [])
        #expect(item.due == Sample.start + 9060)
    }

    @Test("beside another message that waits, the more careful way holds")
    func beside() {
        var item = heard(Sample.arrival("m1", disposition: .human, priority: .p1, team: .legal, due: 600), Sample.arrival("m2"))
        _ = item.hear(edit: Sample.arrival("m2", priority: .p4, due: 9000), isAlone: false, stoppable: [])
        #expect(item.disposition == .human && item.team == .legal && item.priority == .p1 && item.due == Sample.start + 600)
    }

    @Test("what was edited never leaves unreviewed, and an approval on the old words falls")
    func approved() {
        var item = heard(Sample.arrival("m1", disposition: .send))
        let effects = item.hear(edit: Sample.arrival("m1", disposition: .send), isAlone: true, stoppable: [1])
        #expect(effects == [.cancel(draft: 1, .customerEdited), .setDraft(1, .superseded(.customerEdited)), .addDraft])
        #expect(item.status == .waiting && item.disposition == .draft && item.draft?.isProposed == true)
    }

    @Test("an edit after the reply has left asks anew, and leaves the reply in the history")
    func sent() throws {
        var item = heard(Sample.arrival("m1", disposition: .send))
        _ = item.settle(try #require(item.draft), .sent)
        #expect(item.hear(edit: Sample.arrival("m1", at: Sample.start + 60), isAlone: true, stoppable: []) == [.addDraft])
        #expect(item.status == .waiting && item.waitsSince == Sample.start + 60)
    }

    @Test("an edit that leaves nothing to answer closes a routine case, and none that a person had to see")
    func nothingLeft() {
        let thanks = Sample.arrival("m1", disposition: .ignore)
        var routine = heard(Sample.arrival("m1"))
        #expect(routine.hear(edit: thanks, isAlone: true, stoppable: []) == [.setDraft(1, .superseded(.customerEdited))])
        #expect(routine.status == .closed)
        var serious = heard(Sample.arrival("m1", disposition: .human, priority: .p1))
        _ = serious.hear(edit: thanks, isAlone: true, stoppable: [])
        #expect(serious.status == .waiting && serious.priority == .p1)
        var sent = heard(Sample.arrival("m1", disposition: .send))
        sent.isLeaving = true
        #expect(sent.hear(edit: thanks, isAlone: true, stoppable: []).isEmpty && sent.status == .answered)
    }

    @Test("a deletion supersedes the draft and stops a reply that has not left; a person decides what is left to do")
    func deleted() {
        var proposed = heard(Sample.arrival("m1"))
        #expect(proposed.hear(deletionOf: "m1", stoppable: []) == [.setDraft(1, .superseded(.customerDeleted))])
        #expect(proposed.status == .waiting && proposed.version == 2)
        var queued = heard(Sample.arrival("m1", disposition: .send))
        // Also after a try that is known to have failed.
        queued.isLeaving = true
        let effects: [ReviewEffect] = [.cancel(draft: 1, .customerDeleted), .setDraft(1, .superseded(.customerDeleted))]
        #expect(queued.hear(deletionOf: "m1", stoppable: [1]) == effects && queued.status == .waiting)
        var leaving = heard(Sample.arrival("m1", disposition: .send))
        leaving.isLeaving = true
        #expect(leaving.hear(deletionOf: "m1", stoppable: []).isEmpty && leaving.status == .answered)
    }

    @Test("a deletion of an earlier message stops its reply and leaves the draft on the newer one")
    func deletedEarlier() {
        var item = heard(Sample.arrival("m1"), Sample.arrival("m2"))
        #expect(item.hear(deletionOf: "m1", stoppable: []).isEmpty && item.draft?.isProposed == true)
        let effects: [ReviewEffect] = [.cancel(draft: 1, .customerDeleted), .setDraft(1, .superseded(.customerDeleted))]
        #expect(item.hear(deletionOf: "m1", stoppable: [1]) == effects && item.draft?.isProposed == true)
    }
}
