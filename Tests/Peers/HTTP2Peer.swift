import Foundation

/// `nghttpd`, a server of HTTP/2 alone by others, where it is installed. It answers a request with the request's body.
package final class HTTP2Peer: @unchecked Sendable {
    package static let path = "/usr/sbin/nghttpd"
    package static var isInstalled: Bool { FileManager.default.isExecutableFile(atPath: path) }

    package let port: UInt16
    package let certificate: String
    // `@unchecked Sendable`: the process is only started in `init` and ended in `deinit`.
    private let process = Process()

    package enum Failure: Error { case notListening }

    package init(in folder: String) throws {
        let key: String
        (certificate, key) = try TLSPeer.makeCertificate("IP:127.0.0.1", in: folder)
        guard let port = LoopbackSocket.closedPort() else { throw Failure.notListening }
        self.port = port
        process.executableURL = URL(fileURLWithPath: Self.path)
        process.arguments = ["--address=127.0.0.1", "--htdocs=\(folder)", "--echo-upload", "\(port)", key, certificate]
        (process.standardOutput, process.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
        try process.run()
        for _ in 0..<200 where !LoopbackSocket.isOpen(port) {
            guard process.isRunning else { throw Failure.notListening }
            usleep(10_000)
        }
    }

    /// Lets it do nothing more, with its connections open.
    package func suspend() { kill(process.processIdentifier, SIGSTOP) }

    deinit {
        // Born with SIGTERM blocked, by the test's own threads.
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }
}
