import Testing

@testable import IntentEngine

@Suite("The phrase language")
struct PhraseParserTests {
    @Test("every form is read")
    func readsEveryForm() throws {
        let phrase = try PhraseParser.parse("^ où (est|en est) <ma> [petite] \"colis\" … {order_number} …2 fin $")
        #expect(
            phrase.elements == [
                .clauseStart, .word("où"), .alternatives([[.word("est")], [.word("en"), .word("est")]]), .list("ma"),
                .optional([.word("petite")]), .exact("colis"), .gap(4), .entity(.orderNumber), .gap(2), .word("fin"), .clauseEnd,
            ])
    }

    @Test("three dots are an ellipsis, and an optional part may hold alternatives")
    func readsVariants() throws {
        #expect(try PhraseParser.parse("a ...3 b").elements == [.word("a"), .gap(3), .word("b")])
        #expect(
            try PhraseParser.parse("a [b|c d]").elements == [
                .word("a"), .optional([.alternatives([[.word("b")], [.word("c"), .word("d")]])]),
            ])
    }

    @Test(
        "a mistake names its place, its cause and a remedy",
        arguments: [
            ("(a|b", 0, "“(” is never closed"), ("a [b", 2, "“[” is never closed"), ("a <b", 2, "“<” is never closed"),
            ("a \"b", 2, "the quotation mark is never closed"),
            ("a )", 2, "unexpected “)”"), ("a ||", 2, "unexpected “|”"), ("(a|)", 3, "an empty alternative"),
            ("a []", 3, "an empty optional part"),
            ("a {colour}", 2, "unknown entity “colour”"), ("a …9 b", 2, "a gap of 9 words"), ("a. b", 1, "a full stop in a phrase"),
            ("… a", 0, "a gap at the start"), ("a …", 2, "a gap at the end"), ("a … … b", 0, "two gaps in a row"),
            ("[a] [b]", 0, "every part is optional"),
            ("", 0, "an empty phrase"), ("^ $", 0, "an empty phrase"), ("a ^ b", 0, "^ after the first word"),
            ("a $ b", 0, "$ before the last word"),
            ("<>", 1, "a list without a name"), ("a {number} %", 11, "“%” is no word of any message"),
            ("(promo|{number} %) b", 16, "“%” is no word of any message"), ("a @ b", 2, "“@” is no word of any message"),
            ("a \"% b\"", 2, "“%” is no word of any message"), ("a m² ²", 5, "“²” is no word of any message"),
        ])
    func mistakes(_ text: String, _ offset: Int, _ cause: String) {
        #expect { try PhraseParser.parse(text) } throws: { error in
            guard let mistake = error as? PhraseParser.Mistake else { return false }
            return mistake.offset == offset && mistake.cause == cause && !mistake.remedy.isEmpty
        }
    }

    @Test("signs within words, emoji and hidden words are read", arguments: ["7j/7", "n°", "c'est", "10%", "on 😡", "***", "24/7 b"])
    func signs(_ text: String) { #expect(throws: Never.self) { try PhraseParser.parse(text) } }

    @Test("nesting is bounded, so that no phrase can exhaust the stack")
    func boundsNesting() {
        let deep = String(repeating: "(", count: 100_000) + "a"
        #expect(throws: PhraseParser.Mistake.self) { try PhraseParser.parse(deep) }
    }
}
