import Desk
import DeskHouse
import DeskServer
import IntentEngine
import Support
import Testing

@testable import DeskPages

@Suite("What the desk calls things")
struct DeskWordsTests {
    @Test("a due time is a day and an hour of the brand’s, never a count of opening hours")
    func due() throws {
        let (french, english) = (try DeskWording.sample(.french), try DeskWording.sample(.english))
        let now = Sample.start  // Friday 27 November 2026, 9:15 in Paris
        func texts(_ seconds: Int) -> [String] { [french, english].map { $0.due(now + seconds, now: now).text } }
        #expect(texts(2 * 3600) == ["11:15", "11:15"])
        #expect(texts(3 * 86400 + 3600) == ["lun.\u{A0}10:15", "Mon\u{A0}10:15"])
        #expect(texts(10 * 86400) == ["7\u{A0}déc., 09:15", "7 Dec, 09:15"])
        #expect(texts(-3600) == ["retard, 08:15", "late, 08:15"])
        #expect(texts(-3 * 86400) == ["retard, mar.\u{A0}09:15", "late, Tue\u{A0}09:15"])
        #expect(french.due(now + -60, now: now).isLate && french.due(now + 1800, now: now).isSoon)
    }

    @Test("what became of a draft is said without riddles")
    func states() throws {
        let wording = try DeskWording.sample(.french)
        let rules = Approval(by: Colleague.rules.name, at: Sample.start, note: nil, undoUntil: Sample.start, delivery: "d")
        #expect(wording.state(.sent(rules)) == "Envoyé automatiquement")
        #expect(wording.state(.superseded(.customerWroteAgain)) == "Sans objet\u{A0}: le client a écrit de nouveau")
        #expect(wording(CaseWord.takeOver) == "Répondre hors de Courtois")
        let stale = ReviewRefusal.StaleChange(seen: 2, current: 3, yours: nil, theirs: nil)
        let item = try #require(Case.sample)
        #expect(!wording.conflict(stale, item).contains("version"))
    }

    @Test("causes that the desk itself gives are French to a French reader; a platform’s own words stay as they are")
    func causes() throws {
        let (french, english) = (try DeskWording.sample(.french), try DeskWording.sample(.english))
        let cause = DeliveryState.unknown(cause: "taken without a message id")
        #expect(french.cause(cause) == "Cause\u{A0}: la plateforme l’a pris sans lui donner de numéro")
        #expect(english.cause(cause) == "Cause: “taken without a message id”")
        #expect(
            french.cause(.exhausted(cause: "too many requests (429)")) == "Cause\u{A0}: trop de demandes à la plateforme (429)")
        #expect(french.cause(.refused(code: "400", words: "Message too long")) == "Cause\u{A0}: «\u{A0}Message too long\u{A0}»")
    }
}

extension Case {
    fileprivate static var sample: Case? {
        Case(
            number: 1, conversation: ConversationKey(channel: "email", account: "default", name: "c"), status: .waiting, version: 3,
            disposition: .draft, team: .customerService, priority: .p3, due: nil, openedAt: Sample.start, waitsSince: Sample.start,
            question: Question(message: "m1", language: .french, visibility: .private))
    }
}
