import Desk
import IntentEngine
import IntentFiles
import Support
import Testing

@Suite("Decisions and what has passed in the conversation")
struct ExchangeDecisionTests {
    private static func decide(_ text: String, _ visibility: Message.Visibility, after exchange: Exchange) throws -> Decision {
        let folder = try TemporaryFolder(SampleRules.files)
        var desk = RulebookLoader.load(folder.path).makeDesk()
        let message = Message(id: "1", text: text, visibility: visibility)
        var used = UsedTexts()
        return desk.decide(message, desk.understand(message), after: exchange, used: &used)
    }

    @Test("asking again adds 15 to the complexity and a reason in the message's language")
    func repetition() throws {
        let (question, again) = ("Où est ma commande ?", Exchange(isRepeat: true))
        let first = try Self.decide(question, .private, after: Exchange())
        let second = try Self.decide(question, .private, after: again)
        #expect(second.complexity == first.complexity + 15 && second.disposition == .draft)
        #expect(
            second.reasons == first.reasons + ["Relance\u{A0}: déjà écrit depuis moins de 72\u{A0}heures, sans réponse d’une personne."])
        #expect(
            try Self.decide("Where is my order?", .private, after: again).reasons.last
                == "Asked again: wrote within the last 72 hours and had no answer of a person.")
    }

    @Test("the third reply that everybody could read is a person's, and has no text; in private all stays as it is")
    func publicReplies() throws {
        let question = "Où est ma commande ?"
        #expect(try Self.decide(question, .public, after: Exchange(publicReplies: 1)).disposition == .draft)
        let third = try Self.decide(question, .public, after: Exchange(publicReplies: 2))
        #expect(third.disposition == .human && third.draft == nil)
        #expect(third.reasons.contains("Deux réponses publiques déjà données\u{A0}: suite en privé, par une personne."))
        #expect(try Self.decide(question, .private, after: Exchange(publicReplies: 2)).disposition == .draft)
        // A graver reason is told before it.
        let threat = try Self.decide("Je vois mon avocat", .public, after: Exchange(publicReplies: 2))
        #expect(threat.draft == nil && threat.reasons.contains { $0.hasPrefix("Une personne doit répondre\u{A0}: menace") })
    }

    @Test("asked again is within 72 hours, by one author in one conversation, and after no answer")
    func pasts() {
        func exchange(_ past: ConversationPast, after seconds: Int) -> Exchange {
            var pasts = ConversationPasts()
            let later = Sample.arrival("m2", conversation: "c", at: Sample.start + seconds)
            if let asker = Asker(of: later.message) { pasts.replace(KeptPasts([asker: past])) }
            return pasts.exchange(before: later.message, at: later.receivedAt)
        }
        let asked = ConversationPast(lastAsked: Sample.start)
        #expect(exchange(asked, after: 72 * 3600).isRepeat && !exchange(asked, after: 72 * 3600 + 1).isRepeat)
        #expect(!exchange(asked, after: -1).isRepeat && !exchange(ConversationPast(), after: 1).isRepeat)
        #expect(!exchange(ConversationPast(lastAsked: Sample.start, lastAnswered: Sample.start), after: 60).isRepeat)
        #expect(exchange(ConversationPast(lastAsked: Sample.start, lastAnswered: Sample.start + -1), after: 60).isRepeat)
    }

    @Test("what is on its way counts, thanks do not, and a message of no conversation has no past")
    func underWay() {
        var pasts = ConversationPasts()
        func isRepeat(_ arrival: Arrival) -> Bool { pasts.exchange(before: arrival.message, at: arrival.receivedAt).isRepeat }
        pasts.note(Sample.arrival("m1", conversation: "c", disposition: .ignore))
        let second = Sample.arrival("m2", conversation: "c", at: Sample.start + 60)
        #expect(!isRepeat(second))
        pasts.note(second)
        #expect(isRepeat(Sample.arrival("m3", conversation: "c", at: Sample.start + 61)))
        #expect(!isRepeat(Sample.arrival("m3", conversation: "d", at: Sample.start + 61)))
        #expect(!isRepeat(Sample.arrival("m3", conversation: "c", author: "other", at: Sample.start + 61)))
        #expect(Asker(of: Message(id: "1", text: "a")) == nil)
    }
}
