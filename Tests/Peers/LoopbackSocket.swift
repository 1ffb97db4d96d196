import Glibc

/// Listening sockets on 127.0.0.1.
package enum LoopbackSocket {
    /// A listener on a port of the system's choice.
    package static func listen(backlog: Int32) -> (socket: Int32, port: UInt16)? { reserve { Glibc.listen($0, backlog) == 0 } }

    /// A port that refuses whoever calls, and that nobody else is given until the socket is closed.
    package static func refuse() -> (socket: Int32, port: UInt16)? { reserve { _ in true } }

    private static func reserve(_ prepare: (Int32) -> Bool) -> (socket: Int32, port: UInt16)? {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard listener >= 0 else { return nil }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout.size(ofValue: address))
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, length) == 0 && prepare(listener) && getsockname(listener, $0, &length) == 0
            }
        }
        guard isBound else {
            close([listener])
            return nil
        }
        return (listener, UInt16(bigEndian: address.sin_port))
    }

    /// A port for a program that takes no socket. Nobody listens on it now.
    package static func closedPort() -> UInt16? {
        guard let (socket, port) = listen(backlog: 1) else { return nil }
        close([socket])
        return port
    }

    /// Whether somebody listens on `port`.
    package static func isOpen(_ port: UInt16) -> Bool {
        let client = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        defer { close([client]) }
        return connect(client, to: port) == 0
    }

    private static func connect(_ client: Int32, to port: UInt16) -> Int32 {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        address.sin_port = port.bigEndian
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Glibc.connect(client, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
    }

    /// A port whose queue is full, so that connecting hangs; keep the sockets open, then close them.
    package static func fullPort() -> (port: UInt16, sockets: [Int32])? {
        guard let (listener, port) = listen(backlog: 0) else { return nil }
        var sockets = [listener]
        for _ in 0..<8 {
            let client = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue), 0)
            _ = connect(client, to: port)
            sockets.append(client)
        }
        return (port, sockets)
    }

    package static func close(_ sockets: [Int32]) { for socket in sockets { Glibc.close(socket) } }
}
