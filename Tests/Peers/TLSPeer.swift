import Foundation

/// `openssl s_server` on loopback, with a certificate nobody but itself has signed.
package final class TLSPeer: Sendable {
    package let port: UInt16
    /// The certificate, in PEM.
    package let certificate: String
    private let process: ChildProcess

    package enum Failure: Error { case openssl }

    /// - Parameter name: The subject alternative name of the certificate, such as `IP:127.0.0.1`.
    package init(_ name: String, in folder: String) throws {
        let key: String
        (certificate, key) = try Self.makeCertificate(name, in: folder)
        guard let port = LoopbackSocket.closedPort() else { throw Failure.openssl }
        self.port = port
        process = try ChildProcess(
            Self.openssl, ["s_server", "-accept", "127.0.0.1:\(port)", "-cert", certificate, "-key", key, "-www"], input: .pipe,
            output: .pipe)
        // It says « ACCEPT » once it listens.
        var said = Data()
        while !String(decoding: said, as: UTF8.self).contains("ACCEPT") {
            guard let more = process.output?.nextBytes(), !more.isEmpty else { throw Failure.openssl }
            said += more
        }
    }

    deinit {
        process.signal(SIGKILL)
        process.wait()
    }

    /// Paths of a self-signed certificate for `name`, and of its key.
    static func makeCertificate(_ name: String, in folder: String) throws -> (certificate: String, key: String) {
        let (certificate, key) = (folder + "/peer.pem", folder + "/peer.key")
        let process = try ChildProcess(
            openssl,
            [
                "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", key, "-out",
                certificate, "-days", "2", "-subj", "/CN=peer", "-addext", "subjectAltName=\(name)",
            ])
        guard process.wait() == 0 else { throw Failure.openssl }
        return (certificate, key)
    }

    private static let openssl = "/usr/bin/openssl"
}
