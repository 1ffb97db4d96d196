import Support
import Testing

@testable import IntentEngine

@Suite("Entities")
struct EntityTests {
    private func find(_ text: String, sentOn: CivilDate? = nil, shapes: [String] = [], _ language: Language = .french) -> [String] {
        var recognizer = Recognizer(Rules.rulebook([("it", [Rules.phrase("rien")])], orderNumbers: shapes).rulebook)
        let context = Recognizer.Context(languageHint: language, sentOn: sentOn)
        return recognizer.understand(text, context).entities.map { "\($0.kind.rawValue) \($0.value)" }
    }

    /// What phrases match, plain numbers too.
    private func matched(_ text: String) -> [String] {
        var recognizer = Recognizer(Rules.rulebook([("it", [Rules.phrase("rien")])]).rulebook)
        _ = recognizer.understand(text, Recognizer.Context(languageHint: .french))
        return recognizer.entities.map { "\($0.kind.rawValue) \($0.value)" }
    }

    @Test(
        "order numbers stand behind a keyword, a hash, or in the brand's shape",
        arguments: [
            ("ma commande n° 48213", "order_number 48213"), ("commande N°48213 ?", "order_number 48213"),
            ("commande 48213", "order_number 48213"),
            ("ma commande FR-48213", "order_number FR-48213"), ("order #48213", "order_number 48213"), ("#48213", "order_number 48213"),
            ("commande réf. CMD2024-0042", "order_number CMD2024-0042"),
            ("référence de la commande : 48213", "order_number 48213"),
            ("la réf. 48213 de ma commande", "order_number 48213"), ("réf. FR-48213", "order_number FR-48213"),
            ("numéro de commande : 48213", "order_number 48213"),
            ("my order number is 48213", "order_number 48213"),
            ("dossier n° 740952", "order_number 740952"), ("n° 740952 svp", "order_number 740952"),
            ("c'est fr-48213", "order_number FR-48213"), ("client, commande n° 48213", "order_number 48213"),
            ("client n° 12345, commande n° 48213", "order_number 48213"), ("customer order number 48213", "order_number 48213"),
        ])
    func orders(_ text: String, _ expected: String) { #expect(find(text, shapes: ["FR-#####"]) == [expected]) }

    @Test(
        "what is no order number is none",
        arguments: [
            "commande pour mars", "la commande est là", "rue 48213", "commande de 3 articles", "ma commande du 12", "client n° 12345",
            "numéro client 12345", "n° de client : 12345", "client #12345", "mon compte n° 123456", "customer number 12345",
            "my account number is 12345", "account #12345", "carte de fidélité n° 123456", "adhérente no 123456", "member number 12345",
        ])
    func notOrders(_ text: String) { #expect(!find(text).contains { $0.hasPrefix("order_number") }) }

    @Test(
        "a reference is that of a product unless an order is named beside it or it has the shape of one",
        arguments: [
            ("Mon article réf. AB-1234 est cassé, je veux un remboursement", "product_code AB-1234"),
            ("la référence 740952 est-elle en stock ?", "product_code 740952"), ("produit n° 740952 cassé", "product_code 740952"),
            ("the product ref AB-1234 is broken", "product_code AB-1234"),
            ("article référence 12345 manquant dans ma commande", "product_code 12345"),
        ])
    func products(_ text: String, _ expected: String) { #expect(find(text, shapes: ["FR-#####"]) == [expected]) }

    @Test("a brand's shape finds its numbers without a keyword, and only those")
    func shapes() {
        #expect(find("voilà CB123456 merci", shapes: ["AA######"]) == ["order_number CB123456"])
        #expect(find("voilà CB12345 merci", shapes: ["AA######"]).isEmpty)
    }

    @Test(
        "IBANs pass mod 97, spaced or not",
        arguments: [
            ("FR76 3000 6000 0112 3456 7890 189", true), ("FR7630006000011234567890189 merci", true),
            ("fr76 3000 6000 0112 3456 7890 189", true), ("FR76 3000 6000 0112 3456 7890 188", false), ("FR-48213", false),
        ])
    func ibans(_ text: String, _ expected: Bool) { #expect(find(text).contains("iban FR7630006000011234567890189") == expected) }

    @Test(
        "card numbers pass Luhn and keep their last four digits only",
        arguments: [
            ("4111 1111 1111 1111", ["card_number •••• 1111"]), ("5500-0000-0000-0004", ["card_number •••• 0004"]),
            ("4111 1111 1111 1112", []), ("06 39 98 12 34", ["phone +33639981234"]),
        ])
    func cards(_ text: String, _ expected: [String]) { #expect(find(text) == expected) }

    @Test(
        "telephone numbers, in E.164",
        arguments: [
            ("06 39 98 12 34", "phone +33639981234"), ("06.39.98.12.34", "phone +33639981234"), ("0639981234", "phone +33639981234"),
            ("+33 6 39 98 12 34", "phone +33639981234"), ("07700 900123", "phone +447700900123"), ("07700900123", "phone +447700900123"),
            ("01632 960 983", "phone +441632960983"), ("0161 496 0000", "phone +441614960000"), ("020 7946 0123", "phone +442079460123"),
            ("+33 (0)6 39 98 12 34", "phone +33639981234"), ("0033639981234", "phone +33639981234"),
            ("06\u{202F}39\u{202F}98\u{202F}12\u{202F}34", "phone +33639981234"), ("+44 20 7946 0123", "phone +442079460123"),
        ])
    func phones(_ text: String, _ expected: String) { #expect(find("appelez le " + text) == [expected]) }

    @Test("what is no telephone number is none", arguments: ["0639981234901", "06 39 98 12 3", "00 12 34 56 78", "0639 981 234"])
    func notPhones(_ text: String) { #expect(!find(text).contains { $0.hasPrefix("phone") }) }

    @Test(
        "dates that exist, the day first",
        arguments: [
            ("le 12/03/2024", "date 2024-03-12"), ("12-03-24", "date 2024-03-12"), ("12.03.2024", "date 2024-03-12"),
            ("2024-03-12", "date 2024-03-12"), ("le 3/3", "date --03-03"), ("le 10/10", "date --10-10"),
            ("du 5/5", "date --05-05"),
            ("le 3 mars", "date --03-03"), ("1er avril 2024", "date 2024-04-01"), ("8 aout 2023", "date 2023-08-08"),
            ("12 févr.", "date --02-12"), ("March 3rd, 2024", "date 2024-03-03"),
            ("3rd of March", "date --03-03"), ("29 février", "date --02-29"), ("hier", "date P-1D"), ("après-demain", "date P2D"),
            ("aujourd’hui", "date P0D"),
        ])
    func dates(_ text: String, _ expected: String) { #expect(find(text) == [expected]) }

    @Test(
        "a date that does not exist, a score or a fraction is none",
        arguments: [
            "le 31/02", "31/02/2024", "33 mars", "24/24", "mars", "1234/5678", "29/02/2023", "16.9", "2024-13-12", "10/10, je recommande",
            "5/5", "table 10/10",
        ])
    func notDates(_ text: String) { #expect(!find(text).contains { $0.hasPrefix("date") }) }

    @Test("without a year a date is the nearest to the message's own day")
    func nearestYear() {
        let december = CivilDate(year: 2025, month: 12, day: 20)
        #expect(find("le 3 janvier", sentOn: december) == ["date 2026-01-03"])
        #expect(find("le 3/11", sentOn: december) == ["date 2025-11-03"])
        #expect(find("hier", sentOn: CivilDate(year: 2026, month: 3, day: 1)) == ["date 2026-02-28"])
    }

    @Test(
        "amounts in French and English writing",
        arguments: [
            ("1 234,56 €", "amount 1234.56 EUR"), ("1\u{202F}234,56\u{A0}€", "amount 1234.56 EUR"), ("49,90€", "amount 49.90 EUR"),
            ("12€50", "amount 12.50 EUR"), ("12 € 50", "amount 12.50 EUR"),
            ("120 euros", "amount 120.00 EUR"), ("1200 EUR", "amount 1200.00 EUR"), ("€1,234.56", "amount 1234.56 EUR"),
            ("£15", "amount 15.00 GBP"), ("$9.5", "amount 9.50 USD"),
            ("12,5 €", "amount 12.50 EUR"), ("1.234,56 €", "amount 1234.56 EUR"), ("10 balles", "amount 10.00 EUR"),
            ("2 450 €", "amount 2450.00 EUR"),
        ])
    func amounts(_ text: String, _ expected: String) { #expect(find("prix : " + text) == [expected]) }

    @Test("what is no amount is none", arguments: ["12 rue", "48213", "en 2024", "3 fois"])
    func notAmounts(_ text: String) { #expect(!find(text).contains { $0.hasPrefix("amount") }) }

    @Test(
        "tracking numbers by their form, or plain behind a carrier's word",
        arguments: [
            ("RB 123 456 785 GB", "tracking_number RB123456785GB"), ("6A12345678901", "tracking_number 6A12345678901"),
            ("8R 1234 5678 901", "tracking_number 8R12345678901"),
            ("suivi : 12345678", "tracking_number 12345678"), ("Mondial Relay n° 87654321", "tracking_number 87654321"),
            ("1Z999AA10123456784", "tracking_number 1Z999AA10123456784"),
        ])
    func tracking(_ text: String, _ expected: String) { #expect(find(text) == [expected]) }

    @Test("a wrong S10 check digit is no tracking number")
    func wrongS10() { #expect(!find("RB123456786US").contains { $0.hasPrefix("tracking") }) }

    @Test(
        "postal codes stand before a place",
        arguments: [
            ("69003 Lyon", ["postal_code 69003"]), ("97400 Saint-Denis", ["postal_code 97400"]), ("48213 est parti", []),
            ("00123 Ville", []), ("75001 Évry", ["postal_code 75001"]),
        ])
    func postal(_ text: String, _ expected: [String]) { #expect(find(text).filter { $0.hasPrefix("postal") } == expected) }

    @Test(
        "British postcodes stand anywhere in an English message, with their space or without",
        arguments: [
            ("I live at SW1A 1AA", ["postal_code SW1A 1AA"]), ("my new address is m1 2ab", ["postal_code M1 2AB"]),
            ("it went to ec1a1bb instead", ["postal_code EC1A 1BB"]), ("do you deliver to LS12 4HX?", ["postal_code LS12 4HX"]),
            ("is it m112ab or M11 2AB", ["postal_code M11 2AB", "postal_code M11 2AB"]), ("the Galaxy S10 8GB is broken", []),
            ("my flat is in m1 2nd floor", []), ("the code is Q1 2AB", []), ("it says A1 2CD and AB12 3ABC", []),
        ])
    func british(_ text: String, _ expected: [String]) {
        #expect(find(text, .english).filter { $0.hasPrefix("postal") } == expected)
    }

    @Test(
        "spans of time",
        arguments: [
            ("depuis 3 semaines", "duration P3W"), ("depuis trois semaines", "duration P3W"), ("il y a quinze jours", "duration P2W"),
            ("dans quatres mois", "duration P4M"), ("il y a septs heures", "duration PT7H"), ("dans cing jours", "duration P5D"),
            ("huit jours", "duration P1W"), ("48h", "duration PT48H"),
            ("for two months", "duration P2M"), ("10 jours", "duration P10D"), ("un an", "duration P1Y"),
            ("72 h", "duration PT72H"), ("en 24h", "duration PT24H"), ("sous 2h", "duration PT2H"), ("depuis 3 h", "duration PT3H"),
            ("il y a 2h", "duration PT2H"), ("2h de retard", "duration PT2H"), ("7h d’attente", "duration PT7H"),
            ("within 2h", "duration PT2H"), ("waited 4h", "duration PT4H"), ("3 heures", "duration PT3H"),
            ("à 2h de route", "duration PT2H"),
        ])
    func durations(_ text: String, _ expected: String) { #expect(find(text) == [expected]) }

    @Test(
        "a time of day is one number, and neither a span, a sum nor an order",
        arguments: [
            ("je viens à 20h", "20h"), ("je viens à 20h30 svp", "20h30"), ("réservation de 20h30", "20h30"), ("booking 10pm", "10pm"),
            ("at 8pm", "8pm"), ("table at 20:30", "20:30"), ("9:30am", "9:30am"), ("à 20 h 30", "20 h 30"), ("vers 9 heures", "9 heures"),
            ("avant 18 heures 30.", "18 heures 30"), ("jusqu’à 19h", "19h"), ("rdv 8h", "8h"), ("a 5 heures de matin", "5 heures"),
            ("18:30h", "18:30h"),
        ])
    func times(_ text: String, _ expected: String) { #expect(matched(text) == ["number " + expected]) }

    @Test("times and sums beside each other keep apart")
    func timesBesideOthers() {
        #expect(matched("15 € 20:30") == ["amount 15.00 EUR", "number 20:30"])
        #expect(matched("de 9h à 18h") == ["number 9h", "number 18h"])
        #expect(matched("à 20 h 30 €") == ["number 20 h", "amount 30.00 EUR"])
        #expect(matched("1:20:30") == ["number 1", "number 20", "number 30"])
    }

    @Test("addresses of mail and web keep their place in the original")
    func addresses() {
        #expect(
            find("écrire à Jean.Dupont+sav@Example.org ou https://exemple.fr/x") == [
                "email jean.dupont+sav@example.org", "url https://exemple.fr/x",
            ])
    }

    @Test("an entity's span covers its characters as written")
    func spans() throws {
        var recognizer = Recognizer(Rules.rulebook([("it", [Rules.phrase("rien")])]).rulebook)
        for (text, expected) in [
            ("é prix : 1\u{202F}234,56\u{A0}€ !", "1\u{202F}234,56\u{A0}€"), ("👍 le 3 mars.", "3 mars"),
            ("+33 6 39 98 12 34", "+33 6 39 98 12 34"), ("à £15.", "£15"),
        ] {
            let entity = try #require(recognizer.understand(text, Recognizer.Context(languageHint: .french)).entities.first)
            let scalars = Array(text.unicodeScalars)
            #expect(String(String.UnicodeScalarView(scalars[entity.span])) == expected)
            #expect(String(decoding: Array(text.utf8)[entity.bytes], as: UTF8.self) == expected)
        }
    }
}

@Suite("Civil dates")
struct CivilDateTests {
    @Test("every day of four centuries comes back from its number")
    func roundTrip() throws {
        let first = try #require(CivilDate(year: 1800, month: 1, day: 1)).daysSince1970
        let last = try #require(CivilDate(year: 2200, month: 12, day: 31)).daysSince1970
        var before: CivilDate?
        for number in first...last {
            let date = CivilDate(daysSince1970: number)
            if date.daysSince1970 != number || (before.map { $0 >= date } ?? false) {
                Issue.record("\(number) gives \(date.iso)")
                return
            }
            before = date
        }
    }

    @Test("weekdays count from Monday", arguments: [("2026-11-21", 6), ("1970-01-01", 4), ("1969-12-29", 1)])
    func weekdays(_ text: String, _ expected: Int) throws {
        let parts = text.split(separator: "-").compactMap { Int($0) }
        #expect(try #require(CivilDate(year: parts[0], month: parts[1], day: parts[2])).weekday == expected)
    }

    @Test("days that do not exist are refused") func refuses() {
        #expect(CivilDate(year: 2023, month: 2, day: 29) == nil)
        #expect(CivilDate(year: 2024, month: 2, day: 29) != nil)
        #expect(CivilDate(year: 1900, month: 2, day: 29) == nil)
        #expect(CivilDate(year: 2024, month: 13, day: 1) == nil)
    }
}
