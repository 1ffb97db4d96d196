import Foundation

/// `openssl s_server` on loopback, with a certificate nobody but itself has signed.
package final class TLSPeer: @unchecked Sendable {
    package let port: UInt16
    /// The certificate, in PEM.
    package let certificate: String
    // `@unchecked Sendable`: the process is only started in `init` and ended in `deinit`.
    private let process = Process()

    package enum Failure: Error { case openssl }

    /// - Parameter name: The subject alternative name of the certificate, such as `IP:127.0.0.1`.
    package init(_ name: String, in folder: String) throws {
        let key: String
        (certificate, key) = try Self.makeCertificate(name, in: folder)
        guard let port = LoopbackSocket.closedPort() else { throw Failure.openssl }
        self.port = port
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/openssl")
        process.arguments = ["s_server", "-accept", "127.0.0.1:\(port)", "-cert", certificate, "-key", key, "-www"]
        (process.standardInput, process.standardOutput, process.standardError) = (Pipe(), output, FileHandle.nullDevice)
        try process.run()
        // It says « ACCEPT » once it listens.
        var said = Data()
        while !String(decoding: said, as: UTF8.self).contains("ACCEPT") {
            let more = output.fileHandleForReading.nextBytes()
            guard !more.isEmpty else { throw Failure.openssl }
            said += more
        }
    }

    deinit {
        // It is born with SIGTERM blocked, by the test's own threads.
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    /// Paths of a self-signed certificate for `name`, and of its key.
    static func makeCertificate(_ name: String, in folder: String) throws -> (certificate: String, key: String) {
        let (certificate, key) = (folder + "/peer.pem", folder + "/peer.key")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/openssl")
        process.arguments = [
            "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", key, "-out", certificate,
            "-days", "2", "-subj", "/CN=peer", "-addext", "subjectAltName=\(name)",
        ]
        (process.standardOutput, process.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failure.openssl }
        return (certificate, key)
    }
}
