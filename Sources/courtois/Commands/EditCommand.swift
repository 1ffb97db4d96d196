import ArgumentParser
import Desk
import Foundation
import IntentEngine
import IntentFiles
import SQLiteStore
import Spelling

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
        let number = options.named.number
        guard let file = try await StoreOption.saying({ () async throws(StoreFailure) in try await store.file(of: number) }) else {
            throw ValidationError("there is no case \(number).")
        }
        let given = String(decoding: FileHandle.standardInput.readDataToEndOfFile(), as: UTF8.self)
        let reply = Proofreading(loaded).read(given.trimmingCharacters(in: .newlines), for: file.case)
        for finding in reply.findings {
            Terminal.write("  \(finding.rule): \(finding.cause) — \(finding.remedy)\n", to: .error)
        }
        try await options.run(.edit(text: reply.text, findings: reply.findings))
    }
}

/// Reads a colleague's reply as the bot's own are read.
struct Proofreading {
    private let proofreader: Proofreader
    private let brand: Brand

    init(_ loaded: LoadedRulebook) {
        proofreader = Proofreader(spelling: HunspellDictionary(accepted: loaded.ownWords))
        brand = loaded.brand
    }

    /// The text with its plain faults mended, and what is still held against it.
    func read(_ text: String, for item: Case) -> (text: String, findings: [DraftFinding]) {
        let channel = brand.channel(item.conversation.channel)
        let visibility = item.draft?.visibility ?? item.question.visibility
        var context = ProofContext(language: item.draft?.language ?? item.question.language, visibility: visibility)
        context.register = brand.register
        context.typography = channel?.typography ?? .full
        context.length = channel?.limit(visibility)
        context.allowsEmoji = channel?.allowsEmoji ?? false
        context.allowedPromises = brand.allowedPromises
        let mended = proofreader.corrected(text, context)
        return (mended, proofreader.findings(in: mended, context).map(DraftFinding.init))
    }
}
