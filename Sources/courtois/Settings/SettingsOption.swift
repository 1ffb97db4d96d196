import ArgumentParser
import Channels
import Foundation
import IntentEngine
import IntentFiles

/// Where the settings are.
struct SettingsOption: ParsableArguments {
    @Option(
        name: .customLong("settings"),
        help: ArgumentHelp(
            "File of settings. (default: COURTOIS_SETTINGS, else courtois.yaml in the working directory, if there is one)",
            valueName: "file"))
    var file: String?

    private static let fallback = "courtois.yaml"
    private static let mostBytes = 1 << 20

    /// The settings; their mistakes are printed and end the program. Without a file, those of a house without channels.
    func load() throws -> HouseSettings {
        let named = file ?? Terminal.environment("COURTOIS_SETTINGS").flatMap { $0.isEmpty ? nil : $0 }
        let path = named ?? Self.fallback
        guard named != nil || FileManager.default.fileExists(atPath: path) else { return HouseSettings() }
        guard let data = FileManager.default.contents(atPath: path), data.count <= Self.mostBytes,
            let text = String(validating: data, as: UTF8.self)
        else { throw ValidationError("the settings “\(path)” cannot be read: name a file of text of at most 1 MiB with --settings.") }
        let (settings, findings) = SettingsFile.read(text, name: path, channels: ChannelDirectory.routes)
        guard findings.isEmpty else {
            for finding in findings.sorted(by: { $0.place < $1.place }) {
                let place = "\(finding.place.file):\(finding.place.line):\(finding.place.column)"
                Terminal.write("\(place): \(finding.cause) — \(finding.remedy)\n", to: .error)
            }
            throw ExitCode(2)
        }
        return settings
    }
}
