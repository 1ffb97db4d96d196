import ArgumentParser
import Channels
import CurlTransport
import Desk
import Glibc
import IntentFiles

extension HouseSettings {
    /// The transport; a network that is none ends the program.
    func transport() throws -> CurlTransport {
        var settings = CurlSettings()
        settings.totalTimeout = delivery.timeout * 1000
        settings.connectTimeout = min(settings.connectTimeout, settings.totalTimeout)
        settings.allowsPlainHTTP = delivery.allowsHTTP
        settings.certificates = delivery.certificates
        settings.allowedNetworks = try delivery.allowedNetworks.map { text in
            guard let range = NetworkRange(text) else {
                throw ValidationError("“\(text)” in allow_networks is no network such as 10.0.0.0/8.")
            }
            return range
        }
        return try CurlTransport(settings)
    }

    func courier() -> CourierSettings {
        var host = [CChar](repeating: 0, count: 256)
        gethostname(&host, host.count - 1)
        let name = String(decoding: host.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        var settings = CourierSettings(worker: "\(name)/\(getpid())")
        settings.concurrency = delivery.concurrency
        settings.perAccount = min(settings.perAccount, delivery.concurrency)
        settings.limits = limits()
        return settings
    }

    /// How fast replies leave. The settings name platforms, deliveries the channels these carry: `mailgun` is `email` there.
    private func limits() -> RateLimits {
        let names = names()
        var (byChannel, byAccount) = ([String: RateLimits.Limit](), [ChannelAccount: RateLimits.Limit]())
        for (route, count) in delivery.perMinute {
            let limit = RateLimits.Limit(interval: 60_000 / count, burst: max(1, min(10, count / 60)))
            for doors in names.doors(ofRoute: route) {
                for door in doors { byAccount[door] = limit }
                // Any account of its channels may be this one.
                if doors.isEmpty { for channel in ChannelDirectory.channels(of: route) { byChannel[channel] = limit } }
            }
        }
        return RateLimits(byChannel, accounts: byAccount)
    }
}
