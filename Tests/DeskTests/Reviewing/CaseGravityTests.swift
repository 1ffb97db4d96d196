import Desk
import IntentEngine
import IntentFiles
import Support
import Testing

@Suite("The gravest message of a case governs until it is answered")
struct CaseGravityTests {
    private static let threat = "Mon avocat vous écrira."
    private static let question = "Où est ma commande ?"

    /// What sample rules make of texts that come one after the other.
    private func arrivals(_ texts: String...) throws -> [Arrival] {
        let folder = try TemporaryFolder(SampleRules.files)
        var desk = RulebookLoader.load(folder.path).makeDesk()
        var used = UsedTexts()
        return try texts.enumerated().map { index, text in
            let json = Array("{\"id\":\"m\(index + 1)\",\"conversation\":\"c\",\"text\":\"\(text)\"}".utf8)
            let reading = try #require(try json.withUnsafeBufferPointer { try MessageReader().read($0, number: 1) })
            return desk.arrival(of: reading, used: &used, at: Sample.start + index, delivery: "d\(index)")
        }
    }

    private func hear(_ arrival: Arrival, _ item: inout Case) -> [ReviewEffect] {
        let effects = item.hear(arrival, isFrozen: false, policy: ReviewPolicy())
        if effects.contains(.addDraft) { item.draft?.id = Int64(item.version) }
        return effects
    }

    @Test("a lesser message leaves its draft, its request and its question; who reads the case sees that something came")
    func lesser() throws {
        let arrivals = try arrivals(Self.threat, Self.question)
        var item = Case(number: 1, before: arrivals[0])
        _ = hear(arrivals[0], &item)
        let draft = item.draft
        #expect(hear(arrivals[1], &item).isEmpty)
        #expect(item.version == 2 && item.question.message == "m1" && item.draft == draft && item.draft?.isProposed == true)
        #expect(item.disposition == .human && item.team == .legal && item.priority == .p1 && item.intent == nil)
    }

    @Test("a graver one takes its place, and so does one that is as grave")
    func graver() throws {
        let arrivals = try arrivals(Self.question, Self.threat, "Je vais porter plainte.")
        var item = Case(number: 1, before: arrivals[0])
        for (index, arrival) in arrivals.enumerated() {
            _ = hear(arrival, &item)
            #expect(item.question.message == "m\(index + 1)" && item.draft?.inReplyTo == "m\(index + 1)")
        }
        #expect(item.team == .legal && item.disposition == .human)
    }

    @Test("an approval that has not left answers nothing: it is taken back, and its text waits again")
    func takenBack() throws {
        let arrivals = try arrivals(Self.threat, Self.question)
        var item = Case(number: 1, before: arrivals[0])
        _ = hear(arrivals[0], &item)
        let approve = ReviewAction.approve(note: nil, acceptsFindings: false, delivery: "d")
        _ = try item.review(approve, by: Sample.zoe, at: Sample.start, seen: 1, policy: ReviewPolicy())
        let effects = hear(arrivals[1], &item)
        #expect(effects == [.withdraw(draft: 1, by: "rules"), .setDraft(1, .proposed)])
        #expect(item.status == .waiting && item.draft?.isProposed == true && item.draft?.inReplyTo == "m1")
        #expect(item.priority == .p1 && item.team == .legal)
    }

    @Test("once it is answered the next message speaks for itself")
    func answered() throws {
        let arrivals = try arrivals(Self.threat, Self.question)
        var item = Case(number: 1, before: arrivals[0])
        _ = hear(arrivals[0], &item)
        _ = item.answerElsewhere()
        _ = hear(arrivals[1], &item)
        #expect(item.question.message == "m2" && item.priority == .p3 && item.intent == "track_order")
    }
}
