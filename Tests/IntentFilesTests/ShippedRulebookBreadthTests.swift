import Desk
import Foundation
import IntentEngine
import IntentFiles
import Testing

/// How much the shipped rulebook has to say, beyond what the linter asks of every rulebook.
@Suite("Breadth of the shipped rulebook")
struct ShippedRulebookBreadthTests {
    private static let loaded = RulebookLoader.load(
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("intents").path)

    @Test("every intent and signal has eight examples and five counter-examples in each language")
    func examples() {
        #expect(Self.loaded.tests.count > 80)
        for tests in Self.loaded.tests {
            for language in Language.ruled {
                #expect(tests.examples.count { $0.language == language } >= 8, "\(tests.name) \(language.rawValue)")
                #expect(tests.counterexamples.count { $0.language == language } >= 5, "\(tests.name) \(language.rawValue)")
            }
        }
    }

    @Test("every phrase of an intent or a signal is reached by an example or a counter-example")
    func coverage() {
        let unreached = ExampleCoverage(Self.loaded).unreached.filter { $0.place.file != "polarity.yaml" }
        #expect(unreached.map { "\($0.place.file):\($0.place.line): \($0.text)" } == [])
    }

    @Test("every answer the bot drafts, and every holding reply, comes in three wordings at least")
    func replies() {
        let library = Self.loaded.library
        for (number, intent) in Self.loaded.policy.intents.enumerated() where intent.action == .draft {
            for language in Language.ruled {
                for visibility in Message.Visibility.allCases {
                    let count = library.entries(ReplyLibrary.Key(.body(number), language, visibility)).count
                    #expect(count >= 3, "\(Self.loaded.rulebook.intents[number]) \(language.rawValue) \(visibility.rawValue)")
                }
            }
        }
        for holding in library.holdings {
            for language in Language.ruled {
                let counts = Message.Visibility.allCases.map { library.entries(ReplyLibrary.Key(.holding(holding), language, $0)).count }
                #expect(counts.contains { $0 >= 3 }, "\(holding) \(language.rawValue)")
            }
        }
    }

    @Test("no more than forty phrases for an intent and language without a reason in the file")
    func phrases() throws {
        for intent in Self.loaded.source.intents {
            for language in Language.ruled {
                let phrases = intent.patterns.filter { $0.role == .phrase && $0.language == language }
                guard phrases.count > 40, let place = phrases.first?.place else { continue }
                let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
                    .deletingLastPathComponent()
                    .appendingPathComponent("intents/" + place.file)
                #expect(try String(contentsOf: file, encoding: .utf8).contains("# More than forty phrases:"), "\(intent.name)")
            }
        }
    }
}
