import Support
import Testing

@testable import IntentEngine

/// A seeded stream of mutated messages: whatever is typed, understanding ends, and its spans lie inside the text.
@Suite("Mutated messages")
struct MutationTests {
    private static let seeds = [
        "Bonjour, où en est ma commande n° 48213, s'il vous plaît ?", "Je n’ai toujours pas reçu mon colis FR-48213 depuis 3 semaines !!!",
        "slt jai tjs pas recu mon coli 😡😡",
        "Where's my order #48213? I haven't received it & it's been two weeks :-(",
        "Mon IBAN : FR76 3000 6000 0112 3456 7890 189, carte 4111 1111 1111 1111", "prélevé 1 234,56 € le 12/03/2024 au lieu de 49,90€",
        "écrire à jean@example.org ou www.exemple.fr/suivi?x=1", "INADMISSIBLE\n> cité\nEnvoyé de mon iPhone",
        "👨‍👩‍👧 cafe\u{301} co\u{200B}lis \u{202E}xyz 𝗯𝗼𝗹𝗱 ｆｕｌｌ", "6A12345678901 RB 123 456 785 GB +33 (0)6 39 98 12 34",
    ].map { Array($0.utf8) }

    private static let splices: [[UInt8]] =
        [
            "'", "’", "-", "\u{301}", "\u{200D}", "\u{202E}", "\u{FEFF}", "😀", "🇫🇷", ".", "…", "\n", "\r\n", "\u{0}", "@", "#", "://",
            "www.", "€", "n°", "0", "1er", "l'", "n't", "aaa", "{", "\\", "\u{1F3FD}", "ß", "ﬃ", "<3", ":)",
        ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0xE2, 0x82], [0xF0, 0x9F], [0x80]]

    private static func recognizer() -> Recognizer {
        let intents = [
            (
                "track",
                [
                    Rules.phrase("où (est|en est) … <commande>"), Rules.phrase("pas [encore] reçu … <commande>"), Rules.hint("colis", 4),
                    Rules.phrase("{order_number} $"), Rules.phrase("^ {date} … {amount}"),
                ]
            ),
            (
                "other",
                [Rules.phrase("where is … order", .english), Rules.hint("order", 3, .english), Rules.phrase("have not received", .english)]
            ),
        ]
        let (rulebook, findings) = Rules.rulebook(
            intents, signals: [("anger", [Rules.phrase("inadmissible")])],
            lists: [Rules.list("commande", ["commande", "colis", "petit paquet"])],
            rewrites: [Rules.rewrite("jai", "j'ai"), Rules.rewrite("quant même", "quand même")],
            polarity: [Rules.phrase("inadmissible", points: -4)],
            thresholds: Thresholds(points: 1, margin: 0))
        #expect(findings.isEmpty)
        return Recognizer(rulebook)
    }

    @Test(
        "one thing said over and over, as long as a message may be, is understood in time that grows with its length",
        arguments: [
            "it'll ", "d'abq ", "qxeux ", "is ", "ab.", "a.b@", "www.", "é", "où est mon colis ? ", "colis, ", "a. ", "!?", "http://a.fr ",
            "x@y.fr ", "00 ", "1", "06 12 34 56 78 ", "FR76 ", "😡", "mais ", "pas ", "@a ", "#a", "((", "a-", "l'", "s@l*pe ", "> a\n",
            "3 mars ",
            "inadmissible ", "zzqx ",
        ])
    func repetitions(_ piece: String) {
        var recognizer = Self.recognizer()
        let message = String(repeating: piece, count: 128 * 1024 / piece.utf8.count)
        var words = 0
        // Unoptimised; what grows with the square takes minutes.
        #expect(ProcessorTime.measure { words = recognizer.understand(message).tone.wordCount } < .seconds(20))
        #expect(words <= message.utf8.count)
    }

    @Test(
        "a score for a language is never so high that more of it turns it", arguments: [("it'll ", Language.english), ("d'abq ", .french)])
    func longEvidence(_ piece: String, _ language: Language) {
        var recognizer = Self.recognizer()
        for count in [2, 1700, 20_000] {
            #expect(recognizer.understand(String(repeating: piece, count: count)).language.language == language, "\(count)")
        }
    }

    @Test("100,000 mutated messages are understood without a crash, and every span lies inside its text")
    func mutations() {
        var recognizer = Self.recognizer()
        var random = SplitMix(0x5EED)
        var understood = 0
        for _ in 0..<100_000 {
            let message = mutated(&random)
            let understanding = message.withUnsafeBufferPointer { recognizer.understand($0) }
            let scalars = recognizer.text.scalarCount
            let evidence =
                understanding.intents.flatMap(\.evidence) + understanding.candidates.flatMap(\.evidence)
                + understanding.signals.flatMap(\.evidence)
            let spans = evidence.map(\.span) + understanding.entities.map(\.span)
            let bytes = evidence.map(\.bytes) + understanding.entities.map(\.bytes)
            guard spans.allSatisfy({ !$0.isEmpty && $0.upperBound <= scalars }),
                bytes.allSatisfy({ !$0.isEmpty && $0.upperBound <= message.count })
            else {
                Issue.record("a span lies outside \(message)")
                return
            }
            if !understanding.intents.isEmpty { understood += 1 }
        }
        // Mutations leave most messages readable: if none were understood the test would test nothing.
        #expect(understood > 20_000)
    }

    private func mutated(_ random: inout SplitMix) -> [UInt8] {
        var message = Self.seeds[random.below(Self.seeds.count)]
        for _ in 0..<random.below(6) {
            let at = random.below(message.count + 1)
            switch random.below(5) {
            case 0 where at < message.count: message.remove(at: at)
            case 1 where at < message.count: message[at] = UInt8(truncatingIfNeeded: random.next())
            case 2: message.insert(contentsOf: Self.splices[random.below(Self.splices.count)], at: at)
            case 3:
                let other = Self.seeds[random.below(Self.seeds.count)]
                message = Array(message[..<at] + other[random.below(other.count)...])
            default: message = Array(message[at...] + message[..<at])
            }
        }
        return message
    }
}
