import Foundation
import Peers

/// Commands of the W3C WebDriver protocol, JSON over HTTP on loopback.
struct DriverLine: Sendable {
    let port: Int

    /// Does one command; what its answer holds under `value`.
    func ask(_ method: String, _ path: String, _ body: JSON? = nil) async throws -> JSON {
        let bytes = try body.map { Array(try JSONEncoder().encode($0)) }
        // It serves nobody who calls it by another name.
        let answer = await PlainClient.ask(
            port, method, path, headers: [("content-type", "application/json; charset=utf-8")], body: bytes, host: "127.0.0.1:\(port)")
        guard let answer else { throw BrowserFailure.driverSilent }
        guard let value = try? JSONDecoder().decode(JSON.self, from: Data(answer.body.utf8))["value"] else {
            throw BrowserFailure.unreadable("\(answer.status) to \(method) \(path)")
        }
        if let error = value["error"].string, answer.status >= 400 {
            throw BrowserFailure.refused(error, message: value["message"].string ?? "")
        }
        return value
    }
}
