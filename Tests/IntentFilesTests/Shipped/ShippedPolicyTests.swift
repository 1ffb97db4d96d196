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
}
