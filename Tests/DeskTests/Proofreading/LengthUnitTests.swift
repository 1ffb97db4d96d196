import IntentEngine
import Support
import Testing

@testable import Desk

struct LengthUnitTests {
    /// Addresses of few bytes and of many, characters of one and of several scalars, in all their mixtures.
    private static let pieces = [
        "a.fr", "t.co/x", "mailto:a", "www.é.fr", "http://exemple.fr/très/long", " ", "é", "€", "{", "😊", "👨‍👩‍👧", "❤️", "e\u{301}", "\r\n",
        "漢", "©", "©️", "\u{AD}", "a", "Bonjour", "\u{202F}!", "…",
    ]

    @Test func `A limit allows what is no longer than it, however that is told`() {
        var random = SplitMix(7)
        for _ in 0..<2_000 {
            let text = (0..<Int(random.next() % 9)).map { _ in Self.pieces[Int(random.next() % UInt64(Self.pieces.count))] }.joined()
            for unit in LengthUnit.allCases where unit != .gsm7 {
                let length = unit.length(of: text)
                #expect(unit.mostLength(of: text) >= length, "\(unit.rawValue) of \(text)")
                #expect(LengthLimit(unit: unit, most: length).allows(text))
                if length > 0 { #expect(!LengthLimit(unit: unit, most: length - 1).allows(text), "\(unit.rawValue) of \(text)") }
            }
        }
    }

    @Test func `X counts the characters around an address, line ends as two`() {
        #expect(LengthUnit.x.length(of: "Voir exemple.fr, merci\r\nA") == 5 + 23 + 10)
        #expect(LengthUnit.x.length(of: "Voir exemple.fr, merci\r\nA 😊") == 5 + 23 + 10 + 3)
    }

    @Test(arguments: [
        ("Merci", [5, 5, 5, 5, 5, 5]),
        ("é€\u{202F}’…", [5, 5, 14, 5, 8, 5]),
        ("👨‍👩‍👧", [1, 8, 18, 5, 2, 8]),
        ("e\u{301}", [1, 2, 3, 2, 1, 2]),
        ("{€}", [3, 3, 5, 3, 4, 6]),
        ("", [0, 0, 0, 0, 0, 0]),
        ("https://exemple.fr/une/longue/adresse", [37, 37, 37, 37, 23, 37]),
        ("exemple.fr ❤️", [12, 13, 17, 13, 26, 13]),
    ])
    func `Each unit counts its own way`(_ text: String, _ lengths: [Int]) {
        let units: [LengthUnit] = [.characters, .utf16, .bytes, .scalars, .x, .gsm7]
        #expect(units.map { $0.length(of: text) } == lengths)
    }

    @Test(arguments: [
        ("", 0), ("a", 1), (String(repeating: "a", count: 160), 1), (String(repeating: "a", count: 161), 2),
        (String(repeating: "a", count: 306), 2), (String(repeating: "a", count: 307), 3),
        (String(repeating: "€", count: 80), 1), (String(repeating: "€", count: 81), 2),
        // 153 septets hold 76 pairs: the 77th is not cut in two.
        (String(repeating: "€", count: 153), 3), ("ç" + String(repeating: "a", count: 69), 1),
        ("ç" + String(repeating: "a", count: 70), 2), (String(repeating: "😊", count: 35), 1),
        // 67 code units hold 33 pairs.
        (String(repeating: "😊", count: 66), 2), (String(repeating: "😊", count: 67), 3),
    ])
    func `An SMS holds 160 septets or 70 code units, and less in each of several`(_ text: String, _ parts: Int) {
        #expect(LengthUnit.gsm7.smsParts(of: text) == parts)
    }

    @Test func `A limit in septets is a limit in messages once a character is outside GSM-7`() {
        let limit = LengthLimit(unit: .gsm7, most: 160)
        #expect(limit.allows(String(repeating: "é", count: 160)))
        #expect(limit.allows("ç" + String(repeating: "a", count: 69)))
        #expect(!limit.allows("ç" + String(repeating: "a", count: 70)))
        #expect(LengthLimit(unit: .gsm7, most: 306).allows("ç" + String(repeating: "a", count: 133)))
    }

    @Test func `The span of a text too long is what does not fit`() {
        let context = ProofContext.french.with { $0.length = LengthLimit(unit: .bytes, most: 7) }
        let finding = Proofreader().findings(in: "Été clos", context).first { $0.rule == "length" }
        #expect(finding?.text == "los")
        #expect(finding?.cause == "10 bytes of 7")
        let empty = ProofContext.french.with { $0.length = LengthLimit(unit: .bytes, most: 0) }
        #expect(Proofreader().findings(in: "", empty).isEmpty)
    }
}
