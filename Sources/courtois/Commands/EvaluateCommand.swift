import ArgumentParser
import Desk
import Foundation
import IntentEngine
import IntentFiles

/// `courtois evaluate FILE`: how well the rulebook does on labelled messages.
struct EvaluateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate", abstract: "Measure the rulebook on labelled messages.",
        discussion: """
            A line of the file is {"text": …, "label": …}; a label may be a list. Labels that are no intents of the rulebook need \
            a map, a JSON object from each label to the intents that count as right for it; labels that are not in the map are \
            left out. A message for which nothing is claimed counts as wrong. Labels positive, negative and neutral measure polarity; \
            hateful and non-hateful measure moderation; lines with “text” and “clean” measure what misspellings change.
            """)

    @OptionGroup var rules: RulesOption

    @Argument(help: ArgumentHelp("Labelled messages, JSON lines; - for standard input.", valueName: "file"))
    var file: String

    @Option(help: ArgumentHelp("Which intents count as right for each label.", valueName: "file"))
    var map: String?

    @Option(
        help: ArgumentHelp(
            "What the labels are: intents, polarity, moderation or pairs. (default: told from the file)", valueName: "measure"))
    var measure: Measure?

    @Option(help: ArgumentHelp("Confusions shown.", valueName: "count"))
    var confusions = 20

    @Flag(help: "Print JSON.")
    var json = false

    func run() async throws {
        let loaded = try rules.load()
        let labelled = try LabelledLines(path: file)
        var evaluation = Evaluation(loaded, map: try map.map(LabelledLines.map(path:)))
        let figures = evaluation.figures(labelled.lines, measure ?? labelled.measure)
        if json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
            Terminal.write(String(decoding: try encoder.encode(figures), as: UTF8.self) + "\n", to: .output)
            return
        }
        var lines = ["\(file), rulebook \(loaded.hash)"] + figures.rows.map(\.line)
        if let worst = (figures as? IntentFigures)?.worst.prefix(confusions), !worst.isEmpty {
            lines.append("confusions:")
            lines += worst.map { confusion, count in
                String(repeating: " ", count: max(0, 6 - String(count).count)) + "\(count)  \(confusion.label) → \(confusion.predicted)"
            }
        }
        Terminal.write(lines.joined(separator: "\n") + "\n", to: .output)
    }
}

extension Measure: ExpressibleByArgument {}
