import Desk
import DeskHouse
import Peers
import SQLiteStore
import Support
import Testing

/// A crisis: nothing leaves, everybody sees why, and whoever may ends it knows what will leave.
@Suite("A freeze in the pages", .timeLimit(.minutes(10)))
struct FreezePageTests {
    private static func house(_ body: @escaping @Sendable (DeskHouse, DeskVisitor, DeskVisitor) async throws -> Void) async throws {
        try await DeskHouse.run { house in
            try await house.receive(DeskHouse.line("m1", "Où est ma commande FR-48213 ?"), DeskHouse.line("m2", "suivi de mon colis svp"))
            let rita = try await house.visitor("rita", role: .manager)
            try await body(house, try await house.visitor("zoé"), rita)
        }
    }

    @Test("a manager freezes with a reason, which every page shows; replies are held, said to be, and taken back as long as they are")
    func held() async throws {
        try await Self.house { house, zoe, rita in
            #expect(try await zoe.get("/freeze").status == 403)
            #expect(try await zoe.post("/freeze", [("reason", "x")]).status == 403)
            #expect(try await rita.post("/freeze", [("reason", " "), ("reach", "everything")]).status == 422)
            #expect(try await rita.post("/freeze", [("reason", "rappel produit <b>"), ("reach", "everything")]).status == 303)
            #expect(try await house.store.freezes().map(\.by) == ["rita"])
            for path in ["/", "/cases/1", "/figures", "/search?q=colis", "/cases/99"] {
                let page = try await zoe.get(path).body
                #expect(page.contains("class=\"freeze\"") && page.contains("rappel produit &lt;b&gt;"), "\(path)")
            }
            let approved = try await zoe.follow("/cases/1/approval", [("version", "1")])
            #expect(approved.body.contains("retenue par le gel"))
            house.clock.advance(seconds: 3600)
            let page = try await zoe.get("/cases/1").body
            #expect(page.contains("Retenu") && !page.contains(">Traité<") && page.contains("action=\"/cases/1/undo\""))
            #expect(try await zoe.get("/?view=past").body.contains("Retenu"))
            #expect(try await zoe.follow("/cases/1/undo", [("version", "2")]).body.contains("attend de nouveau"))
            #expect(try await house.store.file(of: 1)?.case.status == .waiting)
        }
    }

    @Test("what will leave is listed before a freeze is ended, by a manager")
    func thaw() async throws {
        try await Self.house { house, zoe, rita in
            _ = try await rita.post("/freeze", [("reason", "rappel produit"), ("reach", "everything")])
            _ = try await zoe.post("/cases/1/approval", [("version", "1")])
            house.clock.advance(seconds: 60)
            let page = try await rita.get("/freeze").body
            #expect(page.contains("href=\"/cases/1\"") && page.contains("1\u{A0}réponse partira aussitôt") && page.contains("zoé"))
            #expect(try await zoe.post("/thaw", []).status == 403)
            let thawed = try await rita.follow("/thaw", [])
            #expect(thawed.status == 200 && thawed.body.contains("Gel levé") && !thawed.body.contains("class=\"freeze\""))
            #expect(try await house.store.freezes().isEmpty)
            #expect(try await zoe.get("/cases/1").body.contains(">Traité<"))
        }
    }

    @Test("an alarm stands over the queue for all who see it, with its cases, until a manager ends it; its freeze names it")
    func alarm() async throws {
        try await Self.house { house, zoe, rita in
            let topic = ComplaintTopic("track_order", at: ChannelAccount(channel: "standard", account: "default"))
            try await house.store.ring(
                Alarm(
                    topic, authors: 12, usual: 1.3, window: 3600, at: house.clock.now, title: "suivi de commande", isFrench: true),
                after: nil)
            let page = try await zoe.get("/").body
            #expect(page.contains("12\u{A0}personnes mécontentes au sujet de") && page.contains("1,3 d’ordinaire"))
            #expect(page.contains("gelés par l’alerte") && !page.contains("/alarms/1/end"))
            #expect(page.contains("/?view=everyone&amp;team=public_relations&amp;priority=1&amp;channel=standard"))
            #expect(try await zoe.post("/alarms/1/end", []).status == 403)
            #expect(try await rita.get("/").body.contains("/alarms/1/end"))
            let ended = try await rita.follow("/alarms/1/end", [])
            #expect(ended.body.contains("Alerte terminée") && !ended.body.contains("personnes mécontentes au sujet de «\u{A0}Suivi"))
            #expect(try await house.store.alarms().isEmpty)
            #expect(try await house.store.freezes().count == 1)
        }
    }

    @Test("where only what nobody has read is stopped, the banner says that approved replies leave")
    func unreviewed() async throws {
        try await Self.house { house, zoe, rita in
            _ = try await rita.post("/freeze", [("reason", "prudence"), ("reach", "unreviewed")])
            #expect(try await house.store.freezes().map(\.reach) == [.unreviewed])
            #expect(try await zoe.get("/").body.contains("Les réponses que vous approuvez partent"))
            #expect(try await !zoe.follow("/cases/1/approval", [("version", "1")]).body.contains("retenue par le gel"))
        }
    }
}
