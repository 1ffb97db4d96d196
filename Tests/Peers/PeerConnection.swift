import Glibc

/// One accepted connection: reads requests and writes what the script says, with plain blocking calls.
struct PeerConnection {
    let socket: Int32
    let number: Int
    private var buffer: [UInt8] = []

    init(socket: Int32, number: Int) {
        self.socket = socket
        self.number = number
    }

    /// The next request; nil when the client has closed.
    mutating func read() -> PeerRequest? {
        while true {
            if let request = parse() { return request }
            var chunk = [UInt8](repeating: 0, count: 65536)
            let count = recv(socket, &chunk, chunk.count, 0)
            guard count > 0 else { return nil }
            buffer += chunk[..<count]
        }
    }

    private mutating func parse() -> PeerRequest? {
        guard let end = Self.headerEnd(buffer) else { return nil }
        let lines = String(decoding: buffer[..<end], as: UTF8.self).split(separator: "\r\n")
        let words = lines.first?.split(separator: " ") ?? []
        guard words.count == 3 else { return nil }
        var headers: [String: String] = [:]
        for line in lines.dropFirst() {
            guard let colon = line.firstIndex(of: ":") else { continue }
            headers[line[..<colon].lowercased()] = String(line[line.index(after: colon)...].drop { $0 == " " })
        }
        let length = headers["content-length"].flatMap(Int.init) ?? 0
        guard buffer.count >= end + 4 + length else { return nil }
        let body = String(decoding: buffer[(end + 4)..<(end + 4 + length)], as: UTF8.self)
        buffer.removeFirst(end + 4 + length)
        return PeerRequest(method: String(words[0]), path: String(words[1]), headers: headers, body: body, connection: number)
    }

    private static func headerEnd(_ bytes: [UInt8]) -> Int? {
        guard bytes.count >= 4 else { return nil }
        return (0...bytes.count - 4).first { bytes[$0..<$0 + 4].elementsEqual([13, 10, 13, 10]) }
    }

    /// Whether the connection lives on.
    func perform(_ act: PeerAct) -> Bool {
        switch act {
        case .answer(let status, let headers, let body):
            let lines = headers.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)\r\n" }.joined()
            return write("HTTP/1.1 \(status) Scripted\r\ncontent-length: \(body.utf8.count)\r\n\(lines)\r\n\(body)")
        case .resetUnread, .reset:
            var linger = linger(l_onoff: 1, l_linger: 0)
            setsockopt(socket, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout.size(ofValue: linger)))
        case .close: break
        case .late:
            var byte: UInt8 = 0
            while recv(socket, &byte, 1, 0) > 0 {}
            _ = write("HTTP/1.1 200 Late\r\ncontent-length: 0\r\n\r\n")
        case .half: _ = write("HTTP/1.1 200 Scripted\r\ncontent-length: 1000\r\n\r\nten bytes.")
        case .garbage: _ = write("\u{1}\u{2}!! 220 ready\r\n\r\n")
        case .flood(let bytes):
            var left = bytes
            var goesOn = write("HTTP/1.1 200 Scripted\r\ncontent-length: \(bytes)\r\n\r\n")
            let chunk = String(repeating: "x", count: 65536)
            while goesOn, left > 0 {
                goesOn = write(left >= chunk.utf8.count ? chunk : String(chunk.prefix(left)))
                left -= chunk.utf8.count
            }
        case .stream(let text, let headers):
            let lines = headers.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)\r\n" }.joined()
            guard write("HTTP/1.1 200 Scripted\r\n\(lines)\r\n\(text)") else { return false }
            var byte: UInt8 = 0
            while recv(socket, &byte, 1, 0) > 0 {}
        case .headers:
            var goesOn = write("HTTP/1.1 200 Scripted\r\n")
            var number = 0
            while goesOn {
                number += 1
                goesOn = write("x-\(number): \(String(repeating: "y", count: 1000))\r\n")
            }
        }
        return false
    }

    private func write(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes { send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            guard count > 0 else { return false }
            sent += count
        }
        return true
    }
}
