import IntentEngine
import Testing

@testable import Desk

struct ContentTests {
    static let leftovers: [RuleCase] = [
        .bad("F24", "Bonjour {{nom}}", "{{nom}}"),
        .bad(
            "F24", "Bonjour {nom} ${x} <b>oui</b> [NOM] **gras** %@ &nbsp;", "{nom}", "${x}", "<b>", "</b>", "[NOM]",
            "**", "**", "%@", "&nbsp;"),
        .bad("F24", "Bonjour {{nom", "{{"),
        .good("F24", "Bonjour Mme\u{A0}Martin, 3 < 5 > 2, [voir], 10\u{A0}% d’avance, Durand & fils\u{202F}; merci."),

        .bad("F25", "MERCI BEAUCOUP", "MERCI BEAUCOUP"),
        .good("F25", "Merci, votre demande RGPD SEPA. Le SAV CNIL. MERCI."),

        .bad("leftover", "XXX et TODO, lorem ipsum", "XXX", "TODO", "lorem", "ipsum"),
        .bad("leftover", "Le délai est null, nil, undefined, None, NaN.", "null", "nil", "undefined", "None", "NaN"),
        .bad("leftover", "le le colis de de Anne", "le le", "de de"),
        .bad("leftover", "Un « guillemet ouvert", "«"),
        .bad("leftover", "Un guillemet fermé »", "»"),
        .bad("leftover", "Rien () ici ( ), «\u{A0}»", "()", "( )", "«\u{A0}»"),
        .bad("leftover", "Oui,, non,. fin;;", ",,", ",.", ";;"),
        .bad("leftover", "the the", "the the", in: .english),
        .bad("leftover", "Hola {{x}}", "{{x}}", in: ProofContext(language: .other, visibility: .private)),
        .bad("leftover", "nul null", "null", in: ProofContext(language: .other, visibility: .private)),
        .good(
            "leftover",
            "Nous nous permettons de vous dire que vous vous êtes inscrit. Résultat nul. Boutros Boutros. 12 12."),
        .good("leftover", "None of our parcels had had a delay.", in: .english),
    ]

    static let personal: [RuleCase] = [
        .bad(
            "personal_data", "Écrivez à a.b@exemple.fr ou au 06 39 98 12 34.", "a.b@exemple.fr", "06 39 98 12 34",
            in: .frenchPublic),
        .bad(
            "personal_data", "commande n° 48213, FR-48213, AB12345C", "48213", "FR-48213", "AB12345C", in: .frenchPublic
        ),
        .bad("personal_data", "49,90 €, 120 euros, £15", "49,90 €", "120 euros", "£15", in: .frenchPublic),
        .bad(
            "personal_data", "au 12 bis, rue des Lilas, 3 place de la République", "12 bis, rue des Lilas",
            "3 place de la République", in: .frenchPublic),
        .bad(
            "personal_data", "at 221 Baker Street, call +44 20 7946 0000", "221 Baker Street", "+44 20 7946 0000",
            in: .englishPublic),
        .bad("personal_data", "commande 2024", "2024", in: .frenchPublic),
        .bad("personal_data", "IBAN FR76 3000 6000 0112 3456 7890 189.", "FR76 3000 6000 0112 3456 7890 189"),
        .bad(
            "personal_data", "carte 4111 1111 1111 1111 ou 5500-0000-0000-0004", "4111 1111 1111 1111",
            "5500-0000-0000-0004"),
        .bad(
            "personal_data", "4111\u{A0}1111\u{A0}1111\u{A0}1111", "4111\u{A0}1111\u{A0}1111\u{A0}1111",
            in: ProofContext(language: .undetermined, visibility: .public)),
        .good(
            "personal_data", "le 3 mars 2024, le 12/03/2024, en 2025, référence AV-118, le 112, 12 places, 3 jours",
            in: .frenchPublic),
        .good("personal_data", "commande n° 48213, 06 39 98 12 34, a@exemple.fr, 12 rue des Lilas, 49,90 €"),
        .good("personal_data", "FR76 3000 6000 0112 3456 7890 188 et 4111 1111 1111 1112"),
    ]

    static let languages: [RuleCase] = [
        .bad(
            "language", "Thank you for your message. We will reply to you by Thursday.",
            "Thank you for your message. We will reply to you by Thursday"),
        .bad(
            "language", "Merci de votre message, nous vous répondrons.", "Merci de votre message, nous vous répondrons",
            in: .english),
        .bad(
            "language",
            "Nous avons bien reçu votre demande et nous la traitons avec soin. Thank you for your patience with this.",
            "Thank you for your patience with this."),
        .good("language", "Merci pour votre commande « The Best of You »."),
        .good("language", "Thank you, Mme de La Tour.", in: .english),
    ]

    static let measures: [RuleCase] = [
        .bad("count.apology", "Nous sommes désolés. Nous vous présentons nos excuses.", "excuses"),
        .bad("count.apology", "We’re sorry and we apologise.", "apologise", in: .english),
        .good("count.apology", "Nous regrettons cette attente."),
        .bad("count.invitation", "N’hésitez pas à écrire. N’hésitez surtout pas.", "N’hésitez surtout pas"),
        .good("count.invitation", "N’hésitez pas à écrire."),
        .bad("count.exclamation", "Merci\u{202F}! À bientôt\u{202F}!", "!"),
        .bad("count.exclamation", "Merci\u{202F}!", "!", in: .french.with { $0.isDissatisfied = true }),
        .good("count.exclamation", "Merci\u{202F}! À bientôt."),
        .bad("count.question", "Quand\u{202F}? Où\u{202F}?", "?"),
        .good("count.question", "Quand\u{202F}? Voir https://exemple.fr/?a."),
        .bad("emoji", "Merci 😊", "😊"),
        .bad("emoji", "Merci 👨‍👩‍👧 et ❤️ :-)", "❤️", ":-)", in: .french.with { $0.allowsEmoji = true }),
        .good("emoji", "Merci 👍🏽", in: .french.with { $0.allowsEmoji = true }),
        .good("emoji", "© 2024 Maison™, n°\u{A0}3"),
        .bad(
            "length", "Merci beaucoup", "beaucoup",
            in: .french.with { $0.length = LengthLimit(unit: .characters, most: 6) }),
        .good("length", "Merci", in: .french.with { $0.length = LengthLimit(unit: .characters, most: 5) }),
    ]

    @Test(arguments: leftovers)
    func `Nothing of a template or a draft is left`(_ example: RuleCase) { example.verify() }

    @Test(arguments: personal)
    func `No personal data in public, no bank number anywhere`(_ example: RuleCase) { example.verify() }

    @Test(arguments: languages)
    func `A reply is in the language of its message`(_ example: RuleCase) { example.verify() }

    @Test(arguments: measures)
    func `A reply says each thing once and fits`(_ example: RuleCase) { example.verify() }

    @Test func `A sentence has 25 words at most, and a colon ends one`() {
        let words = Array(repeating: "mot", count: 13).joined(separator: " ")
        RuleCase.good("sentence_length", "\(words)\u{A0}: \(words).").verify()
        RuleCase.bad("sentence_length", "\(words) \(words).", "\(words) \(words).").verify()
    }
}
