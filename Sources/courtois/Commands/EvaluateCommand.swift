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
            left out. A message for which nothing is claimed counts as wrong.
            """)

    @OptionGroup var rules: RulesOption

    @Argument(help: ArgumentHelp("Labelled messages, JSON lines.", valueName: "file"))
    var file: String

    @Option(help: ArgumentHelp("Which intents count as right for each label.", valueName: "file"))
    var map: String?

    @Option(help: ArgumentHelp("Confusions shown.", valueName: "count"))
    var confusions = 20

    @Flag(help: "Print JSON.")
    var json = false

    func run() async throws {
        let loaded = try rules.load()
        let lines = try LabelledLines(path: file).lines
        let map = try map.map(LabelledLines.map(path:))
        let figures = measure(lines, map, loaded)
        if json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
            Terminal.write(String(decoding: try encoder.encode(figures), as: UTF8.self) + "\n", to: .output)
        } else {
            Terminal.write(table(figures, loaded.hash), to: .output)
        }
    }

    private func measure(_ lines: [LabelledLines.Line], _ map: [String: [String]]?, _ loaded: LoadedRulebook) -> IntentFigures {
        var desk = loaded.makeDesk()
        var figures = IntentFigures()
        let names = Set(loaded.rulebook.intents)
        for line in lines {
            // A label may hold signs that a file's name cannot.
            let accepted = Set(line.label.flatMap { map?[$0] ?? (map == nil ? [RulebookScaffold.name($0)] : []) }).intersection(names)
            guard let label = line.label.first, !accepted.isEmpty else {
                figures.skip()
                continue
            }
            let understanding = desk.understand(Message(id: "", text: line.text))
            let claimed = understanding.intents.map { loaded.rulebook.intents[$0.intent] }
            let best = (understanding.intents + understanding.candidates).max { $0.points < $1.points }
            figures.count(label: label, accepted: accepted, claimed: claimed, best: best.map { loaded.rulebook.intents[$0.intent] })
            if let lang = line.lang { figures.countLanguage(isRight: understanding.language.ruled.rawValue == lang) }
        }
        return figures
    }

    private func table(_ figures: IntentFigures, _ hash: String) -> String {
        func row(_ name: String, _ count: Int, _ whole: Int) -> String {
            name.padding(toLength: 20, withPad: " ", startingAt: 0) + Figure.share(figures.share(count, of: whole))
                + "  \(count) of \(whole)"
        }
        let answered = figures.messages - figures.abstained
        var rows = [
            "\(file), rulebook \(hash)", row("accuracy", figures.correct, figures.messages),
            row("  where claimed", figures.correct, answered), row("  any claimed", figures.listed, figures.messages),
            row("  best if forced", figures.forced, figures.messages),
            "macro F1".padding(toLength: 20, withPad: " ", startingAt: 0) + Figure.share(figures.macroF1),
            row("abstention", figures.abstained, figures.messages),
        ]
        if figures.languageKnown > 0 { rows.append(row("language", figures.languageRight, figures.languageKnown)) }
        if figures.skipped > 0 { rows.append("\(figures.skipped) lines left out: their label is not in the map or the rulebook") }
        if !figures.worst.isEmpty { rows.append("confusions:") }
        for (confusion, count) in figures.worst.prefix(confusions) {
            rows.append(
                String(repeating: " ", count: max(0, 6 - String(count).count)) + "\(count)  \(confusion.label) → \(confusion.predicted)")
        }
        return rows.joined(separator: "\n") + "\n"
    }
}
