import Desk
import Foundation
import IntentEngine
import IntentFiles
import Testing

/// What follows from intents and signals by the rules that ship.
@Suite("The shipped policy")
struct ShippedPolicyTests {
    @Test(
        "what touches law, safety, fraud or personal data needs a second reader",
        arguments: [
            "La batterie a pris feu pendant la charge.",
            "J'ai reçu un SMS en votre nom me demandant mes coordonnées bancaires ; est-ce une fraude ?",
            "Conformément au RGPD, je demande l'accès à l'ensemble des données que vous détenez sur moi.",
            "Sans réponse sous 48 h, je transmets le dossier à mon avocat.", "I've reported you to Trading Standards.",
            "There is an unauthorised charge from you on my card.", "Je vais me tuer",
        ])
    func secondReader(_ text: String) throws {
        #expect(try ShippedDesk.arrival(text).isSensitive)
    }

    @Test(
        "what is asked every day needs one reader",
        arguments: ["Où est ma commande ?", "Je veux parler à un humain.", "Très mauvaise expérience, je suis vraiment déçue."])
    func oneReader(_ text: String) throws {
        #expect(try !ShippedDesk.arrival(text).isSensitive)
    }

    @Test(
        "two problems, or what is pressing beside a problem, go to a person, who is told why",
        arguments: [
            "Le vase est arrivé cassé. Et j'ai été débité deux fois.", "The vase arrived broken. And I was charged twice.",
            "Il manque un vase dans mon colis. Et vous m'avez débité deux fois.",
        ])
    func severalProblems(_ text: String) {
        let decision = ShippedDesk.decide(text)
        #expect(decision.disposition == .human && decision.priority == .p2)
        #expect(ShippedDesk.signals(text).contains("multi_problem"))
        #expect(
            decision.reasons.contains { $0.hasPrefix("Plusieurs problèmes") || $0.hasPrefix("Several problems") }, "\(decision.reasons)")
        #expect(ShippedDesk.decide(text, .public).disposition == .human)
    }

    @Test(
        "one matter in several words, and two small requests, are drafted",
        arguments: [
            "Mon colis a trois jours de retard, avez-vous des nouvelles ?", "Hi, where is my order #48990? It was due on Monday.",
            "Où est ma commande FR-50410 ? Et comment je change l’adresse e-mail de mon compte ?",
        ])
    func oneMatter(_ text: String) {
        #expect(ShippedDesk.decide(text).disposition == .draft)
        #expect(!ShippedDesk.signals(text).contains("multi_problem"))
    }

    @Test(
        "in public no request passes in silence: where there are two, one invitation to a private message is for both",
        arguments: [
            "Livrez-vous en Corse ? Et quels sont vos horaires d'ouverture ?",
            "Où est ma commande ? Et comment je change l’adresse e-mail de mon compte ?",
            "Livrez-vous en Corse ? Et où est ma commande ?", "Do you deliver to Corsica? And where is my order?",
        ])
    func severalInPublic(_ text: String) throws {
        let draft = try #require(ShippedDesk.decide(text, .public).draft)
        #expect(draft.template.hasPrefix("block/holding.several/"), "\(draft.template): \(draft.text)")
        #expect(draft.findings.isEmpty)
    }

    @Test("a threat in private goes to a person at once, without a word from the bot; in public it is moderated")
    func threats() {
        let text = "Je sais où vous travaillez, vous allez le payer cher."
        let told = ShippedDesk.decide(text)
        #expect((told.disposition, told.priority, told.team) == (.human, .p1, .publicRelations))
        #expect(told.draft == nil)
        let shown = ShippedDesk.decide(text, .public)
        #expect((shown.disposition, shown.priority, shown.team) == (.moderate, .p1, .publicRelations))
    }

    @Test(
        "an insult beside a problem or a request goes to a person, with calm words in private",
        arguments: [
            "Bande de voleurs, je veux mon colis", "Ce con de livreur a cassé mon colis", "Connards, remboursez moi",
            "Bande de guignols, où est ma commande ?", "You idiots, where is my parcel", "pack of thieves, I want my money back",
        ])
    func insultBesideConcern(_ text: String) throws {
        let decision = ShippedDesk.decide(text)
        #expect(decision.disposition == .human && decision.team == .customerService && decision.priority <= .p2)
        #expect(decision.draft?.template.hasPrefix("block/holding.calm/") == true)
        #expect(decision.draft?.findings == [])
        let shown = ShippedDesk.decide(text, .public)
        #expect(shown.disposition == .human && shown.draft == nil)
    }

    @Test(
        "an insult hides no threat and no reminder",
        arguments: [
            ("Bande de voleurs, mon avocat vous écrira", Priority.p1), ("Quatrième mail sans réponse, bande de guignols", .p2),
            ("Bande de guignols, je sais où vous travaillez, vous allez le payer cher", .p1),
        ])
    func insultBesideCircumstance(_ text: String, _ priority: Priority) {
        let decision = ShippedDesk.decide(text)
        #expect((decision.disposition, decision.priority) == (.human, priority))
    }

    @Test(
        "a bare insult is moderated",
        arguments: [
            "Bande de guignols, allez vous faire voir", "Vous êtes vraiment une bande d'incapables.", "ferme ta g***", "stfu losers",
            "Bande de c***, crevez", "Dirty bunch of crooks", "Votre livreur est un connard fini.",
        ])
    func bareInsult(_ text: String) {
        #expect(ShippedDesk.decide(text).disposition == .moderate)
    }

    @Test(
        "strong anger, irony about a problem and discontent that no rule knows are left to a person in public, without a word before",
        arguments: [
            "C'est inadmissible, où est ma commande ?", "Bravo, trois semaines de retard et toujours aucune réponse 👏",
            "Great, another week of delay. Well done 👏", "quel cauchemar cette journée",
        ])
    func silentInPublic(_ text: String) {
        let shown = ShippedDesk.decide(text, .public)
        #expect(shown.disposition == .human && shown.draft == nil, "\(shown.draft?.text ?? "")")
        #expect(ShippedDesk.decide(text).draft != nil)
    }

    @Test("what is dangerous is answered in public however angry it is told")
    func dangerInPublic() {
        #expect(ShippedDesk.decide("Votre batterie a pris feu, c'est un scandale inadmissible !!!", .public).draft != nil)
    }

    @Test(
        "safety and violence are for whoever is on call, at any hour",
        arguments: [
            "La batterie a pris feu", "Je vais me tuer", "Ça sent le gaz depuis l'installation de votre chauffe-eau",
            "Je sais où vous travaillez, vous allez le payer cher.", "The charger caught fire and burnt my hand.",
        ])
    func onCall(_ text: String) throws {
        // A Saturday night.
        let decision = ShippedDesk.decide(text, sentAt: "2026-11-21T23:30:00+01:00")
        #expect(decision.due == Instant(rfc3339: "2026-11-21T23:45:00+01:00"))
        for word in ["lundi", "Monday", "demain", "tomorrow", "journée", "today"] {
            #expect(decision.draft?.text.contains(word) != true, "\(decision.draft?.text ?? "")")
        }
        #expect(decision.draft?.findings.isEmpty != false)
    }

    @Test("nothing but emoji is no request, whatever one of them hints at; who is displeased by one is seen by a person")
    func reactions() {
        for text in ["😂 😂 😂", "@julie 😂", "❤️❤️"] { #expect(ShippedDesk.decide(text, .public).disposition == .ignore, "\(text)") }
        #expect(ShippedDesk.decide("😡😡", .public).disposition == .human)
    }

    @Test("everything else waits for opening hours")
    func openingHours() {
        let decision = ShippedDesk.decide("Mon avocat vous écrira", sentAt: "2026-11-21T23:30:00+01:00")
        #expect(decision.due == Instant(rfc3339: "2026-11-23T10:00:00+01:00"))
    }

    @Test(
        "a sum weighs in two steps",
        arguments: [("Vous m'avez prélevé 350 € par erreur", 20), ("Vous m'avez prélevé 2 450 € par erreur", 40)])
    func sums(_ text: String, _ weight: Int) {
        #expect(ShippedDesk.signals(text) == ["high_amount"])
        let without = ShippedDesk.decide("Vous m'avez prélevé 35 € par erreur").complexity
        #expect(ShippedDesk.decide(text).complexity == without + weight)
    }

    @Test(
        "who tells of grief, fraud or danger, or asks for a person, is not satisfied",
        arguments: [
            "Mon père est décédé", "Someone stole my card and bought on your site", "Je veux parler à un humain",
            "Ma mère est décédée, je veux résilier", "La batterie a pris feu, merci de me rappeler",
        ])
    func cappedSatisfaction(_ text: String) {
        #expect(ShippedDesk.decide(text).polarity <= 0)
    }

    @Test("every signal that forces a person caps satisfaction")
    func gatesCapSatisfaction() {
        for (number, signal) in ShippedDesk.loaded.policy.signals.enumerated() where signal.isGate {
            #expect(signal.mostPolarity != nil, "\(ShippedDesk.loaded.rulebook.signals[number])")
        }
    }
}
