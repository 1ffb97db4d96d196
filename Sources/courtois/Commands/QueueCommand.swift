import ArgumentParser
import Desk
import SQLiteStore

/// `courtois queue`: what waits for a person.
struct QueueCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "queue", abstract: "Show the cases that wait, the most pressing first.",
        discussion: "A case is shown as number@version; the commands that change one name both, such as approve 42@3.")

    @OptionGroup var store: StoreOption

    @Option(help: ArgumentHelp("Only cases of this team.", valueName: "team"))
    var team: Team?

    @Option(help: ArgumentHelp("waiting, answered or closed.", valueName: "status"))
    var status: Case.Status = .waiting

    @Option(help: ArgumentHelp("Cases shown at most, from 1 to 500.", valueName: "count"))
    var most = 20

    @Option(help: ArgumentHelp("Go on behind this case, the last of the page before.", valueName: "case"))
    var after: Int64?

    @Flag(help: "Print JSON, one case a line.")
    var json = false

    func validate() throws {
        if !(1...500).contains(most) { throw ValidationError("--most must be from 1 to 500.") }
    }

    func run() async throws {
        let store = try store.open()
        var query = QueueQuery(status: status, team: team, most: most)
        if let after {
            query.after = try await store.caseFile(after).case.place
        }
        let asked = query
        let page = try await StoreOption.saying { () async throws(StoreFailure) in try await store.queue(asked) }
        let now = SystemClock.now()
        if json {
            var writer = CaseWriter(now: now)
            for item in page.items { writer.write(item) }
            var output = writer.output
            _ = Terminal.write(&output, to: .output)
        } else {
            let view = CaseView(style: Style(isOn: Terminal.wantsColour(.output)), now: now)
            for item in page.items { Terminal.write(view.line(item, width: Terminal.width) + "\n", to: .output) }
        }
        if page.items.isEmpty { Terminal.write("No case is \(status.rawValue).\n", to: .error) }
        if page.next != nil, let last = page.items.last {
            Terminal.write("More: --after \(last.case.number)\n", to: .error)
        }
    }
}

/// `courtois show CASE`: one case with its story.
struct ShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show a case: what was written, what is proposed, what was noted.")

    @OptionGroup var store: StoreOption

    @Argument(help: ArgumentHelp("Number of the case.", valueName: "case"))
    var number: CaseArgument

    @Flag(help: "Print JSON, with each decision as it was made.")
    var json = false

    func run() async throws {
        let store = try store.open()
        let number = number.number
        let file = try await store.caseFile(number)
        let now = SystemClock.now()
        if json {
            var writer = CaseWriter(now: now)
            writer.write(file)
            var output = writer.output
            _ = Terminal.write(&output, to: .output)
        } else {
            let view = CaseView(style: Style(isOn: Terminal.wantsColour(.output)), now: now)
            Terminal.write(view.lines(file).joined(separator: "\n") + "\n", to: .output)
        }
    }
}
