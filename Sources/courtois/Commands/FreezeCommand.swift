import ArgumentParser
import Desk
import IntentFiles
import SQLiteStore

/// `courtois freeze`: nothing leaves from here on.
struct FreezeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "freeze", abstract: "Stop replies from leaving, in a crisis; alone, say what is frozen.",
        discussion: """
            From its return on no reply leaves, by any process: what leaves unreviewed waits for a person instead, and what \
            people approve waits until “courtois thaw”. With --unreviewed only what no person has read is stopped. Messages \
            are received and reviewed as before. What is at this moment on the wire arrives.
            """)

    @OptionGroup var store: StoreOption
    @OptionGroup var person: PersonOption
    @OptionGroup var place: FreezePlace

    @Option(help: ArgumentHelp("Why.", valueName: "text"))
    var reason: String?

    @Flag(help: "Stop only what no person has read.")
    var unreviewed = false

    @Flag(help: "Print JSON, one freeze a line.")
    var json = false

    func validate() throws {
        if place.isNamed {
            guard let reason, reason.contains(where: { !$0.isWhitespace }) else { throw ValidationError("say why, with --reason.") }
            if reason.utf8.count > 4096 { throw ValidationError("--reason must not be longer than 4096 bytes.") }
        } else if reason != nil || unreviewed {
            throw ValidationError("name what to freeze: --all, or --account CHANNEL/ACCOUNT.")
        }
    }

    func run() async throws {
        let house = try store.settings.load()
        let store = try store.open(.existing, house)
        if let reason, place.isNamed {
            let (name, now) = (try OutboxOptions.name(person), SystemClock.now())
            for door in try place.doors(house) {
                let freeze = Freeze(by: name, at: now, reason: reason, door: door, reach: unreviewed ? .unreviewed : .everything)
                if try await !StoreOption.saying({ () async throws(StoreFailure) in try await store.freeze(freeze) }) {
                    Terminal.write("courtois: \(FreezeView.name(door)) was frozen before; the first freeze stands\n", to: .error)
                }
            }
        }
        try await FreezeView.show(store, json: json)
    }
}

/// `courtois thaw`: replies may leave again.
struct ThawCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "thaw", abstract: "End a freeze: what waits leaves.",
        discussion: "--all ends every freeze, of the desk and of accounts. What is still frozen is printed.")

    @OptionGroup var store: StoreOption
    @OptionGroup var person: PersonOption
    @OptionGroup var place: FreezePlace

    @Flag(help: "Print JSON, one freeze a line.")
    var json = false

    func validate() throws {
        if !place.isNamed { throw ValidationError("name what to thaw: --all, or --account CHANNEL/ACCOUNT.") }
    }

    func run() async throws {
        let house = try store.settings.load()
        let store = try store.open(.existing, house)
        let name = try OutboxOptions.name(person)
        let frozen = try await StoreOption.saying { () async throws(StoreFailure) in try await store.freezes() }
        let wanted = try place.all ? frozen.map(\.door) : place.doors(house, of: frozen)
        var wasMissing = frozen.isEmpty
        if frozen.isEmpty { Terminal.write("courtois: nothing is frozen\n", to: .error) }
        for door in wanted where !frozen.isEmpty {
            let now = SystemClock.now()
            if try await !StoreOption.saying({ () async throws(StoreFailure) in try await store.thaw(door, by: name, at: now) }) {
                Terminal.write("courtois: \(FreezeView.name(door)) is not frozen\n", to: .error)
                wasMissing = true
            }
        }
        try await FreezeView.show(store, json: json)
        if wasMissing { throw ExitCode(1) }
    }
}
