import ArgumentParser
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
        settings.limits = RateLimits(
            delivery.perMinute.mapValues { RateLimits.Limit(interval: 60_000 / $0, burst: max(1, min(10, $0 / 60))) })
        return settings
    }
}
