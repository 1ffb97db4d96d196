import IntentEngine
import Testing

@testable import Desk

struct EnglishTypographyTests {
    static let cases: [RuleCase] = [
        bad("E01", "Thank you !", " !"),
        bad("E01", "Hello , thanks . Why ?", " ,", " .", " ?"),
        good("E01", "Thank you! A ratio of .5, and :) or .NET."),
        bad("E02", "we're \"here\"", "'", "\"", "\""),
        bad("E02", "our customers' orders", "'"),
        good("E02", "we’re “here”, 5'10"),
        .good("E02", "we're", in: .english.with { $0.typography = .plain }),
        bad("E03", "« orders »", "«", "»"),
        good("E03", "“orders”"),
        bad("E04", "49,90 €", "49,90 €"),
        bad("E04", "€49,90 or € 5", "€49,90", "€ 5"),
        good("E04", "€49.90, £1,234.56, $5"),
        bad("E05", "on 03/04/2024", "03/04/2024"),
        good("E05", "on 3 April 2024, 1/2, https://example.com/03/04/2024"),
        bad("E06", "on monday, in march, the 3 may", "monday", "march", "may"),
        good("E06", "on Monday, you may march"),
        bad("E07", "i understand, and i’m sorry", "i", "i"),
        good("E07", "I understand, i.e. (i) all"),
        bad("E08", "We apologize for the color", "apologize", "color"),
        bad("E08", "Organizations canceled", "Organizations", "canceled"),
        good("E08", "We apologise for the colour. The size."),
        bad("E09", "Thanks!! Really?!", "!!", "?!"),
        good("E09", "Thanks! Really?"),
        bad("E10", "pls tell u ASAP", "pls", "u", "ASAP"),
        good("E10", "please tell you, U.S. and u-turns"),
        bad("E11", "We could of, its been, your welcome.", "could of", "its been", "your welcome"),
        good("E11", "We would of course help. Your welcome pack. Its price. It’s been."),
        bad("E12", "at 2pm or 14h30, 48h", "2pm", "14h30", "48h"),
        good("E12", "at 2 pm, 2.30 pm or 14:30"),
        bad("E13", "Sure...  yes", "...", "  "),
        good("E13", "Sure… yes"),
        bad("E14", "Dear {{name}}", "{{name}}"),
        bad("E14", "THANK YOUR TEAM", "THANK YOUR TEAM"),
        good("E14", "Dear Jane, your GDPR request"),
    ]

    private static func bad(_ rule: ProofRule.ID, _ text: String, _ faults: String...) -> RuleCase {
        RuleCase(rule: rule, text: text, faults: faults, context: .english)
    }

    private static func good(_ rule: ProofRule.ID, _ text: String) -> RuleCase { .good(rule, text, in: .english) }

    @Test(arguments: cases)
    func `English has its own marks, figures and spelling`(_ example: RuleCase) { example.verify() }
}
