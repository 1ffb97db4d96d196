import CurlTransport
import Desk
import Peers
import Support
import Testing

@Suite("TLS out", .timeLimit(.minutes(10)))
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

    @Test("requests go by HTTP/2 where the peer speaks it, many over few connections", .enabled(if: HTTP2Peer.isInstalled))
    func http2() async throws {
        let folder = try TemporaryFolder()
        let peer = try HTTP2Peer(in: folder.path)
        let transport = try CurlTransport(CurlTransportTests.settings { $0.certificates = peer.certificate })
        let url = "https://127.0.0.1:\(peer.port)/"
        let bodies = try await withThrowingTaskGroup(of: String.self) { group in
            for number in 0..<50 {
                group.addTask {
                    let answer = try await transport.send(CurlTransportTests.request(url, body: "body \(number)"))
                    return "\(answer.status) \(String(decoding: answer.body, as: UTF8.self))"
                }
            }
            return try await group.reduce(into: Set<String>()) { $0.insert($1) }
        }
        #expect(bodies == Set((0..<50).map { "200 body \($0)" }))
    }

    @Test("a request on a kept HTTP/2 connection counts as written too", .enabled(if: HTTP2Peer.isInstalled))
    func http2Interrupted() async throws {
        let folder = try TemporaryFolder()
        let peer = try HTTP2Peer(in: folder.path)
        let transport = try CurlTransport(CurlTransportTests.settings(timeout: 1_000) { $0.certificates = peer.certificate })
        let request = CurlTransportTests.request("https://127.0.0.1:\(peer.port)/")
        #expect(try await transport.send(request).status == 200)
        peer.suspend()
        await #expect(throws: TransportFailure.interrupted(cause: "timed out")) { try await transport.send(request) }
    }
}
