import IntentEngine
import Testing

@testable import Desk

/// The bad and good example of each typography rule, from the table of the language study, § 6.6.
struct StudyRuleTableTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let rule: ProofRule.ID
        let bad: String
        let good: String
        var testDescription: String { rule }
        var context: ProofContext { rule.hasPrefix("F") ? .french : .english }
    }

    static let rows: [Row] = [
        Row(rule: "F01", bad: "Merci !", good: "Merci\u{202F}!"),
        Row(rule: "F02", bad: "Bonjour : merci", good: "Bonjour\u{A0}: merci"),
        Row(rule: "F03", bad: "« Mes commandes »", good: "«\u{A0}Mes commandes\u{A0}»"),
        Row(rule: "F04", bad: "le \"suivi\"", good: "le «\u{A0}suivi\u{A0}»"),
        Row(rule: "F05", bad: "l'équipe", good: "l’équipe"),
        Row(rule: "F06", bad: "49.90 €", good: "49,90\u{A0}€"),
        Row(rule: "F07", bad: "1 234,56\u{A0}€", good: "1\u{202F}234,56\u{A0}€"),
        Row(rule: "F08", bad: "10 %", good: "10\u{A0}%"),
        Row(rule: "F09", bad: "à 14h30", good: "à 14\u{A0}h\u{A0}30"),
        Row(rule: "F10", bad: "le 1 mars", good: "le 1er\u{A0}mars"),
        Row(rule: "F11", bad: "le Lundi", good: "le lundi"),
        Row(rule: "F12", bad: "Merci .", good: "Merci."),
        Row(rule: "F13", bad: "Bonjour,merci", good: "Bonjour, merci"),
        Row(rule: "F14", bad: "Nous  vous", good: "Nous vous"),
        Row(rule: "F15", bad: "Bien sûr...", good: "Bien sûr…"),
        Row(rule: "F16", bad: "Merci !!", good: "Merci\u{202F}!"),
        Row(rule: "F17", bad: "de tout coeur", good: "de tout cœur"),
        Row(rule: "F18", bad: "A bientôt", good: "À bientôt"),
        Row(rule: "F19", bad: "que il soit", good: "qu’il soit"),
        Row(rule: "F20", bad: "Pouvez vous préciser ?", good: "Pouvez-vous préciser\u{202F}?"),
        Row(rule: "F21", bad: "Bonjour Mr Durand", good: "Bonjour M.\u{A0}Durand"),
        Row(rule: "F22", bad: "commande N°48213", good: "commande n°\u{A0}48213"),
        Row(rule: "F23", bad: "01.99.00.12.34", good: "01\u{A0}99\u{A0}00\u{A0}12\u{A0}34"),
        Row(rule: "F24", bad: "Bonjour {{nom}}", good: "Bonjour Mme\u{A0}Martin"),
        Row(rule: "F25", bad: "MERCI BEAUCOUP", good: "Merci beaucoup"),
        Row(rule: "F26", bad: "Merci - à bientôt", good: "Merci\u{A0}– à bientôt"),
        Row(rule: "F27", bad: "svp", good: "s’il vous plaît"),
        Row(rule: "F28", bad: "Nous pouvons t’aider", good: "Nous pouvons vous aider"),
        Row(rule: "F29", bad: "le 2ème envoi", good: "le 2e envoi"),
        Row(rule: "F30", bad: "merci de votre message", good: "Merci de votre message."),
        Row(rule: "E01", bad: "Thank you !", good: "Thank you!"),
        Row(rule: "E02", bad: "we're", good: "we’re"),
        Row(rule: "E03", bad: "« orders »", good: "“orders”"),
        Row(rule: "E04", bad: "49,90 €", good: "€49.90"),
        Row(rule: "E05", bad: "on 03/04/2024", good: "on 3 April 2024"),
        Row(rule: "E06", bad: "on monday", good: "on Monday"),
        Row(rule: "E07", bad: "i understand", good: "I understand"),
        Row(rule: "E08", bad: "We apologize", good: "We apologise"),
        Row(rule: "E09", bad: "Thanks!!", good: "Thanks!"),
        Row(rule: "E10", bad: "pls", good: "please"),
        Row(rule: "E11", bad: "could of", good: "could have"),
        Row(rule: "E12", bad: "at 2pm", good: "at 2 pm"),
        Row(rule: "E13", bad: "Sure...", good: "Sure…"),
        Row(rule: "E14", bad: "Dear {{name}}", good: "Dear Jane"),
    ]
    /// The rules whose faults are mended without a person, as the study lists them.
    private static let mending: Set<ProofRule.ID> = [
        "F01", "F02", "F03", "F04", "F05", "F06", "F07", "F08", "F12", "F14", "F15", "F16", "F23", "E01", "E13",
    ]

    @Test(arguments: rows)
    func `A rule finds its bad example and lets every good one of its language pass`(_ row: Row) {
        #expect(Proofreader().findings(in: row.bad, row.context).contains { $0.rule == row.rule })
        for other in Self.rows where other.context == row.context {
            #expect(
                !Proofreader().findings(in: other.good, row.context).contains {
                    $0.rule == row.rule && $0.rule != "F30"
                })
        }
    }

    @Test(arguments: rows)
    func `Only the rules of the list mend, and they mend their bad example into their good one`(_ row: Row) {
        let corrected = Proofreader().corrected(row.bad, row.context)
        if Self.mending.contains(row.rule) {
            #expect(corrected == row.good)
        } else {
            #expect(Proofreader().findings(in: corrected, row.context).contains { $0.rule == row.rule })
        }
    }
}
