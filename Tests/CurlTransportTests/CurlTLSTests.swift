import CurlTransport
import Desk
import Peers
import Support
import Testing

@Suite("TLS out", .timeLimit(.minutes(1)))
struct CurlTLSTests {
    private func get(_ url: String, _ settings: CurlSettings) async throws -> Result<Int, TransportFailure> {
        let transport = try CurlTransport(settings)
        do throws(TransportFailure) {
            return .success(try await transport.send(OutgoingRequest(method: "GET", url: url, headers: [], body: [])).status)
        } catch {
            return .failure(error)
        }
    }

    @Test("a certificate that nobody trusted has signed gets not a byte of the request; one that is trusted does")
    func selfSigned() async throws {
        let folder = try TemporaryFolder()
        let peer = try TLSPeer("IP:127.0.0.1", in: folder.path)
        let url = "https://127.0.0.1:\(peer.port)/"
        let settings = CurlTransportTests.settings { $0.allowsPlainHTTP = false }
        #expect(try await get(url, settings) == .failure(.notSent(cause: "the certificate is not valid")))
        #expect(try await get(url, CurlTransportTests.settings { $0.certificates = peer.certificate }) == .success(200))
    }

    @Test("a trusted certificate for another name gets nothing either")
    func otherName() async throws {
        let folder = try TemporaryFolder()
        let peer = try TLSPeer("DNS:other.example", in: folder.path)
        let settings = CurlTransportTests.settings { $0.certificates = peer.certificate }
        let result = try await get("https://127.0.0.1:\(peer.port)/", settings)
        #expect(result == .failure(.notSent(cause: "the certificate is not valid")))
    }

    @Test("a peer that speaks no TLS gets nothing")
    func noTLS() async throws {
        let peer = try ScriptedPeer([.garbage])
        let result = try await get("https://127.0.0.1:\(peer.port)/", CurlTransportTests.settings(timeout: 500))
        guard case .failure(.notSent) = result else {
            Issue.record("\(result)")
            return
        }
        #expect(peer.requests.isEmpty)
    }

    @Test("a file of trusted certificates that is not there is said to be so")
    func noCertificates() async throws {
        let settings = CurlTransportTests.settings { $0.certificates = "/nonexistent.pem" }
        let peer = try ScriptedPeer()
        #expect(
            try await get("https://127.0.0.1:\(peer.port)/", settings)
                == .failure(.notSent(cause: "the file of trusted certificates cannot be read")))
    }
}
