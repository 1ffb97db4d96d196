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

    @Option(
        help: ArgumentHelp("Days payloads are kept. (default: COURTOIS_RETENTION_PAYLOADS, else the settings, else 30)", valueName: "days"))
    var raw: Int?

    @Option(help: ArgumentHelp("Days texts are kept. (default: COURTOIS_RETENTION_TEXTS, else the settings, else 365)", valueName: "days"))
    var text: Int?

    func validate() throws {
        if raw.map({ $0 < 0 }) == true || text.map({ $0 < 0 }) == true {
            throw ValidationError("--raw and --text are days, and not below 0.")
        }
    }

    func run() async throws {
        let house = try store.settings.load()
        let terms = try house.retentionTerms(payloads: raw, texts: text)
        if terms.rawDays > terms.textDays {
            throw ValidationError(
                "payloads would be kept \(terms.rawDays) days and texts \(terms.textDays): --raw must not be above --text, because a payload holds the text."
            )
        }
        let (store, name) = (try store.open(.existing, house), try person.colleague().name)
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
