import Foundation

/// `nghttpd`, a server of HTTP/2 alone by others, where it is installed. It answers a request with the request's body.
package final class HTTP2Peer: Sendable {
    package static let path = "/usr/sbin/nghttpd"
    package static var isInstalled: Bool { FileManager.default.isExecutableFile(atPath: path) }

    package let port: UInt16
    package let certificate: String
    private let process: ChildProcess

    package enum Failure: Error { case notListening }

    package init(in folder: String) throws {
        let key: String
        (certificate, key) = try TLSPeer.makeCertificate("IP:127.0.0.1", in: folder)
        guard let port = LoopbackSocket.closedPort() else { throw Failure.notListening }
        self.port = port
        process = try ChildProcess(
            Self.path, ["--address=127.0.0.1", "--htdocs=\(folder)", "--echo-upload", "\(port)", key, certificate])
        for _ in 0..<200 where !LoopbackSocket.isOpen(port) {
            guard process.isRunning else { throw Failure.notListening }
            usleep(10_000)
        }
    }

    /// Lets it do nothing more, with its connections open.
    package func suspend() { process.signal(SIGSTOP) }

    deinit {
        process.signal(SIGKILL)
        process.wait()
    }
}
