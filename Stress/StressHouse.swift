import Channels
import CurlTransport
import Desk
import Glibc
import SQLiteStore

/// Store, transport and couriers as the program has them, with short times.
struct StressHouse: Sendable {
    /// Seconds a lease runs. Longer than the transport's timeout.
    static let lease = 3

    let store: SQLiteStore
    private let transport: CurlTransport
    private let directory: ChannelDirectory

    /// - Parameter timeout: Milliseconds until a whole answer.
    init(store path: String, peer url: String, timeout: Int = 1_000) throws {
        store = try SQLiteStore(path: path, policy: ReviewPolicy(undoSeconds: 0), patience: 30)
        var settings = CurlSettings()
        settings.allowsPlainHTTP = true
        settings.allowedNetworks = ["127.0.0.0/8"].compactMap(NetworkRange.init)
        settings.totalTimeout = timeout
        settings.connectTimeout = timeout
        settings.connectionsPerHost = 64
        transport = try CurlTransport(settings)
        directory = try ChannelDirectory([
            PlatformAccount(route: "standard", name: "default", token: Secret("whsec_c2VjcmV0LW9mLXN0cmVzcw=="), apiBase: url),
            PlatformAccount(route: "telegram", name: "default", token: Secret("1:stress"), apiBase: url),
        ])
    }

    func courier(_ worker: String, concurrency: Int = 16, lease: Int = Self.lease) -> Courier {
        var settings = CourierSettings(worker: worker)
        settings.concurrency = concurrency
        settings.perAccount = concurrency
        settings.leaseSeconds = lease
        settings.poll = 100
        settings.schedule = RetrySchedule(first: 1, longest: 2)
        settings.limits = RateLimits(fallback: .init(interval: 0, burst: 1))
        let directory = directory
        return Courier(
            outbox: store, transport: transport, channels: { directory.channel(for: $0) }, settings: settings,
            clock: CourierClock(
                now: Self.now, ticks: Self.ticks,
                sleep: { milliseconds in try? await Task.sleep(for: .milliseconds(milliseconds)) }),
            random: { UInt64.random(in: .min ... .max) })
    }

    static func now() -> Instant {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Instant(seconds: time.tv_sec)
    }

    static func ticks() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
    }
}
