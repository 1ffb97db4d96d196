import DeskServer
import IntentFiles

extension ServerSettings {
    /// What somebody on this machine calls. Who listens on every address is called at the machine's own.
    func url(port: Int) -> String {
        let name = ["0.0.0.0": "127.0.0.1", "::": "::1"][host] ?? host
        return "http://\(name.contains(":") ? "[\(name)]" : name):\(port)"
    }
}

extension HouseSettings {
    /// What the server keeps to: flags before the environment before the file.
    func server(host: String?, port: Int?) throws -> ServerSettings {
        var settings = ServerSettings()
        settings.host = host ?? Terminal.setting("COURTOIS_HOST") ?? server.host ?? settings.host
        settings.port = try port ?? Terminal.number("COURTOIS_PORT", 0...65_535) ?? server.port ?? settings.port
        settings.connections = server.connections ?? settings.connections
        settings.idle = server.idle.map { $0 * 1000 } ?? settings.idle
        settings.request = server.request.map { $0 * 1000 } ?? settings.request
        settings.callsPerMinute = server.callsPerMinute ?? settings.callsPerMinute
        settings.requestsPerMinute = server.requestsPerMinute ?? settings.requestsPerMinute
        settings.drain = server.drain.map { $0 * 1000 } ?? settings.drain
        return settings
    }
}
