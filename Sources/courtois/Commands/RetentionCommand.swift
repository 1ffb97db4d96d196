import ArgumentParser
import Desk
import SQLiteStore

/// `courtois retention`: forgets what is older than it is kept.
struct RetentionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retention", abstract: "Forget what is older than it is kept; to be run every day.",
        discussion: """
            Texts go: messages, their authors, drafts, notes, evidence and the words of audit rows. Figures, counts and the \
            audit chain are kept. What belongs to a case that waits is left alone.
            """)

    @OptionGroup var store: StoreOption
    @OptionGroup var person: PersonOption

    @Option(help: ArgumentHelp("Days texts are kept. (default: COURTOIS_RETENTION_TEXTS, else the settings, else 365)", valueName: "days"))
    var text: Int?

    func validate() throws {
        if let text, text < 0 { throw ValidationError("--text is days, and not below 0.") }
    }

    func run() async throws {
        let house = try store.settings.load()
        let terms = try house.retentionTerms(texts: text)
        let (store, name) = (try store.open(.existing, house), try person.colleague().name)
        let now = SystemClock.now()
        let report = try await StoreOption.saying { () async throws(StoreFailure) in try await store.retain(terms, by: name, at: now) }
        let parts = ["the texts of " + Counted.messages(report.messages), Counted.noun(report.drafts, "draft")]
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
