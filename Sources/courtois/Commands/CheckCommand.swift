import ArgumentParser
import IntentEngine
import IntentFiles
import Spelling

/// `courtois check`: the linter and the authors' test run.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Check a rulebook: its files, its examples, its collisions and every reply it can give.",
        discussion: "Findings are printed as file:line:column: cause — remedy. Exit code 0 without findings, 2 with.")

    @Flag(help: "Also list the phrases that no example and no counter-example reaches.")
    var coverage = false

    @Argument(help: ArgumentHelp("Folder of the rulebook.", valueName: "folder"))
    var folder: String?

    func run() async throws {
        let path = folder ?? RulesOption.defaultPath
        let checked = RulebookLinter.check(path) { HunspellDictionary(accepted: $0) }
        let (loaded, findings) = (checked.loaded, checked.findings)
        for finding in findings { Terminal.write(finding.line(in: path) + "\n", to: .output) }
        let rulebook = loaded.rulebook
        let examples = loaded.tests.reduce(0) { $0 + $1.examples.count + $1.counterexamples.count }
        let sizes =
            "\(rulebook.intents.count) intents, \(rulebook.signals.count) signals, \(rulebook.patternCount) patterns, \(examples) examples"
        let outcome = findings.isEmpty ? "no finding" : "\(findings.count) finding\(findings.count == 1 ? "" : "s")"
        Terminal.write("\(sizes): \(outcome) (rulebook \(loaded.hash))\n", to: .error)
        if coverage { Self.reportCoverage(of: loaded, path) }
        if !checked.isSpelled { Terminal.write("No Hunspell dictionary is installed: spelling was not checked.\n", to: .error) }
        if !findings.isEmpty { throw ExitCode(2) }
    }

    private static func reportCoverage(of loaded: LoadedRulebook, _ path: String) {
        guard loaded.findings.isEmpty else {
            Terminal.write("Coverage is counted once the rules load: correct the findings first.\n", to: .error)
            return
        }
        let coverage = ExampleCoverage(loaded)
        for phrase in coverage.unreached {
            let place = phrase.place
            Terminal.write("\(path)/\(place.file):\(place.line):\(place.column): no example reaches “\(phrase.text)”\n", to: .output)
        }
        let reached = coverage.phraseCount - coverage.unreached.count
        Terminal.write("\(reached) of \(coverage.phraseCount) phrases are reached by an example\n", to: .error)
    }
}
