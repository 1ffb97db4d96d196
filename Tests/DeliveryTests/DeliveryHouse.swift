import Channels
import CurlTransport
import Desk
import Peers
import SQLiteStore
import Support

/// A house on loopback with everything real: a store in a file, a transport on libcurl, adapters, and a platform that does
/// what its script says. Only the clock is moved by hand.
final class DeliveryHouse: Sendable {
    let store: SQLiteStore
    let peer: ScriptedPeer
    let clock = ManualClock(Sample.start)
    private let transport: CurlTransport
    private let directory: ChannelDirectory

    /// - Parameter url: Where the platforms are, instead of the peer.
    init(_ script: [PeerAct], in folder: TemporaryFolder, timeout: Int = 5_000, url: String? = nil, certificates: String? = nil) throws {
        store = try SQLiteStore(path: folder.path + "/store.sqlite")
        peer = try ScriptedPeer(script)
        var settings = CurlSettings()
        settings.allowsPlainHTTP = true
        settings.allowedNetworks = ["127.0.0.0/8"].compactMap(NetworkRange.init)
        settings.totalTimeout = timeout
        settings.certificates = certificates
        transport = try CurlTransport(settings)
        let base = url ?? peer.url
        directory = try ChannelDirectory([
            PlatformAccount(route: "standard", name: "default", token: Secret("whsec_c2VjcmV0LW9mLXRoZS10ZXN0cw=="), apiBase: base),
            PlatformAccount(route: "telegram", name: "bot", token: Secret("123:TOKEN"), apiBase: base),
        ])
    }

    /// Receives a message, approves its draft, and waits out the undo window.
    func approve(_ id: String, channel: String = "standard") async throws {
        let (account, external) = channel == "telegram" ? ("bot", "4242:\(id)") : ("default", id)
        let number = try await store.receive(
            Sample.arrival(external, conversation: "4242", channel: channel, account: account, at: clock.now)
        ).caseNumber
        _ = try await store.review(
            ReviewChange(
                number, version: 1, .approve(note: nil, acceptsFindings: false, delivery: "reply-\(id)"), by: Sample.zoe, at: clock.now)
        ).get()
        clock.advance(seconds: 10)
    }

    /// One run of a courier, and what the first delivery is then.
    @discardableResult
    func deliver() async throws -> DeliveryState? {
        let courier = Courier(
            outbox: store, transport: transport, channels: { [directory] in directory.channel(for: $0) },
            settings: CourierSettings(worker: "w"), clock: clock.courierClock, random: { .random(in: .min ... .max) })
        try await courier.deliverDue()
        return try await store.delivery(1)?.state
    }
}
