import IntentEngine
import Testing

@testable import Desk

struct CorrectionTests {
    struct Mend: Sendable, CustomTestStringConvertible {
        let from: String
        let to: String
        var context = ProofContext.french
        var testDescription: String { from }
    }

    static let mends: [Mend] = [
        Mend(from: "Bonjour , merci !! Quand  ?", to: "Bonjour, merci\u{202F}! Quand\u{202F}?"),
        Mend(from: "Montant :49.90€...", to: "Montant\u{A0}:49,90\u{A0}€…"),
        Mend(from: "€1,234.56 puis 1 234,5 €", to: "1\u{202F}234,56\u{A0}€ puis 1\u{202F}234,5\u{A0}€"),
        Mend(from: "1,234 € et €5€", to: "1,234\u{A0}€ et €5\u{A0}€"),
        Mend(from: "l'«oui» de \"non\"!", to: "l’«\u{A0}oui\u{A0}» de «\u{A0}non\u{A0}»\u{202F}!"),
        Mend(from: "« un \"deux\" »", to: "«\u{A0}un \"deux\"\u{A0}»"),
        Mend(
            from: "au 0199001234 ou +33 1.99.00.12.34",
            to: "au 01\u{A0}99\u{A0}00\u{A0}12\u{A0}34 ou +33\u{A0}1\u{A0}99\u{A0}00\u{A0}12\u{A0}34"),
        Mend(
            from: "Ah https://a.fr/x?y=1;z!=2 ! et l'a@b.fr", to: "Ah https://a.fr/x?y=1;z!=2\u{202F}! et l’a@b.fr"),
        Mend(from: "De 12:30 à 10% :)", to: "De 12:30 à 10\u{A0}% :)"),
        Mend(from: "`a : b` {{nom : x}} d'@marque : oui", to: "`a : b` {{nom : x}} d'@marque\u{A0}: oui"),
        Mend(from: "Deux points.. et plus", to: "Deux points.. et plus"),
        Mend(from: "e\u{301}te' l'e\u{301}te\u{301}", to: "e\u{301}te' l’e\u{301}te\u{301}"),
        Mend(from: "Merci\u{202F}!", to: "Merci !", context: .sms),
        Mend(from: "Merci! 10% .... l'an : « a »", to: "Merci ! 10 %... l'an : « a »", context: .sms),
        Mend(from: "Merci ! Oui : non", to: "Merci! Oui: non", context: .french.with { $0.typography = .eu }),
        Mend(
            from: "Merci ! 1 234 €", to: "Merci\u{A0}! 1\u{A0}234\u{A0}€",
            context: .french.with { $0.typography = .nbspOnly }),
        Mend(from: "Hello , sure...  it's 5 € !!", to: "Hello, sure… it's 5 €!!", context: .english),
        Mend(from: "Hola !", to: "Hola !", context: ProofContext(language: .other, visibility: .private)),
        Mend(from: "", to: ""),
    ]

    @Test(arguments: mends)
    func `Only what has one right form is mended`(_ mend: Mend) {
        let corrected = Proofreader().corrected(mend.from, mend.context)
        #expect(Array(corrected.unicodeScalars) == Array(mend.to.unicodeScalars), "\(corrected.debugDescription)")
    }
}
