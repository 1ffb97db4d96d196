import ArgumentParser
import Channels
import CurlTransport
import Desk
import SQLiteStore

/// `courtois deliver`: takes approved replies to their platforms.
struct DeliverCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "deliver", abstract: "Take approved replies to their platforms, until interrupted.",
        discussion: """
            Accounts are listed under “channels” in the settings; their secrets are in environment variables or files. A reply \
            that may have arrived, or not, is never sent again by itself: “courtois outbox list” shows it, and a person decides. \
            Several may run at once on one store.
            """)

    @OptionGroup var store: StoreOption

    @Flag(help: "Deliver what is due now, then end.")
    var once = false

    @Flag(help: "Say nothing of single deliveries.")
    var quiet = false

    func run() async throws {
        let house = try store.settings.load()
        let directory = try house.directory()
        let transport = try house.transport()
        let store = try store.open(.existing, house)
        let isQuiet = quiet
        Terminal.ignoreBrokenPipes()
        let courier = Courier(
            outbox: store, transport: transport, channels: { directory.channel(for: $0) }, settings: house.courier(),
            clock: SystemClock.courier, random: { UInt64.random(in: .min ... .max) },
            notice: { if !isQuiet { Terminal.write(CourierLog.line($0, at: SystemClock.now()), to: .error) } })
        let signals = StopSignals { courier.stop() }
        defer { withExtendedLifetime(signals) {} }
        if once {
            do { try await courier.deliverDue() } catch let failure as StoreFailure { throw StoreOption.said(failure) }
        } else {
            Terminal.write("courtois: delivering; end with Ctrl-C.\n", to: .error)
            await courier.run()
        }
        await transport.stop()
        try StoreOption.saying { () throws(StoreFailure) in try store.close() }
    }
}
