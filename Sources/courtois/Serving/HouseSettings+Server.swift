import ArgumentParser
import DeskServer
import IntentFiles

extension HouseSettings {
    /// What the server keeps to: flags before the environment before the file.
    func server(host: String?, port: Int?) throws -> ServerSettings {
        var settings = ServerSettings()
        settings.host = host ?? Terminal.setting("COURTOIS_HOST") ?? server.host ?? settings.host
        settings.port = try port ?? Self.port(Terminal.setting("COURTOIS_PORT")) ?? server.port ?? settings.port
        settings.connections = server.connections ?? settings.connections
        settings.idle = server.idle.map { $0 * 1000 } ?? settings.idle
        settings.request = server.request.map { $0 * 1000 } ?? settings.request
        settings.callsPerMinute = server.callsPerMinute ?? settings.callsPerMinute
        settings.requestsPerMinute = server.requestsPerMinute ?? settings.requestsPerMinute
        settings.drain = server.drain.map { $0 * 1000 } ?? settings.drain
        return settings
    }

    private static func port(_ text: String?) throws -> Int? {
        guard let text else { return nil }
        guard let port = Int(text), (0...65_535).contains(port) else {
            throw ValidationError("COURTOIS_PORT must be a number from 0 to 65535.")
        }
        return port
    }
}

extension Terminal {
    /// What the environment sets; nothing where it is empty.
    static func setting(_ name: String) -> String? { environment(name).flatMap { $0.isEmpty ? nil : $0 } }
}
