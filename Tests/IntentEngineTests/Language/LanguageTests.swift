import Support
import Testing

@testable import IntentEngine

@Suite("Language")
struct LanguageTests {
    /// A rulebook whose vocabulary is a shop's, in both languages: its words are evidence.
    private static let rulebook = Rules.rulebook(
        [
            (
                "it",
                [
                    "commande", "colis", "livraison", "facture", "remboursement", "retour", "compte", "panier", "suivi", "réclamation",
                    "produit", "casse", "taille", "boutique",
                    "livré", "reçu", "annulé", "arriver", "mail", "répondre", "honte", "nul", "avis", "fuir", "problème", "réception",
                    "raison", "bloqué", "réduction",
                ].map { Rules.phrase($0) }
                    + [
                        "order", "parcel", "delivery", "invoice", "refund", "return", "account", "basket", "tracking", "complaint",
                        "product", "broken", "size", "shop", "date",
                        "reply", "response", "terrible", "experience", "exchange", "load", "update", "sale", "damage", "ship", "open",
                        "happened", "flavour", "commission",
                    ].map { Rules.phrase($0, .english) }
            )
        ],
        rewrites: [
            ("tjs", "toujours"), ("slt", "salut"), ("kan", "quand"), ("pk", "pourquoi"), ("mrc", "merci"), ("bcp", "beaucoup"),
            ("jattends", "j'attends"), ("jveu", "je veux"), ("kelkun", "quelqu'un"),
        ].map { Rules.rewrite($0.0, $0.1) }
            + [("plz", "please"), ("thx", "thanks"), ("u", "you"), ("idk", "i do not know"), ("wont", "will not"), ("gr8", "great")].map {
                Rules.rewrite($0.0, $0.1, .english)
            }
    ).rulebook

    private func guess(_ text: String, hint: Language? = nil) -> LanguageGuess {
        var recognizer = Recognizer(Self.rulebook)
        return recognizer.understand(text, Recognizer.Context(languageHint: hint)).language
    }

    @Test(
        "French, with or without accents, careful or hurried",
        arguments: [
            "où est ma commande ?", "ou est ma commande elle devait arriver lundi", "je ne recois pas le mail de reinitialisation",
            "a quelle heure fermez vous", "pas content du tout",
            "on se moque de moi", "commande annulee sans raison", "slt vs etes ouver dim ?", "kan es ce ke jsui livré",
            "Hello, j'ai un problème avec mon order", "le SAV m'a ghosté, so disappointed",
            "Le tracking ne bouge plus depuis 3 jours", "J'ai acheté Call of Duty Modern Warfare et le code ne marche pas", "mrc bcp",
        ])
    func french(_ text: String) { #expect(guess(text).language == .french) }

    @Test(
        "English",
        arguments: [
            "where is my order?", "delivery date please", "my invoice", "any update", "u still open?", "idk what happened",
            "My colis never arrived, I ordered from Paris",
            "Please send it to 12 rue de la République, 69001 Lyon", "I don’t know", "The livraison was on time, thanks",
            "refund my commission", "I love the crème brûlée flavour!",
        ])
    func english(_ text: String) { #expect(guess(text).language == .english) }

    @Test(
        "other languages are recognised as other",
        arguments: [
            "Hola, ¿dónde está mi pedido? No ha llegado todavía", "Wo ist meine Bestellung? Ich warte schon seit zwei Wochen",
            "Buongiorno, dove è il mio pacco? Non è ancora arrivato",
            "Olá, onde está a minha encomenda? Ainda não recebi nada", "Waar is mijn bestelling? Ik heb het pakket nog niet ontvangen",
            "Где мой заказ?", "私の注文はどこですか", "أين طلبي؟",
        ])
    func others(_ text: String) { #expect(guess(text).language == .other) }

    @Test("too little to tell is undetermined, and the hint decides", arguments: ["👍", "48213", "???", "ok", ""])
    func undetermined(_ text: String) {
        #expect(guess(text).language == .undetermined)
        #expect(guess(text).ruled == .french)
        #expect(guess(text, hint: .english).ruled == .english)
    }

    @Test("a hint does not overrule a clear text")
    func hintIsWeak() { #expect(guess("Bonjour, où est ma commande s'il vous plaît ?", hint: .english).language == .french) }

    @Test("confidence grows with the evidence and stays below one")
    func confidence() {
        let short = guess("ma commande")
        let long = guess("bonjour, je n'ai toujours pas reçu ma commande que j'attends depuis trois semaines")
        #expect(short.confidence < long.confidence)
        #expect(long.confidence < 1)
    }
}
