import Desk
import SQLiteStore
import DeskHouse
import Peers
import Support
import Testing

@Suite("Pages of figures and rules", .timeLimit(.minutes(10)))
struct FigurePageTests {
    private static let hostile = "=cmd|' /C calc'!A0\"><script>alert(1)</script>"

    @Test("the page shows the period's figures, and a period that is none is said to be so")
    func page() async throws {
        try await DeskHouse.run { house in
            try await house.receive(DeskHouse.line("m1", "Où est ma commande FR-48213 ?"), DeskHouse.line("m2", "suivi de mon colis svp"))
            house.clock.advance(seconds: 1200)
            let approval = ReviewAction.approve(note: nil, acceptsFindings: true, delivery: "d1")
            let colleague = Colleague(name: "zoé", role: .reviewer)
            _ = try await house.store.review(ReviewChange(1, version: 1, approval, by: colleague, at: house.clock.now)).get()
            let visitor = try await house.visitor("zoé")
            let page = try await visitor.get("/figures")
            #expect(page.status == 200)
            for part in [
                "Messages reçus", "<strong>2</strong>", "role=\"img\"", "20\u{A0}min", "100\u{A0}%", "30\u{A0}jours",
                "Seules comptent les heures d’ouverture",
            ] {
                #expect(page.body.contains(part), "\(part)")
            }
            #expect(!page.body.contains("role=\"alert\""))
            for query in [
                "from=2026-02-31&through=2026-03-01", "from=2026-03-02&through=2026-03-01", "from=x&through=y",
                "from=0001-01-01&through=9999-12-31",
            ] {
                let wrong = try await visitor.get("/figures?" + query)
                #expect(wrong.status == 200 && wrong.body.contains("role=\"alert\""), "\(query)")
            }
            let before = try await visitor.get("/figures?from=2026-01-01&through=2026-01-07")
            #expect(before.body.contains("Aucun message sur cette période"))
        }
    }

    @Test("figures are counted once a minute for all who look, and the page says of which minute they are")
    func counted() async throws {
        try await DeskHouse.run { house in
            try await house.receive(DeskHouse.line("m1", "Où est ma commande FR-48213 ?"))
            let (zoe, max) = (try await house.visitor("zoé"), try await house.visitor("max"))
            #expect(try await zoe.get("/figures").body.contains("<strong>1</strong>"))
            try await house.receive(DeskHouse.line("m2", "suivi de mon colis svp"))
            let same = try await max.get("/figures").body
            #expect(same.contains("<strong>1</strong>") && same.contains("compté à 09:15"))
            #expect(try await max.get("/figures.csv?table=teams").body.contains(",1\r\n"))
            #expect(try await max.get("/figures?days=7").body.contains("<strong>2</strong>"), "another period is counted by itself")
            house.clock.advance(seconds: 60)
            let next = try await zoe.get("/figures").body
            #expect(next.contains("<strong>2</strong>") && next.contains("compté à 09:16"))
        }
    }

    @Test("tables are taken away as CSV that no spreadsheet takes for a formula")
    func csv() async throws {
        try await DeskHouse.run { house in
            try await house.receive(DeskHouse.line("m1", "Où est ma commande ?", channel: Self.hostile))
            let visitor = try await house.visitor("zoé")
            let channels = try await visitor.get("/figures.csv?table=channels")
            #expect(channels.headers["content-type"]?.hasPrefix("text/csv") == true)
            #expect(channels.headers["content-disposition"]?.hasPrefix("attachment; filename=\"courtois-channels-20") == true)
            let field = "\"'" + Self.hostile.replacing("\"", with: "\"\"") + "\""
            #expect(channels.body == "channel,title,messages\r\n\(field),\(field),1\r\n")
            let days = try await visitor.get("/figures.csv?table=days&days=7&mark=yes")
            #expect(days.body.hasPrefix("\u{FEFF}date,messages,"))
            #expect(days.body.split(separator: "\r\n").count == 8)
            #expect(try await visitor.get("/figures.csv?table=users").status == 404)
            #expect(try await house.guest().get("/figures.csv?table=days").status != 200)
        }
    }

    @Test("names of channels cannot be markup on the page of figures")
    func hostileChannel() async throws {
        try await DeskHouse.run { house in
            try await house.receive(DeskHouse.line("m1", "Où est ma commande ?", channel: Self.hostile))
            let page = try await house.visitor("zoé").get("/figures")
            #expect(page.status == 200 && page.body.contains("&lt;script&gt;") && !page.body.contains("<script>alert"))
        }
    }

    @Test("rules are for managers; a message is explained with the evidence the engine gives, and nothing is kept")
    func trial() async throws {
        try await DeskHouse.run { house in
            let reviewer = try await house.visitor("zoé")
            #expect(try await reviewer.get("/rulebook").status == 403)
            let manager = try await house.visitor("ada", role: .manager)
            let page = try await manager.get("/rulebook")
            #expect(page.status == 200 && page.body.contains("/rulebook/intents/track_order"))
            let text = "<script>alert(1)</script> où est ma commande FR-48213, je suis déçu !!"
            let answer = try await manager.post("/rulebook", [("text", text), ("visibility", "private")])
            #expect(answer.status == 200)
            for part in [
                "id=\"explanation\"", "FR-48213", "track_order.yaml:", "&lt;script&gt;", "−20</span> <mark dir=\"auto\">déçu</mark></li>",
                "−24 dixièmes de point",
            ] {
                #expect(answer.body.contains(part), "\(part)")
            }
            #expect(!answer.body.contains("<script>alert"))
            #expect(try await house.store.queue(QueueQuery()).items.isEmpty)
            let long = try await manager.post("/rulebook", [("text", String(repeating: "é", count: 50_000))])
            #expect(long.status == 200 && long.body.contains("role=\"alert\"") && long.body.utf8.count < 200_000)
            #expect(try await manager.post("/rulebook", [("text", text), ("key", "forged")]).status == 403)
        }
    }

    @Test("managers see what colleagues answered as another request than the rules read, and the case it was in")
    func corrections() async throws {
        try await DeskHouse.run(.shipped) { house in
            let manager = try await house.visitor("ada", role: .manager)
            #expect(try await manager.get("/rulebook").body.contains("Rien ces 30 derniers jours"))
            try await house.receive(DeskHouse.line("m1", "Où est ma commande FR-48213 ? <b>Vite</b>"))
            try await house.receive(DeskHouse.line("m2", "Où est ma commande FR-48214 ?"))
            let zoe = try await house.visitor("zoé")
            #expect(try await zoe.post("/cases/1/redraft", [("version", "1"), ("intent", "opening_hours_store")]).status == 303)
            for number in 1...2 {
                let item = try #require(try await house.store.file(of: Int64(number))).case
                let fields = [("version", "\(item.version)"), ("text", item.draft?.text ?? ""), ("accept", "yes")]
                #expect(try await zoe.post("/cases/\(number)/approval", fields).status == 303)
            }
            let page = try await manager.get("/rulebook").body
            let table = try #require(page.firstMatch(of: /<table class="corrected">.*?<\/table>/.dotMatchesNewlines())).output
            #expect(table.contains("<a href=\"/cases/1\">Où est ma commande FR-48213 ? &lt;b&gt;Vite&lt;/b&gt;</a>"))
            #expect(table.contains("<td>Suivi de commande</td>") && table.contains("<a href=\"/rulebook/intents/opening_hours_store\">"))
            #expect(!table.contains("FR-48214"))
        }
    }

    @Test("an intent's page has its examples and counter-examples, and where its file is")
    func intent() async throws {
        try await DeskHouse.run { house in
            let manager = try await house.visitor("ada", role: .manager)
            let page = try await manager.get("/rulebook/intents/track_order")
            #expect(page.status == 200 && page.body.contains("track_order.yaml:1") && page.body.contains("class=\"samples\""))
            #expect(try await manager.get("/rulebook/intents/nothing").status == 404)
            #expect(try await manager.get("/rulebook?check=yes").body.contains("Aucune anomalie"))
        }
    }
}
