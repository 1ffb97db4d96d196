import ArgumentParser
import Desk
import IntentFiles
import SQLiteStore

/// `courtois receive`: standard input to the store.
struct ReceiveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "receive", abstract: "Read messages from standard input, decide them and keep them for review.",
        discussion: """
            Each decision is written once its message, case, draft and audit row are on the disk. A message that was here \
            before, by channel, account and id, gives the decision that was made then. A line without an id cannot be known \
            again: it is a new message each time. Card numbers, IBAN and passwords are masked before anything is kept.
            """)

    @OptionGroup var rules: RulesOption
    @OptionGroup var store: StoreOption
    @OptionGroup var undo: UndoOption

    @Option(help: ArgumentHelp("How lines are read: auto, jsonl or text.", valueName: "format"))
    var input: MessageReader.Format = .auto

    @Option(
        help: ArgumentHelp(
            "Who reads the reply when a message does not say: public or private. (default: public for comments, reviews and mentions, else private)",
            valueName: "visibility"))
    var visibility: Message.Visibility?

    @Option(help: ArgumentHelp("Channel of messages that do not say.", valueName: "name"))
    var channel: String?

    @Option(
        help: ArgumentHelp(
            "Messages decided at the same time, while one thread keeps others. (default: one for each processor but one)",
            valueName: "count"))
    var jobs: Int?

    @Option(help: ArgumentHelp("Longest line taken, in bytes.", valueName: "bytes"))
    var maxLine = 256 * 1024

    @Flag(help: "Write no decisions, only what was refused.")
    var quiet = false

    func validate() throws {
        if let jobs, !(1...64).contains(jobs) { throw ValidationError("--jobs must be from 1 to 64.") }
        if !(1...(64 << 20)).contains(maxLine) { throw ValidationError("--max-line must be from 1 to \(64 << 20).") }
    }

    func run() async throws {
        let loaded = try rules.load()
        let store = try store.open(.creating, times: ReviewTimes(undo: undo.undo))
        Terminal.ignoreBrokenPipes()
        let spelling = loaded.dictionary()
        let workers = (0..<(jobs ?? min(64, max(1, Terminal.processorCount - 1)))).map { _ in
            ReceiveWorker(desk: loaded.desk(spelling: spelling))
        }
        let known = try await StoreOption.saying { () async throws(StoreFailure) in try await store.draftedTexts(most: DraftedTexts.most) }
        for (conversation, used) in RememberedTexts(known, in: loaded.library).used {
            let shard = Int(conversation % UInt64(PipeWorker.shards))
            workers[shard % workers.count].remember(conversation, used)
        }
        var pipe = ReceivePipe(
            reader: MessageReader(format: input, visibility: visibility, channel: channel), workers: workers, store: store,
            mostBytes: maxLine, run: RandomName.make(), isQuiet: quiet,
            showsProgress: Terminal.isTerminal(.error) && (quiet || !Terminal.isTerminal(.output)))
        let summary = try await pipe.receive(clock: SystemClock.now)
        report(summary)
        if let failure = summary.failure { throw StoreOption.said(failure) }
        try StoreOption.saying { () throws(StoreFailure) in try store.close() }
        if summary.refused > 0 { throw ExitCode(1) }
    }

    private func report(_ summary: ReceivePipe.Summary) {
        var parts = ["\(Counted.messages(summary.stored)) kept"]
        if summary.duplicates > 0 { parts.append("\(summary.duplicates) here before") }
        if summary.refused > 0 { parts.append("\(summary.refused) refused; see “error” in the output") }
        if summary.repaired > 0 { parts.append("\(summary.repaired) with bytes that are not UTF-8, replaced by U+FFFD") }
        Terminal.write("courtois: \(parts.joined(separator: ", ")).\n", to: .error)
    }
}

/// Numbers with their nouns.
enum Counted {
    static func messages(_ count: Int) -> String { noun(count, "message") }

    static func noun(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}
