import Testing

@testable import Desk
@testable import IntentEngine

@Suite("Values of entities in the words of a reply")
struct EntityWordingTests {
    /// What a message's text is read as, then written in a reply; nil where nothing is.
    private func words(_ kind: EntityKind, _ value: String, _ language: Language) throws -> String? {
        let entity = Entity(kind: kind, value: value, span: 0..<1, bytes: 0..<1)
        var bytes = Array("> ".utf8)
        guard EntityWording.write(entity, language, to: &bytes) else {
            #expect(bytes == Array("> ".utf8))
            return nil
        }
        return String(decoding: bytes.dropFirst(2), as: UTF8.self)
    }

    @Test(
        "dates are written out, the first of a month as an ordinal in French",
        arguments: [
            ("2026-03-01", "1er\u{A0}mars\u{A0}2026", "1 March 2026"), ("2026-12-24", "24\u{A0}décembre\u{A0}2026", "24 December 2026"),
            ("--08-01", "1er\u{A0}août", "1 August"), ("--02-29", "29\u{A0}février", "29 February"), ("P1D", nil, nil), ("P-1D", nil, nil),
            ("2026-13-01", nil, nil), ("2026-03", nil, nil), ("", nil, nil), ("--0a-01", nil, nil),
        ] as [(String, String?, String?)])
    func dates(_ value: String, _ french: String?, _ english: String?) throws {
        #expect(try words(.date, value, .french) == french)
        #expect(try words(.date, value, .english) == english)
    }

    @Test(
        "amounts have their sign where their language has it, thousands in groups, and no cents that are nought",
        arguments: [
            ("49.90 EUR", "49,90\u{A0}€", "€49.90"), ("1234.56 GBP", "1\u{202F}234,56\u{A0}£", "£1,234.56"),
            ("1234567.00 USD", "1\u{202F}234\u{202F}567\u{A0}$", "$1,234,567"), ("0.05 EUR", "0,05\u{A0}€", "€0.05"),
            ("120.00 CHF", "120\u{A0}CHF", "CHF 120"), ("7.10 CAD", "7,10\u{A0}CAD", "CAD 7.10"), ("12 EUR", nil, nil), ("", nil, nil),
            ("12.5 EUR", nil, nil),
        ] as [(String, String?, String?)])
    func amounts(_ value: String, _ french: String?, _ english: String?) throws {
        #expect(try words(.amount, value, .french) == french)
        #expect(try words(.amount, value, .english) == english)
    }

    @Test("numbers stand as they are, and what no reply names is left out")
    func others() throws {
        #expect(try words(.orderNumber, "48213", .french) == "48213")
        #expect(try words(.trackingNumber, "XY1", .english) == "XY1")
        #expect(try words(.phone, "0612345678", .french) == nil)
    }
}
