import Desk
import DeskHouse
import Peers
import SQLiteStore
import Support
import Testing

/// Replies that did not arrive, or of which nobody knows.
@Suite("What became of a reply, on its case’s page", .timeLimit(.minutes(10)))
struct DeliveryPageTests {
    /// A house whose case 1 was approved, and the try to deliver it came to `settlement`.
    private static func house(
        _ settlement: Settlement, _ body: @escaping @Sendable (DeskHouse, DeskVisitor, String) async throws -> Void
    ) async throws {
        try await DeskHouse.run { house in
            try await house.receive(DeskHouse.line("m1", "Où est ma commande FR-48213 ?"))
            let zoe = try await house.visitor("zoé")
            let draft = try #require(try await house.store.file(of: 1)?.case.draft?.text)
            #expect(try await zoe.post("/cases/1/approval", [("version", "1")]).status == 303)
            house.clock.advance(seconds: 60)
            let now = house.clock.now
            let claim = DeliveryClaim(most: 1, mostPerAccount: 1, worker: "courier", seconds: 60)
            guard case .leased(let lease)? = try await house.store.claim(claim, now: now).first?.state,
                case .granted(let written) = try await house.store.markWriting(lease, .once, until: now + 30, now: now)
            else { throw DeskHouseFailure.noAnswer }
            #expect(try await house.store.settle(written, settlement, now: now + 1))
            try await body(house, zoe, draft)
        }
    }

    private static func editor(_ page: String) -> String? {
        page.firstMatch(of: /name="text"[^>]*>\n([^<]*)<\/textarea>/).map { String($0.1) }
    }

    @Test("an unknown one may have arrived: the page says so, and lets a person confirm it")
    func unknown() async throws {
        try await Self.house(.unknown(cause: "timed out <i>")) { house, zoe, draft in
            let page = try await zoe.get("/cases/1").body
            #expect(page.contains("peut-être arrivée") && page.contains("Regardez sur la plateforme avant d’écrire de nouveau"))
            #expect(page.contains("timed out &lt;i&gt;") && !page.contains("Non remis") && !page.contains("Rédigé par les règles"))
            #expect(Self.editor(page) == "")
            for action in ["confirmation", "retry", "drop"] { #expect(page.contains("formaction=\"/cases/1/delivery/\(action)\"")) }
            let confirmed = try await zoe.follow("/cases/1/delivery/confirmation", [("delivery", "1")])
            #expect(confirmed.status == 200 && confirmed.body.contains("Réponse notée comme arrivée"))
            #expect(try await house.store.delivery(1)?.state.kind == .sent)
            #expect(try await house.store.file(of: 1)?.case.promisedUntil != nil, "what it says is that somebody will answer")
            let twice = try await zoe.post("/cases/1/delivery/confirmation", [("delivery", "1")])
            #expect(twice.status == 409 && twice.body.contains("a déjà changé"))
        }
    }

    @Test("a refused one comes with the platform’s words, and its text to be mended")
    func refused() async throws {
        try await Self.house(.refused(code: "400", words: "Message trop long")) { house, zoe, draft in
            let page = try await zoe.get("/cases/1").body
            #expect(page.contains("Message trop long") && page.contains("Non remis") && !page.contains("peut-être"))
            #expect(Self.editor(page) == draft)
            #expect(!page.contains("/delivery/confirmation"))
            #expect(try await zoe.post("/cases/1/delivery/retry", [("delivery", "1")]).status == 303)
            #expect(try await house.store.delivery(1)?.state.kind == .queued)
        }
    }

    @Test("one that was tried in vain tells why, and can be given up")
    func exhausted() async throws {
        try await Self.house(.exhausted(cause: "503 for three days")) { house, zoe, draft in
            let page = try await zoe.get("/cases/1").body
            #expect(page.contains("503 for three days") && Self.editor(page) == draft)
            let dropped = try await zoe.follow("/cases/1/delivery/drop", [("delivery", "1")])
            #expect(dropped.status == 200 && dropped.body.contains("Envoi abandonné"))
            #expect(try await house.store.delivery(1)?.state == .dropped(by: "zoé"))
        }
    }

    @Test("what no longer stands is not sent again, and a case’s page decides on none of another’s")
    func moved() async throws {
        try await Self.house(.unknown(cause: "timed out")) { house, zoe, _ in
            try await house.receive(DeskHouse.line("m2", "Alors ?", conversation: "c-m1"), DeskHouse.line("m3", "suivi de mon colis"))
            let answer = try await zoe.post("/cases/1/delivery/retry", [("delivery", "1")])
            #expect(answer.status == 409 && answer.body.contains("la conversation a continué"))
            #expect(try await house.store.delivery(1)?.state.kind == .unknown)
            #expect(try await zoe.post("/cases/2/delivery/drop", [("delivery", "1")]).status == 404)
            #expect(try await zoe.post("/cases/1/delivery/drop", [("delivery", "x")]).status == 404)
        }
    }

    @Test("a reply that did not arrive is marked in lists, counted and listed by itself, and told to whoever approved it")
    func seen() async throws {
        for (settlement, mark) in [
            (Settlement.refused(code: "400", words: "x"), "Non remis"), (.unknown(cause: "timed out"), "À vérifier"),
        ] {
            try await Self.house(settlement) { house, zoe, _ in
                try await house.receive(DeskHouse.line("m2", "suivi de mon colis"))
                let queue = try await zoe.get("/?view=everyone").body
                #expect(queue.contains(">\(mark)</span>") && queue.contains("data-count=\"undelivered\">1<"))
                let own = try await zoe.get("/?view=undelivered").body
                #expect(own.matches(of: /class="row" data-case="(\d+)"/).map(\.output.1) == ["1"] && own.contains(">\(mark)</span>"))
                let heard = try #require(await zoe.hear("/events?after=1", until: "\"counts\""))
                #expect(heard.contains("\"undelivered\":\"1\"") && heard.contains("Dossier 1") && heard.contains("\"alarms\":[{"))
                let max = try await house.visitor("max")
                #expect(try #require(await max.hear("/events?after=1", until: "\"counts\"")).contains("\"alarms\":[]"))
                _ = try await zoe.post("/cases/1/delivery/drop", [("delivery", "1")])
                let after = try await zoe.get("/?view=everyone").body
                #expect(!after.contains(mark) && !after.contains("view=undelivered"))
            }
        }
    }
}
