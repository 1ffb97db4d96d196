import Desk
import DeskHouse
import Peers
import SQLiteStore
import Support
import Testing

/// What the page of a case leads with, and what it leaves out.
@Suite("The page of a case", .timeLimit(.minutes(10)))
struct CasePageTests {
    @Test("what is to be moderated leads with closing it once it is hidden; an empty field has no blue button")
    func moderation() async throws {
        try await DeskHouse.run { house in
            _ = await house.store.receive([
                Sample.arrival("m1", disposition: .moderate, draft: nil), Sample.arrival("m2", disposition: .human, draft: nil),
            ])
            let zoe = try await house.visitor("zoé")
            let page = try await zoe.get("/cases/1").body
            #expect(page.contains("class=\"button primary\" name=\"reason\" value=\"Masqué sur la plateforme\" data-key=\"x\""))
            #expect(page.contains("Signalé, clore") && page.contains("Rien à masquer, clore"))
            #expect(!page.contains("class=\"button primary\" data-key=\"a\""))
            #expect(!page.contains("clôturez"))
            let other = try await zoe.get("/cases/2").body
            #expect(!other.contains("Masqué, clore") && other.contains("<datalist id=\"close-reasons\">"))
            #expect(try await zoe.post("/cases/1/closing", [("version", "1"), ("reason", "Masqué sur la plateforme")]).status == 303)
            #expect(try await house.store.file(of: 1)?.case.status == .closed)
        }
    }

    @Test("what else the customer wrote of is listed beside a case, with its state; of nobody else, and not where there is nothing")
    func others() async throws {
        try await DeskHouse.run { house in
            _ = await house.store.receive([
                Sample.arrival("m1", text: "Ma lampe <clignote>"), Sample.arrival("m2", text: "Où est mon colis ?"),
                Sample.arrival("m3", text: "Un autre client", author: "customer-2"), Sample.arrival("m4", text: "Ailleurs", channel: "x"),
            ])
            let zoe = try await house.visitor("zoé")
            let page = try await zoe.get("/cases/2").body
            #expect(page.contains("Autres dossiers de cette personne <span class=\"quiet\">1</span>"))
            #expect(page.contains("<a href=\"/cases/1\">Dossier 1</a>") && page.contains("Ma lampe &lt;clignote&gt;"))
            #expect(!page.contains("Un autre client") && !page.contains("Ailleurs"))
            for alone in [3, 4] { #expect(try await !zoe.get("/cases/\(alone)").body.contains("Autres dossiers")) }
        }
    }

    @Test("an answered case is closed, not closed without a reply")
    func answered() async throws {
        try await DeskHouse.run { house in
            try await house.receive(DeskHouse.line("m1", "Où est ma commande FR-48213 ?"))
            let zoe = try await house.visitor("zoé")
            #expect(try await zoe.get("/cases/1").body.contains("Clore sans répondre"))
            _ = try await zoe.post("/cases/1/approval", [("version", "1"), ("text", "Bonjour,\n\nVotre colis est arrivé ce matin.")])
            house.clock.advance(seconds: 60)
            let now = house.clock.now
            let claim = DeliveryClaim(most: 1, mostPerAccount: 1, worker: "courier", seconds: 60)
            guard case .leased(let lease)? = try await house.store.claim(claim, now: now).first?.state,
                case .granted(let written) = try await house.store.markWriting(lease, .once, until: now + 30, now: now)
            else { throw DeskHouseFailure.noAnswer }
            _ = try await house.store.settle(written, .sent(externalIds: ["1"]), now: now + 1)
            let page = try await zoe.get("/cases/1").body
            #expect(page.contains("Clore le dossier") && !page.contains("Clore sans répondre"))
        }
    }

    @Test("a message without words is empty, not erased")
    func empty() async throws {
        try await DeskHouse.run { house in
            try await house.receive(DeskHouse.line("m1", ""))
            let zoe = try await house.visitor("zoé")
            let page = try await zoe.get("/cases/1").body
            #expect(page.contains("Message vide") && !page.contains("Message effacé"))
            #expect(try await !zoe.get("/?view=everyone").body.contains("Message effacé"))
        }
    }

    @Test("a subject stands once, apart from the text, and a value that was found twice is one chip")
    func subject() async throws {
        try await DeskHouse.run { house in
            let text = "Commande FR-48213\n\nOù est ma commande FR-48213 ?"
            let line = DeskHouse.line("m1", "Commande FR-48213 : où est ma commande FR-48213 ?")
            try await house.receive(line)
            _ = try await house.store.receive(Sample.arrival("m2", text: text, subject: "Commande FR-48213"))
            let zoe = try await house.visitor("zoé")
            let page = try await zoe.get("/cases/2").body
            #expect(page.contains("<p class=\"subject\"><bdi>Commande FR-48213</bdi></p>"))
            #expect(page.contains("<div class=\"words\" dir=\"auto\">Où est ma commande FR-48213 ?</div>"))
            #expect(try await zoe.get("/?view=everyone").body.contains("Commande FR-48213 · Où est ma commande"))
            #expect(try await zoe.get("/cases/1").body.matches(of: /data-copy="FR-48213"/).count == 1)
        }
    }

    @Test("the brand’s texts can be searched, and begin with what a person says while a signal gates the case")
    func blocks() async throws {
        try await DeskHouse.run(.shipped) { house in
            try await house.receive(DeskHouse.line("m1", "Merci beaucoup pour rien, je saisis la DGCCRF"))
            let page = try await house.visitor("zoé").get("/cases/1").body
            let blocks = try #require(page.firstRange(of: "data-blocks"))
            let title = try #require(page[blocks.upperBound...].firstMatch(of: /<h3>([^<]*)<\/h3>/)).output.1
            #expect(title == "Réponses d’attente" && page[blocks.upperBound...].contains("type=\"search\""))
        }
    }

    @Test("reasons are told in the reader’s language, whatever the customer writes")
    func reasons() async throws {
        try await DeskHouse.run { house in
            try await house.receive(DeskHouse.line("m1", "Where is my order FR-48213?"))
            let page = try await house.visitor("zoé").get("/cases/1").body
            #expect(page.contains("Demande reconnue") && !page.contains("Request recognised"))
        }
    }

    @Test("from a case one goes back to the one before it in its list, and from the first to the list")
    func before() async throws {
        try await DeskHouse.run { house in
            _ = await house.store.receive((1...3).map { Sample.arrival("m\($0)") })
            let zoe = try await house.visitor("zoé")
            let from = "from=%2F%3Fview%3Deveryone"
            #expect(try await zoe.get("/cases/3/before?\(from)").headers["location"] == "/cases/2?\(from)")
            #expect(try await zoe.get("/cases/1/before?\(from)").headers["location"] == "/?view=everyone")
            #expect(try await zoe.get("/cases/2?\(from)").body.contains("/cases/2/before?from="))
        }
    }
}
