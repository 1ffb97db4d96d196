import Desk
import IntentEngine
import IntentFiles
import Support
import Testing

@Suite("Decisions while an alarm stands")
struct AlarmDecisionTests {
    static let crisis = """
          crisis:
            fr: {private: ["Nous avons lu votre message et y répondrons {{delay}}."], public: ["Nous avons lu votre message."]}
            en: {private: ["We have read your message and will reply {{delay}}."], public: ["We have read your message."]}
        """

    static func files(_ policy: String = "", action: String = "draft") -> [String: String] {
        SampleRules.files([
            "orders/track_order.yaml": (SampleRules.files["orders/track_order.yaml"] ?? "") + "\naction: \(action)\n",
            "blocks.yaml": (SampleRules.files["blocks.yaml"] ?? "") + "\n" + crisis,
            "policy.yaml": (SampleRules.files["policy.yaml"] ?? "") + "\n" + policy,
        ])
    }

    private static func decide(
        _ text: String, _ visibility: Message.Visibility = .private, alarms: [String] = ["track_order"], policy: String = "",
        action: String = "draft"
    ) throws -> Decision {
        let folder = try TemporaryFolder(files(policy, action: action))
        var desk = RulebookLoader.load(folder.path).makeDesk()
        let message = Message(id: "1", text: text, visibility: visibility)
        var (used, exchange) = (UsedTexts(), Exchange())
        exchange.alarms = alarms
        return desk.decide(message, desk.understand(message), after: exchange, used: &used)
    }

    private static let unhappy = "Je suis déçu. Où est ma commande ?"
    private static let reason =
        "Alerte en cours\u{A0}: bien plus de clients mécontents que d’ordinaire à ce sujet, sur ce compte. Une personne doit répondre."

    @Test(
        "who is dissatisfied with what it stands for is answered by public relations at once, with the crisis reply",
        arguments: Message.Visibility.allCases)
    func dissatisfied(visibility: Message.Visibility) throws {
        let decision = try Self.decide(Self.unhappy, visibility)
        #expect(decision.disposition == .human && decision.team == .publicRelations && decision.priority == .p1)
        #expect(decision.reasons.contains(Self.reason))
        #expect(decision.draft?.template.contains("block/holding.crisis/fr/\(visibility.rawValue)/1") == true)
        #expect(decision.draft?.text.contains("ous avons lu votre message") == true)
        let english = try Self.decide("I am disappointed. Where is my order?", visibility)
        #expect(english.reasons.contains { $0.hasPrefix("An alarm stands: ") } && english.draft?.text.contains("e have read") == true)
    }

    @Test("who is not dissatisfied, who writes about something else, and whose house wants no alarms, is answered as ever")
    func others() throws {
        for decision in [
            try Self.decide("Où est ma commande ?"), try Self.decide(Self.unhappy, alarms: []),
            try Self.decide(Self.unhappy, alarms: ["refund", ""]), try Self.decide(Self.unhappy, policy: "alarm: false"),
        ] {
            #expect(decision.disposition == .draft && decision.team == .customerService && decision.priority == .p3)
            #expect(!decision.reasons.contains(Self.reason))
        }
    }

    @Test("an alarm without a recognised request is for dissatisfied messages without one")
    func unknown() throws {
        let decision = try Self.decide("Je suis déçu", alarms: [""])
        #expect(decision.team == .publicRelations && decision.priority == .p1 && decision.reasons.contains(Self.reason))
    }

    @Test("what a person must see for itself keeps its team and its text, and is as pressing")
    func gate() throws {
        let decision = try Self.decide("Je suis déçu. Où est ma commande ? Mon avocat vous écrira.")
        #expect(decision.team == .legal && decision.priority == .p1 && decision.reasons.contains(Self.reason))
        #expect(decision.draft?.template.contains("holding.received") == true)
    }

    @Test("what is public relations' now is not said to go to the team it would go to otherwise")
    func ownTeam() throws {
        let others = "Ce type de demande est toujours confié à une personne (service client)."
        #expect(try Self.decide(Self.unhappy, alarms: [], action: "human").reasons.contains(others))
        let decision = try Self.decide(Self.unhappy, action: "human")
        #expect(decision.team == .publicRelations && decision.reasons.contains(Self.reason) && !decision.reasons.contains(others))
    }

    @Test("the reason is told in the language of whoever reads it")
    func translated() throws {
        let folder = try TemporaryFolder(Self.files())
        let decider = RulebookLoader.load(folder.path).makeDesk().decider
        let translation = ReasonTranslation(policy: decider.policy, brand: decider.brand, to: .english)
        #expect(translation(Self.reason).hasPrefix("An alarm stands: "))
    }
}
