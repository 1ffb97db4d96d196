public import ArgumentParser
public import Desk
import IntentFiles

/// `courtois` without a subcommand: standard input to standard output.
struct PipeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pipe", abstract: "Read messages from standard input and write decisions.")

    @OptionGroup var rules: RulesOption

    @Option(help: ArgumentHelp("How lines are read: auto, jsonl or text.", valueName: "format"))
    var input: MessageReader.Format = .auto

    @Option(help: ArgumentHelp("How decisions are written: jsonl, or text for people. (default: text on a terminal)", valueName: "format"))
    var output: OutputFormat?

    @Option(
        help: ArgumentHelp(
            "Who reads the reply when a message does not say: public or private. (default: public for comments, reviews and mentions, else private)",
            valueName: "visibility"))
    var visibility: Message.Visibility?

    @Option(help: ArgumentHelp("Channel of messages that do not say, for its length limits.", valueName: "name"))
    var channel: String?

    @Option(help: ArgumentHelp("Messages answered at the same time. (default: one for each processor)", valueName: "count"))
    var jobs: Int?

    @Option(help: ArgumentHelp("Longest line taken, in bytes.", valueName: "bytes"))
    var maxLine = 256 * 1024

    enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
        case jsonl, text
    }

    func validate() throws {
        if let jobs, !(1...64).contains(jobs) { throw ValidationError("--jobs must be from 1 to 64.") }
        if !(1...(64 << 20)).contains(maxLine) { throw ValidationError("--max-line must be from 1 to \(64 << 20).") }
    }

    func run() async throws {
        let loaded = try rules.load()
        let isText = (output ?? (Terminal.isTerminal(.output) ? .text : .jsonl)) == .text
        let renderer = isText ? TextRenderer(style: Style(isOn: Terminal.wantsColour(.output)), loaded: loaded) : nil
        let spelling = loaded.dictionary()
        let workers = (0..<(jobs ?? min(64, Terminal.processorCount))).map { _ in
            PipeWorker(desk: loaded.desk(spelling: spelling), rendersText: renderer)
        }
        Terminal.ignoreBrokenPipes()
        let reader = MessageReader(format: input, visibility: visibility, channel: channel)
        var pipe = MessagePipe(
            reader: reader, workers: workers, mostBytes: maxLine,
            showsProgress: Terminal.isTerminal(.error) && !Terminal.isTerminal(.output))
        let summary = try await pipe.run()
        report(summary)
        if summary.refused > 0 { throw ExitCode(1) }
    }

    private func report(_ summary: MessagePipe.Summary) {
        if summary.refused > 0 {
            Terminal.write(
                "courtois: \(summary.refused) line\(summary.refused == 1 ? "" : "s") refused; see “error” in the output.\n", to: .error)
        }
        if summary.repaired > 0 {
            Terminal.write(
                "courtois: \(summary.repaired) message\(summary.repaired == 1 ? "" : "s") held bytes that are not UTF-8; they were replaced by U+FFFD.\n",
                to: .error)
        }
    }
}

extension MessageReader.Format: ExpressibleByArgument {}
extension Message.Visibility: ExpressibleByArgument {}
