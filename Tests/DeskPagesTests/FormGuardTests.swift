import Desk
import DeskHouse
import Peers
import SQLiteStore
import Testing

/// What another site, or a page gone stale, can do: nothing.
@Suite("Forms of the desk are its own", .timeLimit(.minutes(10)))
struct FormGuardTests {
    static let changes = [
        "claim", "release", "undo", "rejection", "note", "takeover", "return", "closing", "reopening", "escalation", "assignment",
        "redraft",
        "draft", "approval", "block", "proof",
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
            #expect(try await visitor.post("/cases/1/note", [("note", long)]).status == 413)
            for target in ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)", "/a\nb"] {
                let answer = try await visitor.post("/preferences", [("theme", "dark"), ("to", target)])
                #expect(answer.headers["location"] == "/", "\(target)")
            }
        }
    }
}
