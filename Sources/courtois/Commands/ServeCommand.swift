import ArgumentParser
import Channels
import CurlTransport
import Desk
import DeskPages
import DeskServer
import IntentFiles
import Logging
import SQLiteStore
import ServiceLifecycle
import UnixSignals

/// `courtois serve`: hears platforms, and takes approved replies to them.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Take messages from platforms by their webhooks, and take approved replies back.",
        discussion: """
            Listens on 127.0.0.1:8080 unless told otherwise; TLS belongs to a proxy before it. A platform is answered 2xx once \
            its messages are on the disk with their cases and drafts. Changed rules are taken into use by themselves, or at \
            SIGHUP; rules with findings are not, and those of before stay. SIGTERM lets what is under way end. Logs are JSON \
            lines on standard error, without a word of a message.
            """)

    @OptionGroup var rules: RulesOption
    @OptionGroup var store: StoreOption
    @OptionGroup var undo: UndoOption

    @Option(help: ArgumentHelp("Address to listen on. (default: COURTOIS_HOST, else the settings, else 127.0.0.1)", valueName: "address"))
    var host: String?

    @Option(help: ArgumentHelp("Port to listen on; 0 for any. (default: COURTOIS_PORT, else the settings, else 8080)", valueName: "port"))
    var port: Int?

    @Flag(help: "Take no replies to the platforms: another process does, or nobody yet.")
    var noDelivery = false

    @Option(help: ArgumentHelp("Least level that is logged: debug, info, warning or error.", valueName: "level"))
    var logLevel = "info"

    func validate() throws {
        if let port, !(0...65_535).contains(port) { throw ValidationError("--port must be from 0 to 65535.") }
        if Logger.Level(rawValue: logLevel) == nil { throw ValidationError("--log-level must be debug, info, warning or error.") }
    }

    func run() async throws {
        let house = try store.settings.load()
        let server = try house.server(host: host, port: port)
        let directory = try house.directory()
        let rulebooks = FolderRulebooks(path: rules.path, now: SystemClock.now)
        let stamp = rulebooks.stamp()
        let loaded = try rules.load()
        rulebooks.note(loaded)
        let store = try store.open(.creating, house, times: ReviewTimes(undo: undo.undo))
        Terminal.ignoreBrokenPipes()
        let known = try await StoreOption.saying { () async throws(StoreFailure) in try await store.draftedTexts(most: DraftedTexts.most) }
        defer { ServerLog.writer.flush() }
        let logger = ServerLog.logger(Logger.Level(rawValue: logLevel) ?? .info)
        var parts = ServerParts(
            settings: server, store: store, desk: store, directory: directory,
            shelf: RulebookShelf(
                RulebookEdition(loaded), remembering: RememberedTexts(known, in: loaded.library)),
            figures: ServerFigures(), health: HealthBoard(noDelivery ? [.server, .store, .rulebook] : Set(HealthBoard.Part.allCases)),
            clock: ServerClock(now: SystemClock.now, ticks: SystemClock.courier.ticks), makeName: RandomName.make, logger: logger)
        parts.health.report(.rulebook, nil)
        let watcher = RulebookWatcher(
            source: rulebooks, shelf: parts.shelf, stamp: stamp, pause: .seconds(2), figures: parts.figures, health: parts.health,
            reloads: store, now: SystemClock.now, logger: parts.logger)
        parts.watcher = watcher
        let pages = try PageParts(
            server: parts, store: store, sheets: rulebooks, policy: store.policy, publicURL: house.server.publicURL,
            random: RandomName.bytes)
        parts.pages = { router in DeskPages(pages).add(to: router) }
        parts.missingPage = { DeskPages(pages).missing($0) }
        try await serve(parts, store, house, watcher)
        try StoreOption.saying { () throws(StoreFailure) in try store.close() }
    }

    private func serve(_ parts: ServerParts, _ store: SQLiteStore, _ house: HouseSettings, _ watcher: RulebookWatcher) async throws {
        var services: [any Service] = []
        let transport = try house.transport()
        if !noDelivery {
            let log = ServerLog.courier(parts.logger, parts.figures)
            let courier = Courier(
                outbox: store, transport: transport, channels: { parts.directory.channel(for: $0) }, settings: house.courier(),
                clock: SystemClock.courier, random: { .random(in: .min ... .max) }, notice: log)
            services.append(CourierService(courier: courier, health: parts.health))
        }
        let watch = SubscriptionWatch(
            directory: parts.directory, transport: transport, board: parts.subscriptions, clock: SystemClock.courier, logger: parts.logger)
        if watch.isNeeded { services.append(watch) }
        services += [watcher, HangupService(watcher: watcher), BadBuzzWatch(parts, clock: SystemClock.courier)]
        services.append(
            buildApplication(parts) { port in
                parts.logger.info(
                    "serving",
                    metadata: [
                        "host": .string(parts.settings.host), "port": .stringConvertible(port), "rulebook": .string(parts.shelf.hash),
                    ])
                await FirstManager(store: store, url: house.server.publicURL ?? parts.settings.url(port: port)).invite()
            })
        var configuration = ServiceGroupConfiguration(
            services: services, gracefulShutdownSignals: [.sigterm, .sigint], logger: ServerLog.quiet(parts.logger))
        configuration.maximumGracefulShutdownDuration = .milliseconds(parts.settings.drain)
        do {
            try await ServiceGroup(configuration: configuration).run()
        } catch {
            Terminal.write("courtois: \(ServerLog.cause(of: error, parts.settings))\n", to: .error)
            throw ExitCode(2)
        }
        await transport.stop()
    }
}
