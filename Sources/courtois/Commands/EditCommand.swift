import ArgumentParser
import Desk
import Foundation
import IntentEngine
import IntentFiles
import SQLiteStore

/// `courtois edit CASE@VERSION < reply.txt`
struct EditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit", abstract: "Put a text of your own in the place of a case's draft.",
        discussion: """
            The text is read from standard input and proofread; typography that can be mended in one way only is mended. What \
            is found is printed and kept with the draft. The draft still has to be approved.
            """)

    @OptionGroup var rules: RulesOption
    @OptionGroup var options: ReviewOptions

    func run() async throws {
        let loaded = try rules.load()
        let store = try options.store.open()
        let file = try await store.caseFile(options.named.number)
        let given = String(decoding: FileHandle.standardInput.readDataToEndOfFile(), as: UTF8.self)
        let (action, findings) = loaded.replyProofreader().edit(given.trimmingCharacters(in: .newlines), of: file)
        for finding in findings {
            Terminal.write("  \(finding.rule): \(finding.cause) — \(finding.remedy)\n", to: .error)
        }
        try await options.run(action)
    }
}
