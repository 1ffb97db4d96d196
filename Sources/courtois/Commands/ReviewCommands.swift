import ArgumentParser
import Desk
import SQLiteStore

/// What every command that changes a case takes.
struct ReviewOptions: ParsableArguments {
    @OptionGroup var store: StoreOption
    @OptionGroup var person: PersonOption

    @Flag(help: "Print the case as JSON.")
    var json = false

    @Argument(help: ArgumentHelp("The case and the version you saw, such as 42@3.", valueName: "case@version"))
    var named: CaseArgument

    func run(_ action: ReviewAction, times: ReviewTimes = ReviewTimes()) async throws {
        try await ReviewRunner(store: try store.open(times: times), colleague: try person.colleague()).run(action, on: named, json: json)
    }
}

/// `courtois approve CASE@VERSION`
struct ApproveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "approve", abstract: "Let a case's draft go.",
        discussion: """
            The reply leaves when the time to take it back is over; until then “courtois undo” does. Where it says no more than \
            that somebody will answer, the case waits on for that; one whose time can no longer be kept is held.
            """)

    @OptionGroup var rules: RulesOption
    @OptionGroup var options: ReviewOptions
    @OptionGroup var undo: UndoOption

    @Option(help: ArgumentHelp("A word for the record.", valueName: "text"))
    var note: String?

    @Flag(help: "Let it go in spite of what the proofreader holds against it.")
    var acceptFindings = false

    func run() async throws {
        let delivery = RandomName.make()
        var action = ReviewAction.approve(note: note, acceptsFindings: acceptFindings, delivery: delivery)
        if options.named.version != nil, let proofreader = rules.knownProofreader() {
            let item = try await options.store.open().caseFile(options.named.number).case
            action = proofreader.approval(
                of: item, note: note, acceptsFindings: acceptFindings, delivery: delivery, at: SystemClock.now())
        }
        try await options.run(action, times: ReviewTimes(undo: undo.undo))
    }
}

/// `courtois undo CASE@VERSION`
struct UndoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "undo", abstract: "Take an approval back before the reply leaves.")
    @OptionGroup var options: ReviewOptions
    func run() async throws { try await options.run(.undo) }
}

/// `courtois reject CASE@VERSION --reason TEXT`
struct RejectCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reject", abstract: "Refuse a case's draft; the case waits on for a better one.")

    @OptionGroup var options: ReviewOptions

    @Option(help: ArgumentHelp("What is wrong with it.", valueName: "text"))
    var reason: String

    func run() async throws { try await options.run(.reject(reason: reason)) }
}

/// `courtois escalate CASE@VERSION --to TEAM`
struct EscalateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "escalate", abstract: "Give a case to another team.")

    @OptionGroup var options: ReviewOptions

    @Option(help: ArgumentHelp("The team.", valueName: "team"))
    var to: Team

    @Option(help: ArgumentHelp("What they should know.", valueName: "text"))
    var note: String?

    func run() async throws { try await options.run(.escalate(to: to, note: note)) }
}

/// `courtois assign CASE@VERSION [--to NAME]`
struct AssignCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "assign", abstract: "Give a case to a colleague, or take it.",
        discussion: """
            Without --to you take it yourself, for a while, and the version may be left out. What is given to a colleague is theirs \
            until they let go of it.
            """)

    @OptionGroup var options: ReviewOptions
    @OptionGroup var claim: ClaimOption

    @Option(help: ArgumentHelp("The colleague. (default: you)", valueName: "name"))
    var to: String?

    @Flag(help: "Let go of it instead.")
    var release = false

    func validate() throws {
        if release, to != nil { throw ValidationError("--release lets go of the case and --to gives it away: give one of them.") }
    }

    func run() async throws {
        try await options.run(
            release ? .release : to.map { .handOver(to: $0) } ?? .claim, times: ReviewTimes(claim: claim.claim))
    }
}

/// `courtois note CASE TEXT`
struct NoteCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "note", abstract: "Write a note for colleagues on a case.")

    @OptionGroup var options: ReviewOptions

    @Argument(help: "The note.")
    var text: [String]

    func run() async throws { try await options.run(.note(text.joined(separator: " "))) }
}

/// Why something is done.
struct ReasonOption: ParsableArguments {
    @Option(help: ArgumentHelp("Why.", valueName: "text"))
    var reason: String
}

/// `courtois close CASE@VERSION --reason TEXT`
struct CloseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "close", abstract: "Close a case that needs no answer.")

    @OptionGroup var options: ReviewOptions
    @OptionGroup var why: ReasonOption
    func run() async throws { try await options.run(.close(reason: why.reason)) }
}

/// `courtois reopen CASE@VERSION --reason TEXT`
struct ReopenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "reopen", abstract: "Let a case wait again.")

    @OptionGroup var options: ReviewOptions
    @OptionGroup var why: ReasonOption
    func run() async throws { try await options.run(.reopen(reason: why.reason)) }
}
