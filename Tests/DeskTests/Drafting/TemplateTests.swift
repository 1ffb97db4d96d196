import Testing

@testable import Desk

@Suite("Templates")
struct TemplateTests {
    private func values(_ known: [Placeholder: String]) -> PlaceholderValues {
        var values = PlaceholderValues()
        for (placeholder, value) in known { values[placeholder] = value }
        return values
    }

    @Test("values, sections and inverted sections")
    func renders() throws {
        let template = try Template.read("a {{#name}}de {{name}}{{/name}}{{^name}}anonyme{{/name}} {{brand}}")
        #expect(template.text(values([.name: "Zoé", .brand: "B"])) == "a de Zoé B")
        #expect(template.text(values([.brand: "B"])) == "a anonyme B")
        #expect(template.placeholders == [.name, .brand])
    }

    @Test("constants are written into the text")
    func constants() throws {
        #expect(try Template.read("sur {{link.site}}", constants: ["link.site": "x.example"]).segments == [.text("sur x.example")])
    }

    @Test(
        "mistakes name their place and a remedy",
        arguments: [
            ("a {{x}}", 2, "unknown placeholder {{x}}"), ("{{name}}", 0, "{{name}} may be missing"),
            ("{{#name}}a", 9, "{{#name}} is never closed"), ("a{{/name}}", 1, "{{/name}} closes nothing"),
            ("{{name", 0, "{{ is never closed"), ("{{^name}}{{name}}{{/name}}", 9, "{{name}} may be missing"),
            ("{{#name}}{{/date}}", 9, "{{/date}} closes nothing"),
        ])
    func mistakes(_ text: String, _ offset: Int, _ cause: String) {
        #expect { try Template.read(text) } throws: { error in
            guard let mistake = error as? Template.Mistake else { return false }
            return mistake.offset == offset && mistake.cause == cause && !mistake.remedy.isEmpty
        }
    }
}

@Suite("Names and values in replies")
struct WordingTests {
    @Test(
        "a plausible name greets as it is shown; anything else greets nobody",
        arguments: [
            ("Camille Martin", "Camille"), ("Zoé", "Zoé"), ("Jean-Luc", "Jean-Luc"), ("Mme Le Goff", "Mme\u{A0}Le\u{A0}Goff"),
            ("M. Haddad", "M.\u{A0}Haddad"), ("O’Brien", "O’Brien"), ("kev_du_69", nil), ("KEVIN", nil),
            ("camille", nil), ("Client", nil), ("👑 Reine", nil), ("X", nil), ("", nil), ("Jean <b>", "Jean"), ("Мария", "Мария"),
            ("Mme", nil), ("A-", nil), ("Je suis le client le plus déçu", nil), ("  Éloïse  Dupont ", "Éloïse"), ("Invité", nil),
            ("Utilisatrice", nil), ("Jean Paul Marie Luc", "Jean"), ("Jean Paul Marie Luc Noël", nil), ("Mrs Smith", "Mrs\u{A0}Smith"),
            ("Mme Dupont 3", nil), ("Salope Martin", nil), ("Pute", nil), ("Hitler", nil), ("Adolf Hitler", nil), ("Mme Connasse", nil),
            ("Restaurant Chez Paul", nil), ("Garage Martin", nil), ("Mairie de Lyon", nil), ("Boulangerie Martin SARL", nil),
            ("Martin SAS", nil), ("Dark Vador", nil), ("Paul Chez Nous", nil), ("Amis du Vélo", nil), ("Épicerie Fine", nil),
            ("Smith Ltd", nil), ("Asshole", nil), ("Jean Le Goff", "Jean"), ("Constance", "Constance"), ("Anne d’Ormesson", "Anne"),
            ("Salomé", "Salomé"), ("Victor Dupuis", "Victor"),
            ("Maximilianna-Josephine", nil), ("Jean--Luc", nil), ("L’", nil), ("Monsieur Dupont", nil),
        ] as [(String, String?)])
    func names(_ shown: String, _ expected: String?) { #expect(CustomerName.greeting(shown) == expected) }

    @Test("texts already used in a conversation come last")
    func usedTexts() {
        var used = UsedTexts()
        let choices = [4, 5, 6]
        #expect([1, 1, 1].map { used.choose(from: choices, seed: $0) } == [5, 6, 4])
        // Then they go round again.
        #expect(Set((0..<3).map { _ in used.choose(from: choices, seed: 1) }) == [4, 5, 6])
        #expect(used.choose(from: [9], seed: 77) == 9)
    }
}
