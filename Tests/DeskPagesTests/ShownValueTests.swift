import Desk
import DeskHouse
import IntentEngine
import Support
import Testing

@testable import DeskPages

@Suite("Values as people write them")
struct ShownValueTests {
    @Test(
        "a value stands in words of the reader’s language; what cannot be read stays as it is",
        arguments: [
            ("duration", "PT48H", "48\u{A0}heures", "48 hours"), ("duration", "PT1H", "1\u{A0}heure", "1 hour"),
            ("duration", "PT30M", "30\u{A0}minutes", "30 minutes"), ("duration", "P3W", "3\u{A0}semaines", "3 weeks"),
            ("duration", "P1D", "1\u{A0}jour", "1 day"), ("duration", "P6M", "6\u{A0}mois", "6 months"),
            ("duration", "P2Y", "2\u{A0}ans", "2 years"), ("duration", "P", "P", "P"), ("duration", "PX3Q", "PX3Q", "PX3Q"),
            ("date", "2026-03-01", "1ᵉʳ\u{A0}mars\u{A0}2026", "1\u{A0}March\u{A0}2026"),
            ("date", "--08-15", "15\u{A0}août", "15\u{A0}August"), ("date", "--02-29", "29\u{A0}février", "29\u{A0}February"),
            ("date", "P-1D", "la veille", "the day before"), ("date", "P0D", "le jour même", "the same day"),
            ("date", "2026-02-31", "2026-02-31", "2026-02-31"),
            ("amount", "1234.50 EUR", "1\u{202F}234,50\u{A0}€", "€1,234.50"), ("amount", "20.00 EUR", "20\u{A0}€", "€20"),
            ("amount", "5.00 CHF", "5\u{A0}CHF", "CHF\u{A0}5"), ("amount", "beaucoup", "beaucoup", "beaucoup"),
            ("phone", "+33639981234", "06\u{A0}39\u{A0}98\u{A0}12\u{A0}34", "06\u{A0}39\u{A0}98\u{A0}12\u{A0}34"),
            ("phone", "+442079460018", "+442079460018", "+442079460018"),
            ("iban", "FR76****1234", "FR76\u{A0}****\u{A0}1234", "FR76\u{A0}****\u{A0}1234"),
            ("order_number", "FR-48213", "FR-48213", "FR-48213"), ("a_later_kind", "x", "x", "x"),
        ])
    func words(_ kind: String, _ value: String, _ french: String, _ english: String) throws {
        for (language, text) in [(Language.french, french), (.english, english)] {
            #expect(try DeskWording.sample(language).shown(kind, value).text == text)
        }
    }

    @Test(
        "what is copied is what a reply would say, or what other programs know it by",
        arguments: [
            ("phone", "+33639981234", "+33639981234"), ("date", "2026-03-01", "1er\u{A0}mars\u{A0}2026"),
            ("duration", "PT48H", "48\u{A0}heures"), ("order_number", "FR-48213", "FR-48213"), ("iban", "FR76****1234", "FR76****1234"),
        ])
    func copied(_ kind: String, _ value: String, _ copied: String) throws {
        #expect(try DeskWording.sample(.french).shown(kind, value).copied == copied)
    }
}
