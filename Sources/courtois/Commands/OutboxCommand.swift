public import ArgumentParser
import Desk
import IntentFiles
import SQLiteStore

/// `courtois outbox`: approved replies on their way, and what became of them.
struct OutboxCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "outbox", abstract: "Look after approved replies on their way out.",
        subcommands: [List.self, Retry.self, Drop.self, Confirm.self, Resume.self], defaultSubcommand: List.self)

    /// `courtois outbox list`
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "List deliveries; without --state, those that are not done.",
            discussion: """
                refused: the platform will not take it. exhausted: not taken within three days. unknown: it may have arrived, \
                or not; look at the platform, then confirm, retry or drop it. Accounts that are paused, and what is frozen, are named at the end.
                """)

        @OptionGroup var store: StoreOption

        @Option(help: ArgumentHelp("Only deliveries in this state; may be given several times.", valueName: "state"))
        var state: [DeliveryState.Kind] = []

        @Option(help: ArgumentHelp("Only deliveries behind this one.", valueName: "delivery"))
        var after: Int64 = 0

        @Option(help: ArgumentHelp("Deliveries shown at most, from 1 to 1000.", valueName: "count"))
        var most = 50

        @Flag(help: "Print JSON, one delivery a line.")
        var json = false

        func validate() throws {
            if !(1...1000).contains(most) { throw ValidationError("--most must be from 1 to 1000.") }
        }

        func run() async throws {
            let store = try store.open()
            let open = DeliveryState.Kind.allCases.filter { $0.isUnderWay || $0.needsPerson }
            let kinds = Set(state.isEmpty ? open : state)
            let deliveries = try await OutboxCommand.saying { try await store.deliveries(kinds, after: after, most: most) }
            for delivery in deliveries {
                if json {
                    var line = DeliveryWriter.line(delivery)
                    _ = Terminal.write(&line, to: .output)
                } else {
                    Terminal.write(OutboxCommand.text(delivery) + "\n", to: .output)
                }
            }
            if deliveries.isEmpty { Terminal.write("Nothing is there.\n", to: .error) }
            if deliveries.count == most, let last = deliveries.last { Terminal.write("More: --after \(last.id)\n", to: .error) }
            for freeze in try await OutboxCommand.saying({ try await store.freezes() }) {
                Terminal.write("Frozen: \(FreezeView.text(freeze)); then “courtois thaw”.\n", to: .error)
            }
            let paused = try await OutboxCommand.saying { try await store.pausedAccounts() }
            for (door, cause) in paused.sorted(by: { ($0.key.channel, $0.key.account) < ($1.key.channel, $1.key.account) }) {
                let name = TextRenderer.oneLine("\(door.channel) \(door.account)")
                Terminal.write("Paused: \(name) — \(TextRenderer.oneLine(cause)); then “courtois outbox resume \(name)”.\n", to: .error)
            }
        }
    }

    /// `courtois outbox retry DELIVERY…`
    struct Retry: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "retry", abstract: "Send deliveries on their way again, for three days more.",
            discussion: """
                One that is unknown may have arrived: the customer would then get it twice. Refused where the conversation has moved on: a newer \
                message or text, a colleague who leads it, a closed case.
                """)
        @OptionGroup var options: OutboxOptions
        func run() async throws { try await options.run { try await $0.retry($1, by: $2, now: $3) } }
    }

    /// `courtois outbox drop DELIVERY…`
    struct Drop: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "drop", abstract: "Give deliveries up; their cases wait again.")
        @OptionGroup var options: OutboxOptions
        func run() async throws { try await options.run { try await $0.drop($1, by: $2, now: $3) } }
    }

    /// `courtois outbox confirm DELIVERY…`
    struct Confirm: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "confirm", abstract: "Take unknown deliveries for sent, because you have seen them at the platform.")
        @OptionGroup var options: OutboxOptions
        func run() async throws { try await options.run { try await $0.confirm($1, externalIds: [], by: $2, now: $3) } }
    }

    /// `courtois outbox resume CHANNEL ACCOUNT`
    struct Resume: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "resume", abstract: "Let the replies of a paused account leave again, once it is mended.")

        @OptionGroup var store: StoreOption
        @OptionGroup var person: PersonOption

        @Argument(help: "The channel, such as telegram.")
        var channel: String

        @Argument(help: "The account.")
        var account = "default"

        func run() async throws {
            let name = try OutboxOptions.name(person)
            let store = try store.open()
            let door = ChannelAccount(channel: channel, account: account)
            guard try await OutboxCommand.saying({ try await store.resume(door, by: name, now: SystemClock.now()) }) else {
                Terminal.write("courtois: \(TextRenderer.oneLine("\(channel) \(account)")) is not paused\n", to: .error)
                throw ExitCode(1)
            }
        }
    }

    /// `12 unknown  telegram bot  case 40  tried 1×  timed out`
    static func text(_ delivery: Delivery) -> String {
        let words = DeliveryWords(delivery.state)
        var parts = [
            "\(delivery.id) \(delivery.state.kind.rawValue)", "\(delivery.reply.channel) \(delivery.reply.account)",
            "case \(delivery.caseID)", "tried \(delivery.attempts)×",
        ]
        if delivery.state.kind == .queued || delivery.state.kind == .waiting { parts.append("due \(delivery.dueAt.utc)") }
        parts += [words.code, words.cause].compactMap(\.self).filter { !$0.isEmpty }
        return TextRenderer.oneLine(parts.joined(separator: " · "))
    }

    /// Runs `body`; a failure of the store is said, and ends the program with 2.
    static func saying<Value>(_ body: () async throws -> Value) async throws -> Value {
        do { return try await body() } catch let failure as StoreFailure { throw StoreOption.said(failure) }
    }
}

/// What every command that changes deliveries takes.
struct OutboxOptions: ParsableArguments {
    @OptionGroup var store: StoreOption
    @OptionGroup var person: PersonOption

    @Argument(help: ArgumentHelp("Numbers of deliveries, as “courtois outbox list” shows them.", valueName: "delivery"))
    var deliveries: [Int64]

    /// Applies `change` to each; what was not possible is said, and ends the program with 1.
    func run(_ change: (SQLiteStore, Int64, String, Instant) async throws -> OutboxAnswer) async throws {
        let name = try Self.name(person)
        let store = try store.open()
        var wasRefused = false
        for id in deliveries {
            switch try await OutboxCommand.saying({ try await change(store, id, name, SystemClock.now()) }) {
            case .done(let delivery): Terminal.write(OutboxCommand.text(delivery) + "\n", to: .output)
            case .impossible(let kind):
                Terminal.write("courtois: delivery \(id) is \(kind.rawValue): that cannot be done with it\n", to: .error)
                wasRefused = true
            case .fallen(let fall):
                Terminal.write("courtois: delivery \(id) is not sent on its way again: \(fall.remedy)\n", to: .error)
                wasRefused = true
            case .missing:
                Terminal.write("courtois: there is no delivery \(id)\n", to: .error)
                wasRefused = true
            }
        }
        if wasRefused { throw ExitCode(1) }
    }

    /// The name of somebody who may change deliveries.
    static func name(_ person: PersonOption) throws -> String {
        let colleague = try person.colleague()
        guard colleague.role >= .reviewer else { throw ValidationError("a reader changes nothing: the outbox needs the role reviewer.") }
        return colleague.name
    }
}

extension DeliveryState.Kind: ExpressibleByArgument {}
