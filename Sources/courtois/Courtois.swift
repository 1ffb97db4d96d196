import ArgumentParser
import IntentFiles

/// The command line.
@main
struct Courtois: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "courtois",
        abstract: "Understands customers' messages with rules a person can read, and drafts polite replies.",
        discussion: """
            Without a subcommand, courtois reads messages from standard input, one a line: JSON objects or plain text. It \
            writes one decision a line, with the draft and the reasons. Nothing is sent and nothing is stored. With receive, \
            decisions are kept in a store for people to review.

            Exit codes: 0 all done, 1 some lines or a change refused, 2 usage, rulebook, store or output error.
            """,
        version: "0.1.0",
        groupedSubcommands: [
            CommandGroup(
                name: "Messages", subcommands: [PipeCommand.self, ReceiveCommand.self, ExplainCommand.self]),
            CommandGroup(
                name: "Review",
                subcommands: [
                    ReviewCommand.self, QueueCommand.self, ShowCommand.self, ApproveCommand.self, UndoCommand.self, EditCommand.self,
                    RejectCommand.self,
                    EscalateCommand.self, AssignCommand.self, NoteCommand.self, CloseCommand.self, ReopenCommand.self,
                ]),
            CommandGroup(name: "Replies", subcommands: [DeliverCommand.self, OutboxCommand.self, FreezeCommand.self, ThawCommand.self]),
            CommandGroup(
                name: "Server",
                subcommands: [ServeCommand.self, UserCommand.self, ChannelsCommand.self, TokenCommand.self, SettingsCommand.self]),
            CommandGroup(name: "Rules", subcommands: [CheckCommand.self, EvaluateCommand.self, LearnCommand.self, LabelsCommand.self]),
            CommandGroup(
                name: "Store",
                subcommands: [AuditCommand.self, CustomerCommand.self, RetentionCommand.self, BackupCommand.self]),
        ],
        defaultSubcommand: PipeCommand.self)

    static func main() async {
        ProcessMemory.shareHeaps()
        do {
            try checkCommandName()
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
            Terminal.end(0)
        } catch {
            end(with: error)
        }
    }

    /// The pipe takes no arguments, so that a first word that is no option can only be a mistyped command.
    private static func checkCommandName() throws {
        guard let word = CommandLine.arguments.dropFirst().first, !word.hasPrefix("-") else { return }
        let commands = ["help"] + configuration.subcommands.compactMap { $0.configuration.commandName }
        if !commands.contains(word) {
            throw ValidationError("unknown command “\(word)”: \(Suggestion.remedy(for: word, among: commands))")
        }
    }

    /// Prints what is to be said of `error` and ends; every error of usage or rules is exit code 2.
    private static func end(with error: any Error) -> Never {
        let code = exitCode(for: error)
        let text = fullMessage(for: error)
        if code == .success {
            if !text.isEmpty { Terminal.write(text + "\n", to: .output) }
            Terminal.end(0)
        }
        if !text.isEmpty { Terminal.write(text + "\n", to: .error) }
        Terminal.end(code.rawValue == 1 && error is ExitCode ? 1 : 2)
    }
}
