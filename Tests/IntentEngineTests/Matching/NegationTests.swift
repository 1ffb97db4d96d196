import Support
import Testing

@testable import IntentEngine

@Suite("Negation")
struct NegationTests {
    private func stands(_ message: String, _ phrase: PatternSource) -> Bool {
        var recognizer = Recognizer(Rules.rulebook([("it", [phrase])], thresholds: Thresholds(points: 1, margin: 0)).rulebook)
        return !recognizer.names(message, phrase.language).isEmpty
    }

    @Test(
        "what is negated does not count, unless the means and not the wish is denied",
        arguments: [
            ("annuler … commande", "je veux annuler ma commande", true),
            ("annuler … commande", "je ne veux pas annuler ma commande", false),
            ("annuler … commande", "je n'arrive pas à annuler ma commande", true),
            ("annuler … commande", "pourquoi je ne peux pas annuler ma commande", true),
            ("content", "je suis content", true), ("content", "je ne suis pas content", false), ("content", "pas du tout content", false),
            ("content", "jamais déçu, très content", true),
            ("recommander", "je ne peux que recommander", true), ("marche", "ça marche pas", false), ("marche", "ça marche plus", false),
            ("rapide", "plus rapide", true),
            ("problème", "sans problème", false), ("porter plainte", "je ne porte pas plainte", false),
            ("une personne", "une personne très aimable", true),
            ("répond", "personne ne répond", false), ("annuler", "je ne veux plus du canapé pouvez vous annuler", true),
        ])
    func french(_ phrase: String, _ message: String, _ expected: Bool) { #expect(stands(message, Rules.phrase(phrase)) == expected) }

    @Test(
        "English negation",
        arguments: [
            ("happy", "I am happy", true), ("happy", "I'm not happy", false), ("cancel … order", "I don't want to cancel my order", false),
            ("cancel … order", "I can't cancel my order", true), ("cancel … order", "don't know how to cancel my order", true),
            ("refund", "never got a refund", false), ("refund", "if my dog doesn't like the food do I get a refund", true),
            ("cancel", "I don't need the sofa can you cancel it", true),
        ])
    func english(_ phrase: String, _ message: String, _ expected: Bool) {
        #expect(stands(message, Rules.phrase(phrase, .english)) == expected)
    }

    @Test("a phrase that holds a negation itself expects one")
    func ownNegation() {
        #expect(stands("je n’ai pas reçu mon colis", Rules.phrase("pas reçu … colis")))
        #expect(!stands("j'ai reçu mon colis", Rules.phrase("pas reçu … colis")))
    }

    @Test("a phrase may say that it counts under negation, or only there")
    func policies() {
        #expect(stands("ce n'est pas normal", Rules.phrase("normal", negation: .allowed)))
        #expect(stands("ce n'est pas normal", Rules.phrase("normal", negation: .required)))
        #expect(!stands("c'est normal", Rules.phrase("normal", negation: .required)))
    }

    @Test("a threat under obligation survives its negation; a plain denial clears it")
    func threats() {
        let (rulebook, _) = Rules.rulebook([], signals: [("legal", [Rules.phrase("saisir la justice"), Rules.phrase("porter plainte")])])
        var recognizer = Recognizer(rulebook)
        #expect(recognizer.understand("je ne voudrais pas avoir à saisir la justice").signals.count == 1)
        #expect(recognizer.understand("je n'hésiterai pas à saisir la justice").signals.count == 1)
        #expect(recognizer.understand("je ne vais pas porter plainte").signals.isEmpty)
    }

    @Test("hints do not count for what is said not to be wanted")
    func declined() {
        #expect(!stands("je ne veux pas annuler ma commande", Rules.hint("annuler", 5)))
        #expect(stands("je n'arrive pas à annuler ma commande", Rules.hint("annuler", 5)))
        #expect(!stands("I don't want to cancel", Rules.hint("cancel", 5, .english)))
    }

    @Test("the scope ends at a pause and at four words")
    func scope() {
        #expect(stands("pas de chance, annuler ma commande", Rules.phrase("annuler … commande")))
        #expect(stands("je n'ai pas bien compris votre message précédent reçu hier : content", Rules.phrase("content")))
    }

    @Test("the scope of a negation ends where a new subject begins")
    func newSubject() {
        var english = Recognizer(Rules.rulebook(.english, ["legal": ["my solicitor"]]))
        #expect(english.understand("If this is not fixed by Friday you will hear from my solicitor").intents.count == 1)
        #expect(english.understand("I have not told my solicitor").intents.isEmpty)
        var french = Recognizer(Rules.rulebook(.french, ["cancel": ["annuler"]]))
        #expect(french.understand("mon colis n'est pas arrivé j'annule").intents.count == 1)
        #expect(french.understand("je ne veux pas que vous annuliez").intents.isEmpty)
    }
}
