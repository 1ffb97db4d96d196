import IntentEngine
import Testing

@testable import Desk

struct ProofTextTests {
    @Test(arguments: [
        ("Voir https://a.fr/b?c=1. Oui", ["https://a.fr/b?c=1"]),
        ("(www.exemple.com), exemple.fr/x et Merci.Bonjour", ["www.exemple.com", "exemple.fr/x"]),
        ("jean.dupont+sav@mail.exemple.org, a@b et @marque_x.", ["jean.dupont+sav@mail.exemple.org", "@marque_x"]),
        ("#merci #12 {{nom}} ${x} {y} `code` { z", ["#merci", "{{nom}}", "${x}", "{y}", "`code`"]),
        ("«\u{A0}https://a.fr\u{A0}» mailto:a@b.fr", ["https://a.fr", "a@b.fr"]),
        ("etc.fr exemple.frère", ["etc.fr"]),
    ])
    func `Addresses are told from prose`(_ text: String, _ addresses: [String]) {
        let prepared = ProofText(text, .french)
        #expect(prepared.addresses.map { prepared.string($0.range) } == addresses)
    }

    @Test(arguments: [
        ("L’équipe d'Anne", Language.french, ["l'", "equipe", "d'", "anne"]),
        ("aujourd’hui quelqu’un O’Connor", .french, ["aujourd'hui", "quelqu'un", "o'connor"]),
        ("We’re here, don't go", .english, ["we're", "here", "don't", "go"]),
        ("n°\u{A0}48213 à 14h30, cœur 10%", .french, ["n°", "48213", "a", "14", "h", "30", "coeur", "10", "%"]),
        ("e\u{301}te\u{301} ÉTÉ", .french, ["ete", "ete"]),
        ("voir www.exemple.fr ici", .french, ["voir", "ici"]),
    ])
    func `Words are cut and folded`(_ text: String, _ language: Language, _ words: [String]) {
        #expect(ProofText(text, language).words.map(\.folded) == words)
    }

    @Test func `Lines have the parts of a letter`() {
        let text = """
            Bonjour M. Durand,

            Voici\u{A0}:
            - une photo
            2. la facture
            Bonjour, nous avons bien lu.
            Bien cordialement,
            Camille
            L’équipe Maison Exemple
            """
        let roles = ProofText(text, .french).lines.map(\.role)
        #expect(roles == [.greeting, .blank, .body, .item, .item, .body, .closing, .signature, .signature])
        #expect(ProofText("Merci.\n– Camille, Maison Exemple", .french).lines.last?.role == .signature)
        #expect(ProofText("L’équipe sont là", .french).lines.first?.role == .body)
    }

    @Test(arguments: [
        ("M. Durand est là. Il lit.", ["M. Durand est là.", "Il lit."]),
        ("Merci\u{202F}! À bientôt… ou pas. Fin", ["Merci\u{202F}!", "À bientôt… ou pas.", "Fin"]),
        (
            "Lisez «\u{A0}Quand\u{202F}?\u{A0}» puis signez. «\u{A0}Oui.\u{A0}» Voilà.",
            ["Lisez «\u{A0}Quand\u{202F}?\u{A0}» puis signez.", "«\u{A0}Oui.\u{A0}»", "Voilà."]
        ),
        ("Voir a.fr. Le 1.5, etc. et tout. – Camille", ["Voir a.fr.", "Le 1.5, etc. et tout.", "– Camille"]),
        ("Un\nDeux", ["Un", "Deux"]),
        ("Dossier 30219-B. Billet QK7F. Fin", ["Dossier 30219-B.", "Billet QK7F.", "Fin"]),
    ])
    func `Sentences end at their stops`(_ text: String, _ sentences: [String]) {
        let prepared = ProofText(text, .french)
        #expect(prepared.sentences.map { prepared.string($0.range) } == sentences)
    }

    @Test(arguments: [
        ("1 234,56", "1 234,56", false, false), ("49.90", "49.90", false, false), ("1,234", "1,234", true, false),
        ("12,345,678", "12,345,678", false, false), ("FR-48213", "48213", false, true),
        ("12.03.2024", "12", false, false),
    ])
    func `Numbers have their thousands and decimals`(
        _ text: String, _ number: String, _ isAmbiguous: Bool, _ isCode: Bool
    ) {
        let prepared = ProofText(text, .french)
        #expect(prepared.numbers.first.map { prepared.string($0.range) } == number)
        #expect(prepared.numbers.first?.isAmbiguous == isAmbiguous)
        #expect(prepared.numbers.first?.isPartOfCode == isCode)
    }
}
