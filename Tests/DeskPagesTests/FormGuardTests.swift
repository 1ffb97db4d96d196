import Desk
import DeskHouse
import Peers
import SQLiteStore
import Support
import Testing

/// What another site, or a page gone stale, can do: nothing.
@Suite("Forms of the desk are its own", .timeLimit(.minutes(10)))
struct FormGuardTests {
    static let changes = [
        "claim", "release", "undo", "rejection", "note", "takeover", "return", "closing", "reopening", "escalation", "assignment",
        "redraft",
        "draft", "approval", "block", "proof", "delivery/confirmation", "delivery/retry", "delivery/drop",
    ]

    @Test("no change is made without the key of the session, whatever the form says")
    func key() async throws {
        try await DeskHouse.run { house in
            try await house.receive(DeskHouse.line("m1", "où est ma commande ?"))
            let (visitor, other) = (try await house.visitor("zoé"), try await house.visitor("max"))
            let before = try await house.store.lastChange()
            let fields = [("version", "1"), ("text", "Autre"), ("note", "x"), ("reason", "x"), ("team", "legal")]
            for change in Self.changes {
                for key in ["", "0", other.key, String(repeating: "f", count: 64)] {
                    let answer = try await visitor.post("/cases/1/\(change)", [("key", key)] + fields)
                    #expect(answer.status == 403, "\(change)")
                }
            }
            for path in ["/sign-out", "/preferences", "/account", "/sign-in", "/welcome"] {
                #expect(try await visitor.post(path, [("key", "")]).status == 403, "\(path)")
            }
            #expect(try await house.store.lastChange() == before)
            #expect(try await visitor.get("/").status == 200)
        }
    }

    @Test("a request that a browser says comes from elsewhere is refused, even with the key")
    func origin() async throws {
        try await DeskHouse.run { house in
            try await house.receive(DeskHouse.line("m1", "où est ma commande ?"))
            let visitor = try await house.visitor("zoé")
            for header in [
                ("sec-fetch-site", "cross-site"), ("sec-fetch-site", "same-site"), ("origin", "https://evil.example"),
                ("origin", "http://desk:1"),
            ] { #expect(try await visitor.post("/cases/1/claim", [], headers: [header]).status == 403, "\(header)") }
            for headers in [[("sec-fetch-site", "same-origin"), ("origin", "null")], [("origin", "http://desk")], []] {
                #expect(try await visitor.post("/cases/1/claim", [], headers: headers).status == 303, "\(headers)")
            }
        }
    }

    static func isSafe(_ answer: PlainClient.Answer) -> Bool {
        answer.headers["x-content-type-options"] == "nosniff" && answer.headers["cache-control"] == "no-store"
            && answer.headers["content-security-policy"]?.contains("default-src 'none'") == true
    }

    @Test("what no page answers is answered safely, and people at a browser by a page")
    func missing() async throws {
        try await DeskHouse.run { house in
            let visitor = try await house.visitor("zoé")
            let page = try await visitor.get("/nope", headers: [("accept", "text/html,*/*")])
            #expect(page.status == 404 && page.body.contains("Cette page n’existe pas") && Self.isSafe(page))
            let plain = try await visitor.get("/nope")
            #expect(plain.status == 404 && plain.body == "not found\n" && Self.isSafe(plain))
            let api = try await visitor.get("/api/v1/nope", headers: [("accept", "text/html")])
            #expect(api.status == 404 && api.headers["content-type"] == "application/problem+json")
            #expect(Self.isSafe(try await visitor.get("/assets/nope.js")))
            #expect(Self.isSafe(try await visitor.get("/healthz/nope")))
        }
    }

    @Test("words that could not be kept are shown on the page that says so, to be copied", arguments: ["text", "note", "reason"])
    func wordsKept(_ field: String) async throws {
        try await DeskHouse.run { house in
            try await house.receive(DeskHouse.line("m1", "où est ma commande ?"))
            let visitor = try await house.visitor("zoé")
            let path = ["text": "draft", "note": "note", "reason": "closing"][field] ?? ""
            let typed = "Une longue réponse <b> d’une heure"
            let forged = try await visitor.post("/cases/1/\(path)", [("key", "0"), ("version", "1"), (field, typed)])
            #expect(forged.status == 403 && forged.body.contains("readonly"))
            #expect(forged.body.contains("Une longue réponse &lt;b&gt; d’une heure"))
            let name = try #require(UserName("zoé"))
            _ = try await house.store.change(name, .disabled(true), by: "test", at: house.clock.now).get()
            let ended = try await visitor.post("/cases/1/\(path)", [("version", "1"), (field, typed)])
            #expect(ended.status == 403 && ended.body.contains("Une longue réponse &lt;b&gt; d’une heure"))
            // A password is no word of that kind.
            let secret = try await visitor.post("/sign-in", [("key", "0"), ("name", "zoé"), ("password", "quatre mots")])
            #expect(secret.status == 403 && !secret.body.contains("quatre mots") && !secret.body.contains("readonly"))
        }
    }

    @Test("roles hold: a reader changes nothing, and sees no button that would")
    func reader() async throws {
        try await DeskHouse.run { house in
            try await house.receive(DeskHouse.line("m1", "où est ma commande ?"))
            let reader = try await house.visitor("lou", role: .reader)
            let before = try await house.store.lastChange()
            let page = try await reader.get("/cases/1")
            #expect(page.status == 200 && !page.body.contains("/approval") && !page.body.contains("/claim"))
            for change in Self.changes {
                #expect(try await reader.post("/cases/1/\(change)", [("version", "1"), ("text", "x")]).status == 403, "\(change)")
            }
            #expect(try await house.store.lastChange() == before)
        }
    }

    @Test("bodies that are no forms, or too long, are refused, and addresses of others are not gone to")
    func bodies() async throws {
        try await DeskHouse.run { house in
            try await house.receive(DeskHouse.line("m1", "où est ma commande ?"))
            let visitor = try await house.visitor("zoé")
            let long = String(repeating: "a", count: 600 << 10)
            let tooLong = try await visitor.post("/cases/1/note", [("note", long)])
            #expect(tooLong.status == 413 && tooLong.body.contains("<h1>") && Self.isSafe(tooLong))
            let plain = await PlainClient.ask(
                house.port, "POST", "/cases/1/note", headers: [("content-type", "text/plain")], body: Array("x".utf8))
            let other = try #require(plain)
            #expect(other.status == 415 && other.body.contains("<h1>") && Self.isSafe(other))
            for target in ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)", "/a\nb"] {
                let answer = try await visitor.post("/preferences", [("theme", "dark"), ("to", target)])
                #expect(answer.headers["location"] == "/", "\(target)")
            }
        }
    }
}
