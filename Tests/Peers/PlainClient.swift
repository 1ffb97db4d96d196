import Foundation
import Glibc

/// One connection to a server on loopback, byte by byte: for requests no HTTP library would send.
///
/// Calls block, two minutes at most, for a machine that is busy with other tests; tests make them by `PlainClient.away`.
package final class PlainClient: Sendable {
    private let socket: Int32

    /// What a server answered.
    package struct Answer: Sendable {
        package let status: Int
        /// Names in lower case.
        package let headers: [String: String]
        package let body: String
        /// What `Set-Cookie` says, each time.
        package let cookies: [String]
    }

    package init?(port: Int) {
        socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        var limit = timeval(tv_sec: 120, tv_usec: 0)
        setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        address.sin_port = UInt16(port).bigEndian
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Glibc.connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard result == 0 else {
            Glibc.close(socket)
            return nil
        }
    }

    deinit { Glibc.close(socket) }

    /// Ends the connection in both directions.
    package func hangUp() { shutdown(socket, Int32(SHUT_RDWR)) }

    /// Sends all of it; false when the server has closed.
    @discardableResult
    package func send(_ bytes: [UInt8]) -> Bool {
        var done = 0
        while done < bytes.count {
            let count = bytes[done...].withUnsafeBytes { Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            guard count > 0 else { return false }
            done += count
        }
        return true
    }

    @discardableResult
    package func send(_ text: String) -> Bool { send(Array(text.utf8)) }

    /// Sends `bytes` one after the other, `interval` milliseconds apart, until the server closes; whether it did.
    package func drip(_ bytes: [UInt8], every interval: Int32) -> Bool {
        for byte in bytes {
            if !send([byte]) { return true }
            var poll = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
            guard Glibc.poll(&poll, 1, interval) > 0 else { continue }
            var buffer = [UInt8](repeating: 0, count: 4096)
            if recv(socket, &buffer, buffer.count, 0) <= 0 { return true }
        }
        return false
    }

    /// The next answer; nil when the server has closed, or says nothing.
    package func answer() -> Answer? {
        var bytes: [UInt8] = []
        while true {
            if let answer = Self.parse(bytes) { return answer }
            var chunk = [UInt8](repeating: 0, count: 65536)
            let count = recv(socket, &chunk, chunk.count, 0)
            guard count > 0 else { return nil }
            bytes += chunk[..<count]
        }
    }

    /// Everything that comes until the server closes.
    package func rest() -> String {
        var bytes: [UInt8] = []
        while true {
            var chunk = [UInt8](repeating: 0, count: 65536)
            let count = recv(socket, &chunk, chunk.count, 0)
            guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
            bytes += chunk[..<count]
        }
    }

    /// Everything that comes until `text` is among it; nil when the server closes before, or does not say it in two minutes.
    package func text(until text: String) -> String? {
        var bytes: [UInt8] = []
        let start = ContinuousClock.now
        while start.duration(to: .now) < .seconds(120) {
            let read = String(decoding: bytes, as: UTF8.self)
            if read.contains(text) { return read }
            var chunk = [UInt8](repeating: 0, count: 65536)
            let count = recv(socket, &chunk, chunk.count, 0)
            guard count > 0 else { return nil }
            bytes += chunk[..<count]
        }
        return nil
    }

    private static func parse(_ bytes: [UInt8]) -> Answer? {
        guard bytes.count >= 4, let end = (0...bytes.count - 4).first(where: { bytes[$0..<$0 + 4].elementsEqual([13, 10, 13, 10]) })
        else { return nil }
        let lines = String(decoding: bytes[..<end], as: UTF8.self).split(separator: "\r\n")
        let words = lines.first?.split(separator: " ") ?? []
        guard words.count >= 2, let status = Int(words[1]) else { return nil }
        var headers: [String: String] = [:]
        var cookies: [String] = []
        for line in lines.dropFirst() {
            guard let colon = line.firstIndex(of: ":") else { continue }
            if line[..<colon].lowercased() == "set-cookie" { cookies.append(String(line[line.index(after: colon)...].drop { $0 == " " })) }
            headers[line[..<colon].lowercased()] = String(line[line.index(after: colon)...].drop { $0 == " " })
        }
        let length = headers["content-length"].flatMap(Int.init) ?? 0
        guard bytes.count >= end + 4 + length else { return nil }
        return Answer(
            status: status, headers: headers, body: String(decoding: bytes[(end + 4)..<(end + 4 + length)], as: UTF8.self), cookies: cookies
        )
    }

    /// Runs what blocks on a thread of its own, so that none of those is held that servers under test work on.
    package static func away<Value: Sendable>(_ body: @escaping @Sendable () -> Value) async -> Value {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread { continuation.resume(returning: body()) }
        }
    }

    /// One request on a connection of its own; nil without an answer.
    package static func ask(
        _ port: Int, _ method: String, _ target: String, headers: [(String, String)] = [], body: [UInt8]? = nil,
        host: String = "desk"
    ) async -> Answer? {
        await away {
            guard let client = PlainClient(port: port) else { return nil }
            var head = "\(method) \(target) HTTP/1.1\r\nhost: \(host)\r\nconnection: close\r\n"
            for (name, value) in headers { head += "\(name): \(value)\r\n" }
            if let body { head += "content-length: \(body.count)\r\n" }
            client.send(head + "\r\n")
            if let body { client.send(body) }
            return client.answer()
        }
    }
}
