import Desk
import IntentEngine
import Testing

@testable import courtois

@Suite("What the terminal says of a reply that did not arrive, or may have")
struct DeliveryWordsTests {
    private static func file(_ state: DeliveryState) -> CaseFile {
        let approval = Approval(by: "zoé", at: ReviewSample.now, note: nil, undoUntil: ReviewSample.now + 10, delivery: "d")
        let file = ReviewSample.file(ReviewSample.item(4, state: .undelivered(approval)))
        let reply = OutgoingReply(
            delivery: "d", channel: "email", account: "default", conversation: "c4", inReplyTo: "m4", text: "x", visibility: .private,
            approvedBy: "zoé", approvedAt: ReviewSample.now, replyUntil: nil, language: .french)
        let delivery = Delivery(
            id: 12, caseID: 4, draftID: 1, approvalID: 1, reply: reply, state: state, attempts: 1, queuedAt: ReviewSample.now,
            dueAt: ReviewSample.now, expires: ReviewSample.now)
        return CaseFile(case: file.case, messages: file.messages, drafts: file.drafts, notes: [], deliveries: [delivery])
    }

    private static func screen(_ state: DeliveryState, _ language: Language) -> String {
        let file = file(state)
        let body = CaseBody(OpenCase(file), ReviewSample.opened(ReviewSample.item(4), language))
        // As one line, wherever it wraps.
        let text = body.lines.map { String($0.strip.cells.compactMap(\.glyph)) }.joined(separator: " ")
        return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    @Test("an unknown one may have arrived: the screen and “courtois show” say so, and how a person decides")
    func unknown() {
        let french = Self.screen(.unknown(cause: "timed out"), .french)
        #expect(french.contains("peut-être arrivé, à vérifier") && !french.contains("non remis"))
        #expect(french.contains("regardez sur la plateforme avant d’écrire") && french.contains("(timed out)"))
        #expect(french.contains("courtois outbox confirm|retry|drop 12"))
        let english = Self.screen(.unknown(cause: "timed out"), .english)
        #expect(english.contains("may have arrived, to be checked") && english.contains("look at the platform before you write again"))
        let shown = CaseView(style: Style(isOn: false), now: ReviewSample.now).lines(Self.file(.unknown(cause: "timed out")))
        #expect(shown.contains("Draft · unknown · rules by zoé"))
        #expect(
            shown.contains { $0.contains("it may have arrived (timed out) — look at the platform") && $0.contains("outbox confirm 12") })
    }

    @Test("a refused one tells the platform’s words, one tried in vain tells why")
    func refused() {
        let state = DeliveryState.refused(code: "400", words: "message too long")
        #expect(Self.screen(state, .french).contains("La plateforme a refusé la réponse (message too long)"))
        let shown = CaseView(style: Style(isOn: false), now: ReviewSample.now).lines(Self.file(state))
        #expect(shown.contains { $0.contains("the platform refused it (400: message too long)") })
        #expect(Self.screen(.exhausted(cause: "503"), .english).contains("No try succeeded in time (503)"))
    }
}
