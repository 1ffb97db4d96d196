import Testing

@testable import IntentEngine

@Suite("Folding and tokens")
struct FoldedTextTests {
    private func fold(_ text: String) -> FoldedText {
        var folded = FoldedText()
        Array(text.utf8).withUnsafeBufferPointer { folded.fold($0) }
        return folded
    }

    private func words(_ text: String) -> [String] {
        let folded = fold(text)
        return folded.tokens.map { String(decoding: folded.flat[Int($0.flatStart)..<Int($0.flatEnd)], as: UTF8.self) }
    }

    private func originals(_ text: String) -> [String] {
        let scalars = Array(text.unicodeScalars)
        return fold(text).tokens.map { String(String.UnicodeScalarView(scalars[Int($0.scalarStart)..<Int($0.scalarEnd)])) }
    }

    @Test(
        "case, accents, ligatures and styled letters leave plain words",
        arguments: [
            ("Où EST ma Commande", ["ou", "est", "ma", "commande"]), ("cœur Œuvre æther", ["coeur", "oeuvre", "aether"]),
            ("ÉTÉ été Ete", ["ete", "ete", "ete"]), ("ｃｏｌｉｓ", ["colis"]), ("𝗰𝗼𝗹𝗶𝘀 𝐂𝐎𝐋𝐈𝐒", ["colis", "colis"]),
            ("ﬁn de ﬂux", ["fin", "de", "flux"]),
            ("straße", ["strasse"]), ("ⓒⓞⓛⓘⓢ", ["colis"]), ("Łódź", ["lodz"]),
        ])
    func folds(_ text: String, _ expected: [String]) { #expect(words(text) == expected) }

    @Test("composed and decomposed text give the same words", arguments: ["é", "Où étaient ça cœur naïve", "Ấu trĩ"])
    func normalFormsAgree(_ text: String) {
        let decomposed = text.decomposed
        #expect(decomposed.utf8.count >= text.utf8.count)
        #expect(words(decomposed) == words(text))
    }

    @Test(
        "every token knows where its folded bytes come from",
        arguments: [
            "Où est ma commande ?", "œufs 𝗰𝗼𝗹𝗶𝘀 ﬁn nuuuul l’été", "e\u{301}te\u{301} S.A.V. :) 👍🏽 a", "anticonstitutionnellement",
            "jean.dupont@exemple.fr et www.exemple.fr/promo", "« c\u{AD}olis » *** p*te\nĳ ẞ",
        ])
    func places(_ text: String) {
        let folded = fold(text)
        folded.withBends { bends in
            for token in folded.tokens {
                let place = bends.place(of: Int(token.flatStart))
                #expect(place == (Int(token.scalarStart), Int(token.byteStart)))
                let last = bends.place(of: Int(token.flatEnd) - 1)
                #expect(last.scalar < Int(token.scalarEnd) && last.byte < Int(token.byteEnd))
            }
        }
    }

    @Test("a span covers the combining marks of its word, not the marks of the next")
    func spansHoldMarks() {
        let text = "cole\u{301}re e\u{301}te\u{301}"
        #expect(originals(text) == ["cole\u{301}re", "e\u{301}te\u{301}"])
    }

    @Test(
        "apostrophes of every kind are the same sign, and only between letters",
        arguments: [
            ("l'article", ["l'article"]), ("l’article", ["l'article"]),
            ("l´article l`article lʼarticle", ["l'article", "l'article", "l'article"]),
            ("'citation'", ["citation"]), ("aujourd’hui", ["aujourd'hui"]), ("l' article", ["l", "article"]),
        ])
    func apostrophes(_ text: String, _ expected: [String]) { #expect(words(text) == expected) }

    @Test(
        "letters three times or more in a row keep two, as written letters count",
        arguments: [
            ("nuuuuul", ["nuul"]), ("créée", ["creee"]), ("adooooore", ["adoore"]), ("www", ["www"]), ("1000", ["1000"]),
            ("NuLlLl", ["nullll"]), ("abcdefgggh", ["abcdefggh"]), ("abcdefghiiij", ["abcdefghiij"]), ("aaaaaaaaaaaaaaaaaaa", ["aa"]),
            ("aaabcdefghijklmnop", ["aabcdefghijklmnop"]), ("éaéaéaééé", ["eaeaeaee"]),
        ])
    func elongation(_ text: String, _ expected: [String]) { #expect(words(text) == expected) }

    @Test("invisible and bidirectional scalars leave no trace and do not part words")
    func invisibles() {
        #expect(words("co\u{200B}lis \u{202E}col\u{AD}is\u{202C} \u{FEFF}colis") == ["colis", "colis", "colis"])
        #expect(originals("co\u{200B}lis\u{200B} x") == ["co\u{200B}lis", "x"])
    }

    @Test("emoji between letters part words; sequences are one emoji")
    func emoji() {
        #expect(words("co😀lis") == ["co", "😀", "lis"])
        #expect(originals("👨‍👩‍👧 ok 👍🏽 🇫🇷") == ["👨‍👩‍👧", "ok", "👍", "🇫🇷"])
        #expect(fold("❤️").tokens.map(\.kind) == [.emoji])
    }

    @Test("emoticons are emoji, and what looks like one inside a word or an address is not")
    func emoticons() {
        #expect(fold("super :) merci :-(").tokens.map(\.kind) == [.word, .emoji, .word, .emoji])
        #expect(fold("https://exemple.fr").tokens.map(\.kind) == [.url])
        #expect(fold("18:30").tokens.map(\.kind) == [.number, .number])
        #expect(fold("note :D").tokens.map(\.kind) == [.word, .emoji])
        #expect(fold("pour :demain").tokens.map(\.kind) == [.word, .word])
    }

    @Test(
        "addresses are one token each, without the punctuation that ends the sentence",
        arguments: [
            ("voir https://exemple.fr/a?b=1.", ["voir", "https://exemple.fr/a?b=1"]), ("sur www.exemple.fr !", ["sur", "www.exemple.fr"]),
            ("exemple.fr/promo", ["exemple.fr/promo"]),
            ("écrire à Jean.Dupont+sav@Example.org,", ["ecrire", "a", "jean.dupont+sav@example.org"]),
            ("@marque bonjour", ["@marque", "bonjour"]), ("fini.Je pars", ["fini", "je", "pars"]), ("ok.de rien", ["ok", "de", "rien"]),
        ])
    func addresses(_ text: String, _ expected: [String]) { #expect(words(text) == expected) }

    @Test(
        "initials with dots are one word",
        arguments: [
            ("le S.A.V. répond", ["le", "sav", "repond"]), ("s.v.p merci", ["svp", "merci"]), ("fin. A toi", ["fin", "a", "toi"]),
        ])
    func initials(_ text: String, _ expected: [String]) { #expect(words(text) == expected) }

    @Test("clauses start after stops and line ends; commas, brackets and quotes only part")
    func boundaries() {
        let tokens = fold("Bonjour, je pars. Merci (vite) ok\nfin").tokens
        #expect(tokens.map { $0.flags.contains(.startsClause) } == [true, false, false, true, false, false, true])
        #expect(tokens.map { $0.flags.contains(.afterPause) } == [false, true, false, false, true, true, false])
    }

    @Test("a point or colon between digits ends no clause")
    func digitPoints() {
        #expect(fold("à 12.50 euros").tokens.map { $0.flags.contains(.startsClause) } == [true, false, false, false])
    }

    @Test("quoted mail, its introduction and device signatures are not read; later spans stay true")
    func quotedMail() {
        #expect(words("merci\n> ma commande est cassée\nvoilà") == ["merci", "voila"])
        #expect(words("merci\nLe lun. 3 mars 2026 à 10:00, Service <a@b.fr> a écrit :\nbonjour") == ["merci"])
        #expect(words("ok\nEnvoyé de mon iPhone") == ["ok"])
        #expect(originals("a\n> é\nfin") == ["a", "fin"])
    }

    @Test("shouting needs twelve letters, most of them capitals")
    func shouting() {
        #expect(fold("REMBOURSEZ MOI").features.isShouted)
        #expect(!fold("OK MERCI").features.isShouted)
        #expect(!fold("Remboursez-moi s'il vous plaît").features.isShouted)
    }

    @Test("bytes that are no UTF-8 are symbols and never trap")
    func invalidBytes() {
        var folded = FoldedText()
        for bytes: [UInt8] in [[0xFF, 0x61], [0xC3], [0xE2, 0x82], [0xF0, 0x9F, 0x98], [0xED, 0xA0, 0x80, 0x61], [0x80, 0x80]] {
            bytes.withUnsafeBufferPointer { folded.fold($0) }
            #expect(folded.tokens.allSatisfy { Int($0.byteEnd) <= bytes.count && $0.scalarStart < $0.scalarEnd })
        }
    }

    @Test("control characters, NUL among them, part words")
    func controls() { #expect(words("a\u{0}b\tc\r\nd") == ["a", "b", "c", "d"]) }
}

extension String {
    /// NFD, by Swift's own normalisation: comparing with the composed form proves nothing about our folding.
    fileprivate var decomposed: String {
        var scalars = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            if let parts = Self.decompositions[scalar] { scalars.append(contentsOf: parts.unicodeScalars) } else { scalars.append(scalar) }
        }
        return String(scalars)
    }

    private static let decompositions: [Unicode.Scalar: String] = [
        "é": "e\u{301}", "ù": "u\u{300}", "ç": "c\u{327}", "ï": "i\u{308}", "Ấ": "A\u{302}\u{301}", "ĩ": "i\u{303}", "à": "a\u{300}",
    ]
}
