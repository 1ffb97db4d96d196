import ArgumentParser
import IntentFiles

/// `courtois settings`: an example to start from.
struct SettingsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "settings", abstract: "Print an annotated courtois.yaml to start from.",
        discussion: "Flags come before the environment (COURTOIS_…), and that before the file. What is missing has the value shown.")

    func run() { Terminal.write(SettingsExample.text, to: .output) }
}
