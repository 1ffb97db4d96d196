import IntentEngine
import IntentFiles
import Support
import Testing

@testable import Desk

@Suite("Reasons in the reader's language")
struct ReasonTranslationTests {
    private static func desk() throws -> MessageDesk {
        let folder = try TemporaryFolder(
            SampleRules.files([
                "orders/cancel.yaml":
                    "intent: cancel\ntitle: {fr: Annulation, en: Cancellation}\naction: human\nphrases: {fr: [annuler], en: [cancel it]}\n",
                "signals/anger.yaml":
                    "signal: anger\ntitle: {fr: Colère, en: Anger}\nlevel: 2\nphrases: {fr: [marre], en: [fed up]}\n",
                "policy.yaml": """
                signals:
                  legal_threat: {weight: 100, gate: true, priority: P1, team: legal, holding: received}
                  anger: {weight: 30, priority: P2, anger: true}
                unknown: {holding: received}
                """,
            ]))
        return RulebookLoader.load(folder.path).makeDesk()
    }

    private static func translation(_ desk: MessageDesk, to language: Language) -> ReasonTranslation {
        ReasonTranslation(policy: desk.decider.policy, brand: desk.decider.brand, to: language)
    }

    /// Messages in both languages that are decided alike.
    static let pairs = [
        ("Où est ma commande ?", "Where is my order?"), ("Je vois mon avocat", "Ask my lawyer"),
        ("J'en ai marre, où est ma commande ?", "I am fed up, where is my order?"), ("annuler", "cancel it"),
        ("quelle heure est-il à Paris maintenant", "what time is it in London now"), ("suivi", "tracking"),
    ]

    @Test("they are told with the sentences of that language, to and fro", arguments: pairs)
    func bothWays(_ french: String, _ english: String) throws {
        var desk = try Self.desk()
        let (toFrench, toEnglish) = (Self.translation(desk, to: .french), Self.translation(desk, to: .english))
        for (text, there, back) in [(french, toEnglish, toFrench), (english, toFrench, toEnglish)] {
            let message = Message(id: "1", text: text)
            var used = UsedTexts()
            let reasons = desk.decide(message, desk.understand(message), after: Exchange(isRepeat: true), used: &used).reasons
            #expect(!reasons.isEmpty)
            for reason in reasons {
                #expect(there(reason) != reason, "\(reason)")
                #expect(back(there(reason)) == reason && back(reason) == reason, "\(reason)")
            }
        }
    }

    @Test("numbers and the customer's words stay, and what no rule says stays as it is")
    func words() throws {
        let toEnglish = Self.translation(try Self.desk(), to: .english)
        let cases = [
            ("Demande reconnue\u{A0}: suivi de commande (11\u{A0}points).", "Request recognised: order tracking (11 points)."),
            ("Signal\u{A0}: menace juridique («\u{A0}mon avocat »).»\u{A0}»).", "Signal: legal threat (“mon avocat »).»”)."),
            ("Complexité\u{A0}: 45, relecture attentive.", "Complexity: 45, read carefully."),
            ("Complexité\u{A0}: 110.", "Complexity: 110."), ("Colère\u{A0}: 2 sur\u{A0}4.", "Anger: 2 out of 4."),
            (
                "Pas assez d’indices pour trancher\u{A0}: suivi de commande (5) ou annulation (4).",
                "Not enough evidence to decide: order tracking (5) or cancellation (4)."
            ),
            ("3\u{A0}demandes dans un message\u{A0}: une personne doit répondre.", "3 requests in one message: a person must answer."),
            ("À modérer\u{A0}: masquer.", "To be moderated: hide."),
            ("Une règle d’autrefois.", "Une règle d’autrefois."), ("", ""),
        ]
        for (french, english) in cases { #expect(toEnglish(french) == english) }
    }
}
