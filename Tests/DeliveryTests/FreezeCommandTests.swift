import Desk
import Foundation
import Peers
import SQLiteStore
import Support
import Testing

/// The built program against a platform on loopback.
@Suite("courtois freeze and courtois thaw", .timeLimit(.minutes(10)))
struct FreezeCommandTests {
    private let folder: TemporaryFolder
    private let peer: ScriptedPeer

    init() throws {
        peer = try ScriptedPeer([.answer(204)])
        folder = try TemporaryFolder()
        try folder.write(
            """
            store: \(folder.path)/store.sqlite
            channels:
              - {channel: standard, api_base: "\(peer.url)", token: {env: CALLBACK_SECRET}}
            delivery: {allow_http: true, allow_networks: [127.0.0.0/8], timeout: 5}
            """, to: "courtois.yaml")
    }

    private func run(_ arguments: String...) async throws -> Program {
        try await Program.run(
            arguments, in: folder.path,
            environment: ["CALLBACK_SECRET": "whsec_c2VjcmV0LW9mLXRoZS10ZXN0cw==", "COURTOIS_USER": "ada"])
    }

    /// One reply that a person approved and one that leaves unreviewed, both due.
    private func fill() async throws {
        let store = try SQLiteStore(path: folder.path + "/store.sqlite")
        let then = Instant(seconds: Int(Date().timeIntervalSince1970) - 60)
        let number = try await store.receive(Sample.arrival("a", at: then)).caseNumber
        _ = try await store.review(
            ReviewChange(
                number, version: 1, .approve(note: nil, acceptsFindings: false, delivery: "reply-a"), by: Sample.zoe, at: then)
        ).get()
        _ = try await store.receive(Sample.arrival("b", disposition: .send, at: then))
        try store.close()
    }

    @Test("what is received while an alarm stands is public relations', where its author is dissatisfied with the same; thawing ends that")
    func alarm() async throws {
        let rules = try TemporaryFolder(SampleRules.files)
        let store = try SQLiteStore(path: folder.path + "/store.sqlite")
        let door = ChannelAccount(channel: "standard", account: "default")
        try await store.ring(
            Alarm(
                ComplaintTopic("track_order", at: door), authors: 12, usual: 0, window: 3600, at: Sample.start, title: nil, isFrench: true),
            after: nil)
        try store.close()
        func receive(_ id: String, _ text: String) async throws -> String {
            let line = #"{"id":"\#(id)","channel":"standard","text":"\#(text)"}"# + "\n"
            let environment = ["COURTOIS_STORE": folder.path + "/store.sqlite"]
            return try await Program.run(["receive", "--rules", rules.path], input: Data(line.utf8), environment: environment).output
        }
        #expect(try await run("freeze").output.contains(" by alarm · 12"))
        #expect(try await receive("m1", "Je suis déçu. Où est ma commande ?").contains(#""team":"public_relations","priority":1"#))
        #expect(try await receive("m2", "Où est ma commande ?").contains(#""team":"customer_service""#))
        #expect(try await run("thaw", "--account", "standard/default").status == 0)
        #expect(try await receive("m3", "Je suis déçu. Où est ma commande ?").contains(#""team":"customer_service""#))
    }

    @Test("while the desk is frozen nothing is sent; afterwards what a person approved leaves, and the rest waits for one")
    func everything() async throws {
        try await fill()
        let frozen = try await run("freeze", "--all", "--reason", "mot de passe: Soleil")
        #expect(frozen.status == 0, "\(frozen.error)")
        #expect(frozen.output.hasPrefix("Frozen: the desk · everything · since 20"))
        #expect(frozen.output.contains(" by ada · ") && !frozen.output.contains("Soleil"))
        #expect(try await run("deliver", "--once", "--quiet").status == 0)
        #expect(peer.requests.isEmpty)
        #expect(try await run("outbox").error.contains("Frozen: the desk"))
        let thawed = try await run("thaw", "--all")
        #expect((thawed.status, thawed.output, thawed.error) == (0, "", "Nothing is frozen.\n"))
        #expect(try await run("deliver", "--once", "--quiet").status == 0)
        #expect(peer.requests.map { $0.headers["webhook-id"] } == ["reply-a"])
        #expect(try await run("queue").output.contains("2@"))
        let rows = try await run("audit", "list").output.split(separator: "\n").filter { $0.contains("frozen") || $0.contains("thawed") }
        #expect(rows.count == 2 && rows[0].contains("ada frozen desk · everything:") && rows[1].hasSuffix("ada thawed desk"))
        #expect(try await run("audit", "verify").status == 0)
    }

    @Test("with --unreviewed, what a person approved leaves")
    func unreviewed() async throws {
        try await fill()
        #expect(try await run("freeze", "--all", "--unreviewed", "--reason", "rumeur").output.contains("· unreviewed ·"))
        #expect(try await run("deliver", "--once", "--quiet").status == 0)
        #expect(peer.requests.map { $0.headers["webhook-id"] } == ["reply-a"])
    }

    @Test("accounts are frozen and thawed one by one, listed as JSON, and a name the settings do not have is said")
    func accounts() async throws {
        try await fill()
        let frozen = try await run("freeze", "--account", "standard/default", "--account", "fax/one", "--reason", "panne", "--json")
        #expect(frozen.error == "courtois: the settings list no fax/one; it is frozen all the same\n")
        let lines = frozen.output.split(separator: "\n")
        #expect(lines.count == 2)
        #expect(
            lines.first?.hasPrefix(
                #"{"scope":"account","channel":"standard","account":"default","stops":"everything","by":"ada","at":"20"#) == true)
        #expect(try await run("deliver", "--once", "--quiet").status == 0)
        #expect(peer.requests.isEmpty)
        #expect(
            try await run("freeze", "--account", "fax/one", "--reason", "encore").error.contains(
                "courtois: fax/one was frozen before; the first freeze stands\n"))
        #expect(try await run("freeze").output.split(separator: "\n").count == 2)
        let missing = try await run("thaw", "--account", "fax/two")
        #expect(missing.status == 1 && missing.error == "courtois: fax/two is not frozen\n")
        #expect(try await run("thaw", "--account", "standard/default").output.hasPrefix("Frozen: fax/one"))
        #expect(try await run("thaw", "--all").status == 0)
        let nothing = try await run("thaw", "--all")
        #expect((nothing.status, nothing.output) == (1, ""))
        #expect(nothing.error.hasPrefix("courtois: nothing is frozen\n"))
    }

    @Test("an account is frozen wherever its replies leave: e-mail by its channel, a Page by its ids; without ids it is said")
    func doors() async throws {
        try folder.write(
            """
            store: \(folder.path)/store.sqlite
            channels:
              - {channel: mailgun, account: contact, token: {env: NOT_HERE}}
              - {channel: meta, account: page, identities: ["777"]}
              - {channel: whatsapp, account: shop}
            """, to: "courtois.yaml")
        try SQLiteStore(path: folder.path + "/store.sqlite").close()
        let frozen = try await run("freeze", "--account", "mailgun/contact", "--account", "meta/page", "--reason", "panne")
        #expect((frozen.status, frozen.error) == (0, ""))
        let places = frozen.output.split(separator: "\n").map { $0.prefix { $0 != "·" } }
        #expect(
            places == ["Frozen: email/contact ", "Frozen: messenger/777 ", "Frozen: instagram/777 ", "Frozen: facebook/777 "])
        #expect(try await run("thaw", "--account", "meta/page").output.hasPrefix("Frozen: email/contact"))
        let byDoor = try await run("thaw", "--account", "email/contact")
        #expect((byDoor.status, byDoor.error) == (0, "Nothing is frozen.\n"))
        let unnamed = try await run("freeze", "--account", "whatsapp/shop", "--reason", "panne")
        #expect(unnamed.status == 2 && unnamed.error.contains("lists no ids under “identities”"))
        let named = try await run("freeze", "--account", "whatsapp/33100000000", "--reason", "panne")
        #expect((named.status, named.error) == (0, "") && named.output.hasPrefix("Frozen: whatsapp/33100000000"))
    }

    @Test(
        "what is missing or wrong in the call is exit code 2, with what to do",
        arguments: [
            (["freeze", "--all"], "say why, with --reason"), (["freeze", "--reason", "x"], "name what to freeze"),
            (["freeze", "--all", "--account", "a/b", "--reason", "x"], "give one of them"),
            (["freeze", "--account", "bot", "--reason", "x"], "write CHANNEL/ACCOUNT"), (["thaw"], "name what to thaw"),
            (["freeze", "--all", "--reason", "x", "--role", "reader"], "needs the role reviewer"),
        ] as [([String], String)])
    func usage(_ arguments: [String], _ expected: String) async throws {
        try await fill()
        let program = try await Program.run(arguments + ["--store", folder.path + "/store.sqlite"])
        #expect(program.status == 2)
        #expect(program.error.contains(expected), "\(program.error)")
    }
}
