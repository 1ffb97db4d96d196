import Desk
import DeskHouse
import Peers
import SQLiteStore
import Support
import Testing

/// Work on cases, by forms alone.
@Suite("Reviewing without scripts", .timeLimit(.minutes(10)))
struct ReviewFlowTests {
    private static let text = "Où est ma commande FR-48213 ? <b>"

    private static func house(
        policy: ReviewPolicy = ReviewPolicy(), _ body: @escaping @Sendable (DeskHouse, DeskVisitor) async throws -> Void
    ) async throws {
        try await DeskHouse.run(policy: policy) { house in
            try await house.receive(DeskHouse.line("m1", text), DeskHouse.line("m2", "suivi de mon colis svp"))
            try await body(house, try await house.visitor("zoé"))
        }
    }

    @Test("a draft is approved and taken back while it may be, and its delivery with it")
    func approveAndUndo() async throws {
        try await Self.house { house, zoe in
            let page = try await zoe.get("/cases/1")
            let draft = try #require(try await house.store.file(of: 1)?.case.draft?.text)
            #expect(page.body.contains(draft))
            let approved = try await zoe.follow("/cases/1/approval", [("version", "1"), ("text", draft.replacing("\n", with: "\r\n"))])
            #expect(approved.status == 200 && approved.body.contains("action=\"/cases/1/undo\"") && approved.body.contains("10 s"))
            #expect(try await house.store.deliveries([.queued], after: 0, most: 9).map(\.reply.text) == [draft])
            let file = try #require(try await house.store.file(of: 1))
            #expect(file.case.draft?.author == nil, "line ends of forms are no edit")
            let undone = try await zoe.follow("/cases/1/undo", [("version", "2")])
            #expect(undone.body.contains("attend de nouveau"))
            #expect(try await house.store.deliveries([.queued], after: 0, most: 9).isEmpty)
            #expect(try await house.store.file(of: 1)?.case.status == .waiting)
        }
    }

    @Test("approve and next leads to the next case of the queue it was opened from, with the way back at hand")
    func next() async throws {
        try await Self.house { house, zoe in
            let from = "/?view=everyone"
            let answer = try await zoe.post("/cases/1/approval", [("version", "1"), ("then", "next"), ("from", from)])
            let target = try #require(answer.headers["location"])
            #expect(
                answer.status == 303 && target.hasPrefix("/cases/2?said=approved&about=1&undo=2") && target.hasSuffix("view%3Deveryone"))
            let second = try await zoe.get(target)
            #expect(second.body.contains("action=\"/cases/1/undo\""))
            let last = try await zoe.post("/cases/2/approval", [("version", "1"), ("then", "next"), ("from", from)])
            #expect(last.headers["location"]?.hasPrefix("/?view=everyone&said=approved&about=2") == true)
        }
    }

    @Test("an approval that comes twice is made once, and its way back is at hand both times")
    func twice() async throws {
        try await Self.house { house, zoe in
            let draft = try #require(try await house.store.file(of: 1)?.case.draft?.text)
            let words = "Bonjour,\n\nNous vous répondrons sous un jour ouvré.\n\nBien cordialement,\nL'équipe Maison Exemple"
            for (number, text) in [(1, draft), (2, words)] {
                let fields = [("version", "1"), ("text", text), ("then", "next"), ("from", "/?view=everyone")]
                let first = try await zoe.post("/cases/\(number)/approval", fields)
                let second = try await zoe.post("/cases/\(number)/approval", fields)
                #expect(first.status == 303 && second.status == 303)
                #expect(first.headers["location"] == second.headers["location"] && first.headers["location"]?.contains("&undo=") == true)
            }
            #expect(try await house.store.deliveries([.queued], after: 0, most: 9).count == 2)
            let other = try await zoe.post("/cases/1/approval", [("version", "1"), ("text", "Un autre texte.")])
            let max = try await house.visitor("max")
            let colleague = try await max.post("/cases/1/approval", [("version", "1"), ("text", draft)])
            house.clock.advance(seconds: 11)
            let late = try await zoe.post("/cases/1/approval", [("version", "1"), ("text", draft)])
            #expect(other.status == 409 && colleague.status == 409 && late.status == 409)
        }
    }

    @Test("an edited text is kept, proofread and let go in one; with remarks it is kept and waits for a word")
    func edit() async throws {
        try await Self.house { house, zoe in
            let words = "Bonjour,\n\nNous vous rappelons aujourd'hui.\n\nBien cordialement,\nL’équipe Maison Exemple"
            _ = try await zoe.post("/cases/1/approval", [("version", "1"), ("text", words)])
            let file = try #require(try await house.store.file(of: 1))
            #expect(file.case.status == .answered && file.case.draft?.author == "zoé" && file.case.version == 3)
            #expect(file.case.draft?.text.contains("aujourd’hui") == true, "plain faults of typography are mended")
            let faulty = try await zoe.follow(
                "/cases/2/approval", [("version", "1"), ("text", "Bonjour, c’est URGENT, tu peux attendre.")])
            #expect(faulty.status == 200 && faulty.body.contains("Texte enregistré, pas encore approuvé"))
            #expect(faulty.body.contains("name=\"accept\"") && faulty.body.contains("Tutoiement"))
            #expect(try await house.store.file(of: 2)?.case.status == .waiting)
            let refused = try await zoe.post("/cases/2/approval", [("version", "2"), ("text", "Bonjour, c’est URGENT, tu peux attendre.")])
            #expect(refused.status == 422)
            _ = try await zoe.post(
                "/cases/2/approval", [("version", "2"), ("text", "Bonjour, c’est URGENT, tu peux attendre."), ("accept", "yes")])
            #expect(try await house.store.file(of: 2)?.case.status == .answered)
        }
    }

    @Test("what is left over from a template can be let go by nobody")
    func leftover() async throws {
        try await Self.house { house, zoe in
            let page = try await zoe.follow(
                "/cases/1/approval", [("version", "1"), ("text", "Bonjour {{name}}, merci."), ("accept", "yes")])
            #expect(page.status == 422 && page.body.contains("Ce texte ne peut pas partir"))
            #expect(!page.body.contains("name=\"accept\""))
            #expect(try await house.store.file(of: 1)?.case.status == .waiting)
        }
    }

    @Test("a stale change is refused with both texts, and one's own can be kept on top")
    func conflict() async throws {
        try await Self.house { house, zoe in
            let max = try await house.visitor("max")
            _ = try await max.post("/cases/1/draft", [("version", "1"), ("text", "Le texte de Max.")])
            for path in ["/cases/1/draft", "/cases/1/approval"] {
                let answer = try await zoe.post(path, [("version", "1"), ("text", "Le texte de Zoé <i>.")])
                #expect(answer.status == 409)
                #expect(answer.body.contains("Le texte de Max.") && answer.body.contains("Le texte de Zoé &lt;i&gt;."))
                #expect(answer.body.contains("name=\"version\" value=\"2\""))
            }
            let kept = try await zoe.follow("/cases/1/draft", [("version", "2"), ("text", "Le texte de Zoé.")])
            #expect(kept.status == 200)
            #expect(try await house.store.file(of: 1)?.case.draft?.text == "Le texte de Zoé.")
            let unseen = try await max.post("/cases/1/rejection", [("version", "2"), ("reason", "ton")])
            #expect(unseen.status == 409 && unseen.body.contains("Le texte de Zoé.") && unseen.body.contains("Le texte de Max."))
        }
    }

    @Test("what a colleague holds is theirs: the refusal keeps the words that were typed")
    func claimed() async throws {
        try await Self.house { house, zoe in
            let max = try await house.visitor("max")
            _ = try await max.post("/cases/1/claim", [])
            #expect(try await zoe.get("/cases/1").body.contains("max s’en occupe"))
            let answer = try await zoe.post("/cases/1/draft", [("version", "1"), ("text", "Mes mots à moi")])
            #expect(answer.status == 409 && answer.body.contains("max s’occupe de ce dossier") && answer.body.contains("Mes mots à moi"))
            #expect(try await max.get("/?view=mine").body.contains("data-case=\"1\""))
            _ = try await max.post("/cases/1/release", [])
            #expect(try await zoe.post("/cases/1/draft", [("version", "1"), ("text", "Mes mots à moi")]).status == 303)
        }
    }

    @Test("escalating, handing over, noting, taking over, giving back, closing and reopening go by their forms")
    func others() async throws {
        try await Self.house { house, zoe in
            try await house.add("max")
            func state() async throws -> Case { try #require(try await house.store.file(of: 1)).case }
            func act(_ name: String, _ fields: [(String, String)] = []) async throws -> Int {
                try await zoe.post("/cases/1/\(name)", [("version", String(try await state().version))] + fields).status
            }
            #expect(try await act("note", [("note", "rappeler au 4970 1012 3456 7893")]) == 303)
            let note = try #require(try await house.store.file(of: 1)?.notes.first?.text)
            #expect(!note.contains("3456 7893"), "a card number is masked")
            #expect(try await act("escalation", [("team", "legal"), ("note", "menace")]) == 303)
            #expect(try await state().team == .legal)
            #expect(try await act("escalation", [("team", "nowhere")]) == 422)
            #expect(try await act("assignment", [("to", "nobody")]) == 422)
            try await house.add("rita", role: .reader)
            let reader = try await zoe.post("/cases/1/assignment", [("version", String(try await state().version)), ("to", "rita")])
            #expect(reader.status == 422 && reader.body.contains("rita ne fait que lire"))
            #expect(try await act("assignment", [("to", "max")]) == 303)
            #expect(try await state().claim?.by == "max")
            house.clock.advance(seconds: 1000)
            #expect(try await act("rejection", [("reason", "froid")]) == 409, "what was given to somebody is theirs")
            #expect(try await house.visitor("max").post("/cases/1/release", []).status == 303)
            #expect(try await act("rejection", [("reason", " ")]) == 422)
            #expect(try await act("rejection", [("reason", "froid")]) == 303)
            #expect(try await act("takeover") == 303)
            #expect(try await act("draft", [("text", "x")]) == 409)
            #expect(try await act("return") == 303)
            #expect(try await act("closing", [("reason", "doublon")]) == 303)
            #expect(try await state().status == .closed)
            #expect(try await act("reopening", [("reason", "erreur")]) == 303)
            #expect(try await state().status == .waiting)
            #expect(try await zoe.get("/cases/99").status == 404)
            #expect(try await zoe.post("/cases/99/claim", []).status == 404)
            #expect(try await zoe.get("/cases/abc").status == 404)
        }
    }

    @Test("a case that was closed by a slip is reopened from the word of it")
    func reopen() async throws {
        try await Self.house { house, zoe in
            let closed = try await zoe.follow("/cases/1/closing", [("version", "1"), ("reason", "doublon"), ("from", "/?view=everyone")])
            #expect(closed.body.contains("data-case=\"2\"") && closed.body.contains("action=\"/cases/1/reopening\""))
            let version = try #require(closed.body.firstMatch(of: /name="version" value="2">[^\n]*name="reason" value="([^"]+)"/))
            let reopened = try await zoe.follow("/cases/1/reopening", [("version", "2"), ("reason", String(version.output.1))])
            #expect(reopened.status == 200 && reopened.body.contains("Dossier 1 rouvert"))
            #expect(try await house.store.file(of: 1)?.case.status == .waiting)
        }
    }

    @Test("another request is drafted for by the rules, as a new version")
    func redraft() async throws {
        try await DeskHouse.run { house in
            try await house.receive(DeskHouse.line("m1", "je suis déçu, rien ne va"))
            let zoe = try await house.visitor("zoé")
            let page = try await zoe.get("/cases/1")
            #expect(page.body.contains("<option value=\"track_order\">"))
            #expect(try await zoe.post("/cases/1/redraft", [("version", "1"), ("intent", "nothing")]).status == 422)
            #expect(try await zoe.post("/cases/1/redraft", [("version", "1"), ("intent", "track_order")]).status == 303)
            let item = try #require(try await house.store.file(of: 1)).case
            #expect(item.version == 2 && item.intent == "track_order" && item.draft?.template?.hasPrefix("track_order/") == true)
            #expect(item.draft?.author == nil && item.draft?.text.contains("votre numéro de commande") == true)
            #expect(try await house.store.audit(after: 0, most: 9).contains { $0.action == .redrafted && $0.actor == "zoé" })
            #expect(try await zoe.post("/cases/1/redraft", [("version", "1"), ("intent", "track_order")]).status == 409)
        }
    }

    @Test("a block is put behind the text, with what the message gives filled in, and nothing is kept by that")
    func blocks() async throws {
        try await Self.house { house, zoe in
            let page = try await zoe.get("/cases/1")
            #expect(page.body.contains("n° de commande = <bdi>FR-48213</bdi>"))
            let marker = try #require(page.body.firstRange(of: "name=\"block\" value=\""))
            let number = String(page.body[marker.upperBound...].prefix { $0.isNumber })
            let with = try await zoe.post("/cases/1/block", [("version", "1"), ("text", "Début."), ("block", number)])
            #expect(with.status == 200 && with.body.contains("Début.\n\n"))
            #expect(try await house.store.file(of: 1)?.case.version == 1)
        }
    }

    @Test("where two readers are wanted, who wrote the text cannot let it go")
    func secondReader() async throws {
        try await DeskHouse.run { house in
            _ = try await house.store.receive(Sample.arrival("m1", isSensitive: true))
            let (zoe, max) = (try await house.visitor("zoé"), try await house.visitor("max"))
            #expect(try await zoe.get("/cases/1").body.contains("Second lecteur requis"))
            let words = "Bonjour,\n\nNous vous répondrons sous un jour ouvré."
            let own = try await zoe.post("/cases/1/approval", [("version", "1"), ("text", words)])
            #expect(own.status == 422 && own.body.contains("ne peut pas l’approuver"))
            #expect(try await max.post("/cases/1/approval", [("version", "2")]).status == 303)
        }
    }

    @Test("the proofreader answers while one writes: findings, length in the channel’s unit, and nothing is kept")
    func proof() async throws {
        try await Self.house { house, zoe in
            let before = try await house.store.lastChange()
            let answer = try await zoe.post("/cases/1/proof", [("text", "Tu peux attendre <b>")])
            #expect(answer.status == 200 && answer.headers["content-type"] == "application/json")
            #expect(answer.body.contains("\"length\":\"20\"") && answer.body.contains("\"text\":\"Tu\""))
            #expect(try await zoe.post("/cases/1/proof", [("text", "Bonjour.")]).body.contains("\"findings\":[]"))
            #expect(try await house.store.lastChange() == before)
        }
    }

    @Test("the customer’s words are marked where evidence was found, with phrase, place and points for every reader")
    func evidence() async throws {
        try await Self.house { _, zoe in
            let page = try await zoe.get("/cases/1").body
            #expect(page.contains("<mark tabindex=\"0\" aria-describedby=\"e0-0\">Où est ma commande</mark>"))
            #expect(page.contains("role=\"tooltip\" id=\"e0-0\""))
            #expect(page.contains("orders/track_order.yaml:7") && page.contains("où (est|en est) &lt;ma&gt; &lt;commande&gt;"))
            #expect(page.contains("data-copy=\"FR-48213\""))
        }
    }
}
