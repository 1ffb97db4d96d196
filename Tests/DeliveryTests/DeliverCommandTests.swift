import Cryptography
import Desk
import Foundation
import Peers
import SQLiteStore
import Support
import Testing

/// The built program against a platform on loopback.
@Suite("courtois deliver and courtois outbox", .timeLimit(.minutes(10)))
struct DeliverCommandTests {
    private static let secret = "whsec_c2VjcmV0LW9mLXRoZS10ZXN0cw=="

    /// A folder with a store and settings, and the platform they name.
    private struct House {
        let folder: TemporaryFolder
        let peer: ScriptedPeer
        let path: String

        init(_ script: [PeerAct], token: String = "{env: CALLBACK_SECRET}") throws {
            peer = try ScriptedPeer(script)
            folder = try TemporaryFolder()
            path = folder.path
            try folder.write(
                """
                channels:
                  - channel: standard
                    api_base: \(peer.url)/hook
                    token: \(token)
                delivery: {allow_http: true, allow_networks: [127.0.0.0/8], timeout: 5}
                """, to: "courtois.yaml")
        }

        var store: String { path + "/store.sqlite" }

        /// Receives messages and approves their drafts, long enough ago that they are due.
        func approve(_ ids: String...) async throws {
            let store = try SQLiteStore(path: store)
            let then = Instant(seconds: Int(Date().timeIntervalSince1970) - 60)
            for id in ids {
                let number = try await store.receive(Sample.arrival(id, at: then)).caseNumber
                _ = try await store.review(
                    ReviewChange(
                        number, version: 1, .approve(note: nil, acceptsFindings: false, delivery: "reply-\(id)"), by: Sample.zoe, at: then)
                ).get()
            }
            try store.close()
        }

        func run(_ arguments: String..., environment: [String: String] = ["CALLBACK_SECRET": DeliverCommandTests.secret]) async throws
            -> Program
        {
            try await Program.run(arguments, in: path, environment: environment.merging(["COURTOIS_STORE": store]) { $1 })
        }
    }

    @Test("deliver --once takes what is due to the platform, signed with the secret of the environment, and shows no secret")
    func once() async throws {
        let house = try House([.answer(204)])
        try await house.approve("a", "b")
        let program = try await house.run("deliver", "--once")
        #expect(program.status == 0)
        #expect(house.peer.requests.count == 2)
        for request in house.peer.requests {
            let (id, timestamp) = (request.headers["webhook-id"] ?? "", request.headers["webhook-timestamp"] ?? "")
            let signed = Digest.hmacSHA256(key: Array("secret-of-the-tests".utf8), Array("\(id).\(timestamp).\(request.body)".utf8))
            #expect(request.headers["webhook-signature"] == "v1," + Data(signed).base64EncodedString())
            #expect(request.path == "/hook")
        }
        #expect(Set(house.peer.requests.compactMap { $0.headers["webhook-id"] }) == ["reply-a", "reply-b"])
        #expect(!program.error.contains("whsec") && !program.error.contains("Bonjour"))
        #expect(program.error.split(separator: "\n").count { $0.hasSuffix("standard sent") } == 2)
        let again = try await house.run("deliver", "--once")
        #expect(again.status == 0 && house.peer.requests.count == 2)
    }

    @Test("a secret may be in a file, with the end of line that editors leave")
    func secretFile() async throws {
        let house = try House([.answer(200)], token: "{file: secret.txt}")
        try house.folder.write(Self.secret + "\n", to: "secret.txt")
        try await house.approve("a")
        #expect(try await house.run("deliver", "--once", environment: [:]).status == 0)
        #expect(house.peer.requests.count == 1)
    }

    @Test("a secret that is not there ends the program with 2 and the place it should be in")
    func noSecret() async throws {
        let house = try House([.answer(200)])
        try await house.approve("a")
        let program = try await house.run("deliver", "--once", environment: [:])
        #expect(program.status == 2)
        #expect(program.error.contains("the environment variable CALLBACK_SECRET is not set"))
        #expect(house.peer.requests.isEmpty)
    }

    @Test("a mistake in the settings is said as file:line:column, and a secret in them is not repeated")
    func settings() async throws {
        let house = try House([], token: "hunter2")
        let program = try await house.run("deliver", "--once")
        #expect(program.status == 2)
        #expect(program.error.hasPrefix("courtois.yaml:4:12: token does not belong into this file"))
        #expect(!program.error.contains("hunter2"))
    }

    @Test("a store that is not there is said, with the remedy")
    func noStore() async throws {
        let program = try await House([]).run("deliver", "--once")
        #expect(program.status == 2 && program.error.contains("there is no store"))
    }

    @Test("outbox shows what needs a person, and retries, drops and confirms it")
    func outbox() async throws {
        let house = try House([.answer(400), .answer(200)])
        try await house.approve("a")
        #expect(try await house.run("deliver", "--once").status == 0)
        let list = try await house.run("outbox")
        #expect(list.output == "1 refused · standard default · case 1 · tried 1× · 400 · the receiver refuses the reply\n")
        #expect(try await house.run("outbox", "confirm", "1").status == 1)
        let retried = try await house.run("outbox", "retry", "1", "--as", "zoe")
        #expect(retried.status == 0 && retried.output.hasPrefix("1 queued · standard default · case 1 · tried 1× · due "))
        #expect(try await house.run("deliver", "--once").status == 0)
        #expect(house.peer.requests.map { $0.headers["webhook-id"] } == ["reply-a", "reply-a"])
        let json = try await house.run("outbox", "list", "--state", "sent", "--json")
        let fields = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
        #expect(fields["state"] as? String == "sent" && fields["delivery"] as? Int == 1 && fields["attempts"] as? Int == 2)
        #expect(fields["due_at"] is NSNull && fields["approved_by"] as? String == "zoe")
        let dropped = try await house.run("outbox", "drop", "1", "9")
        #expect(dropped.status == 1)
        #expect(dropped.error == "courtois: delivery 1 is sent: that cannot be done with it\ncourtois: there is no delivery 9\n")
        #expect(try await house.run("outbox", "drop", "1", "--role", "reader").status == 2)
    }

    @Test("an account that is refused is paused, named in the list, and resumed by a person")
    func paused() async throws {
        let house = try House([.answer(401), .answer(200)])
        try await house.approve("a")
        #expect(try await house.run("deliver", "--once").status == 0)
        #expect(try await house.run("outbox").error.contains("Paused: standard default — "))
        #expect(try await house.run("deliver", "--once").status == 0)
        #expect(house.peer.requests.count == 1)
        #expect(try await house.run("outbox", "resume", "standard", "default").status == 0)
        #expect(try await house.run("outbox", "resume", "standard", "default").status == 1)
        #expect(try await house.run("deliver", "--once").status == 0)
        #expect(house.peer.requests.count == 2)
    }

    @Test("a running courier ends with 0 when it is told to, once the request under way has its answer")
    func terminated() async throws {
        let gate = Gate()
        let peer = try ScriptedPeer { _ in
            gate.wait()
            return .answer(200)
        }
        let house = try House([])
        try house.folder.write(
            """
            channels: [{channel: standard, api_base: "\(peer.url)", token: {env: CALLBACK_SECRET}}]
            delivery: {allow_http: true, allow_networks: [127.0.0.0/8]}
            """, to: "courtois.yaml")
        try await house.approve("a")
        let process = try ChildProcess(
            Program.path, ["deliver", "--quiet"], in: house.path,
            environment: ["COURTOIS_STORE": house.store, "CALLBACK_SECRET": Self.secret, "PATH": "/usr/bin:/bin"])
        while peer.requests.isEmpty, process.isRunning { await Task.yield() }
        process.signal(SIGTERM)
        gate.open()
        #expect(process.wait() == 0)
        #expect(try await house.run("outbox", "list", "--state", "sent").output.hasPrefix("1 sent"))
    }
}
