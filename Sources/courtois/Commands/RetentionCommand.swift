import ArgumentParser
import Desk
import SQLiteStore

/// `courtois retention`: forgets what is older than it is kept.
struct RetentionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retention", abstract: "Forget what is older than it is kept; to be run every day.",
        discussion: """
            Payloads as channels sent them go first, then texts: messages, their authors, drafts, notes, evidence and the words of \
            audit rows. Figures, counts and the audit chain are kept. What belongs to a case that waits is left alone.
            """)

    @OptionGroup var store: StoreOption
    @OptionGroup var person: PersonOption

    @Option(help: ArgumentHelp("Days payloads are kept.", valueName: "days"))
    var raw = 30

    @Option(help: ArgumentHelp("Days texts are kept.", valueName: "days"))
    var text = 365

    func validate() throws {
        if raw < 0 || text < 0 { throw ValidationError("--raw and --text are days, and not below 0.") }
        if raw > text { throw ValidationError("--raw must not be above --text: a payload holds the text.") }
    }

    func run() async throws {
        let store = try store.open()
        let (terms, name) = (RetentionTerms(rawDays: raw, textDays: text), try person.colleague().name)
        let now = SystemClock.now()
        let report = try await StoreOption.saying { () async throws(StoreFailure) in try await store.retain(terms, by: name, at: now) }
        let parts = [
            Counted.noun(report.payloads, "payload"), "the texts of " + Counted.messages(report.messages),
            Counted.noun(report.drafts, "draft"),
        ]
        Terminal.write("Forgotten: \(parts.joined(separator: ", ")).\n", to: .output)
    }
}

/// `courtois backup FILE`: a copy of the store, while it is at work.
struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Copy the store to a new file while it is at work.",
        discussion: """
            The copy is whole, as the store was at one moment, and a store itself. To restore it, stop what uses the store, \
            remove its file and those beside it that end in -wal and -shm, put the copy in its place and run \
            “courtois audit verify”.
            """)

    @OptionGroup var store: StoreOption

    @Argument(help: ArgumentHelp("The copy; must not exist yet.", valueName: "file"))
    var file: String

    func run() async throws {
        let store = try store.open()
        let file = file
        try await StoreOption.saying { () async throws(StoreFailure) in try await store.backup(to: file) }
        Terminal.write("Copied to \(file).\n", to: .output)
    }
}
