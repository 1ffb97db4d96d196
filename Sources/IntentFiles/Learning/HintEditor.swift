import IntentEngine
import Foundation

/// Writes learned hints into the files of a rulebook.
public struct HintEditor {
    private let folder: String
    private let files: [String: String]

    /// - Parameter tests: Where each intent's file is.
    public init(folder: String, tests: [RuleTests]) {
        self.folder = folder
        files = Dictionary(tests.filter { !$0.isSignal }.map { ($0.name, $0.place.file) }, uniquingKeysWith: { first, _ in first })
    }

    /// The path of an intent's file below the folder.
    public func file(of intent: String) -> String? { files[intent] }

    /// Puts the hints of every intent into its file; those that would not change are left alone.
    ///
    /// - Returns: The files that were written.
    public func write(_ hints: HintLearner.Hints, intents: [String]) throws -> [String] {
        var written: [String] = []
        for intent in intents {
            guard let file = files[intent] else { continue }
            let url = URL(fileURLWithPath: folder).appendingPathComponent(file)
            let text = try String(contentsOf: url, encoding: .utf8)
            let changed = HintBlock.replacing(in: text, with: hints.compactMapValues { $0[intent] })
            guard changed != text else { continue }
            try changed.write(to: url, atomically: true, encoding: .utf8)
            written.append(file)
        }
        return written
    }
}
