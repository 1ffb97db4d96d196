import ArgumentParser
import Desk
import SQLiteStore

/// `courtois customer`: what is kept about one customer.
struct CustomerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "customer", abstract: "Hand over or forget what is kept about a customer.", subcommands: [Export.self, Erase.self])

    struct Named: ParsableArguments {
        @OptionGroup var store: StoreOption
        @OptionGroup var person: PersonOption

        @Argument(help: ArgumentHelp("The author's id, as the channel gives it.", valueName: "id"))
        var id: String

        @Option(help: ArgumentHelp("Only on this channel. (default: on every one)", valueName: "name"))
        var channel: String?

        var customer: CustomerID { CustomerID(id, channel: channel) }

        func missing() -> ExitCode {
            Terminal.write("courtois: nothing is kept about this customer\(channel == nil ? "" : " on this channel").\n", to: .error)
            return ExitCode(1)
        }
    }

    /// `courtois customer export ID`
    struct Export: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "export", abstract: "Print everything that is kept about a customer.",
            discussion: "Exit code 1 when there is nothing. The export is a row of the audit trail.")

        @OptionGroup var named: Named

        @Flag(help: "Print JSON.")
        var json = false

        func run() async throws {
            let store = try named.store.open()
            let (customer, name) = (named.customer, try named.person.colleague().name)
            let now = SystemClock.now()
            let record = try await StoreOption.saying { () async throws(StoreFailure) in try await store.export(customer, by: name, at: now)
            }
            guard let record else { throw named.missing() }
            if json {
                var writer = CaseWriter(now: now)
                writer.write(record)
                var output = writer.output
                _ = Terminal.write(&output, to: .output)
                return
            }
            let view = CaseView(style: Style(isOn: Terminal.wantsColour(.output)), now: now)
            var lines = [TextRenderer.oneLine("Customer \(customer.id): \(record.names.joined(separator: ", "))")]
            for file in record.files { lines += [""] + view.lines(file) }
            Terminal.write(lines.joined(separator: "\n") + "\n", to: .output)
        }
    }

    /// `courtois customer erase ID`
    struct Erase: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "erase", abstract: "Forget a customer: identity and texts go, counts and the audit chain stay.",
            discussion: """
                Their messages, the drafts and notes of their cases, and the words of the audit rows are removed; replies that \
                had not left are dropped. It cannot be undone. Backups made before still hold them. Exit code 1 when there is \
                nothing to forget.
                """)

        @OptionGroup var named: Named

        @Flag(help: "Do it; without this, nothing is changed.")
        var yes = false

        func run() async throws {
            let store = try named.store.open()
            let (customer, name) = (named.customer, try named.person.colleague().name)
            guard yes else { throw ValidationError("this cannot be undone: say --yes.") }
            let now = SystemClock.now()
            let erasure = try await StoreOption.saying { () async throws(StoreFailure) in try await store.erase(customer, by: name, at: now)
            }
            guard let erasure else { throw named.missing() }
            let parts = [
                Counted.messages(erasure.messages), Counted.noun(erasure.drafts, "draft"), "in " + Counted.noun(erasure.cases, "case"),
            ]
            Terminal.write("Forgotten: \(parts.joined(separator: ", ")).\n", to: .output)
        }
    }
}
