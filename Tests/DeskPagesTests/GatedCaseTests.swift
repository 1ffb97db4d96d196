import Desk
import DeskHouse
import IntentEngine
import Peers
import SQLiteStore
import Support
import Testing

@testable import DeskPages

/// Cases in which a signal calls for a person: what is said there is not replaced by a slip.
@Suite("Cases that a signal gates", .timeLimit(.minutes(10)))
struct GatedCaseTests {
    private static let text = "Mon fils a fait une réaction allergique après avoir porté votre pull, il est aux urgences"

    private static func house(_ body: @escaping @Sendable (DeskHouse, DeskVisitor) async throws -> Void) async throws {
        try await DeskHouse.run(.shipped) { house in
            try await house.receive(DeskHouse.line("m1", text))
            try await body(house, try await house.visitor("zoé"))
        }
    }

    /// The requests a page offers to draft for.
    private static func offered(_ page: String) -> [String] {
        page.matches(of: /(?:name="intent"|<option) value="([a-z_]+)"/).map { String($0.output.1) }
    }

    @Test("no courtesy is offered there, and whatever a page offers can be drafted")
    func offers() async throws {
        try await Self.house { house, zoe in
            try await house.receive(DeskHouse.line("m2", "Où est ma commande ?"))
            let page = try await zoe.get("/cases/1").body
            let teams = Team.allCases.map(\.rawValue)
            let offered = Self.offered(page).filter { !teams.contains($0) }
            #expect(offered.count > 40)
            for courtesy in ["praise_thanks", "greeting", "goodbye"] { #expect(!offered.contains(courtesy), "\(courtesy)") }
            #expect(Self.offered(try await zoe.get("/cases/2").body).contains("praise_thanks"))
            for intent in Set(offered) {
                let version = try #require(try await house.store.file(of: 1)).case.version
                let answer = try await zoe.post("/cases/1/redraft", [("version", "\(version)"), ("intent", intent), ("confirmed", "yes")])
                #expect(answer.status == 303, "\(intent)")
            }
        }
    }

    @Test("another draft takes the holding reply’s place once that is confirmed, and the one before comes back as it was")
    func confirmation() async throws {
        try await Self.house { house, zoe in
            let before = try #require(try await house.store.file(of: 1)).case
            #expect(try await !zoe.get("/cases/1").body.contains("/cases/1/draft/previous"))
            let asked = try await zoe.post("/cases/1/redraft", [("version", "1"), ("intent", "product_question")])
            #expect(asked.status == 200 && asked.body.contains("Remplacer le brouillon") && asked.body.contains("Incident de sécurité"))
            #expect(try await house.store.file(of: 1)?.case == before)
            let redrafted = try await zoe.follow(
                "/cases/1/redraft", [("version", "1"), ("intent", "product_question"), ("confirmed", "yes")])
            #expect(redrafted.body.contains("Revenir au brouillon précédent") && redrafted.body.contains("/cases/1/draft/previous"))
            let changed = try #require(try await house.store.file(of: 1)).case
            #expect(changed.draft?.text != before.draft?.text && changed.intent == "product_question")
            let back = try await zoe.follow("/cases/1/draft/previous", [("version", "2")])
            #expect(back.status == 200 && back.body.contains("Le brouillon précédent est de retour"))
            let after = try #require(try await house.store.file(of: 1)).case
            #expect(after.draft?.text == before.draft?.text && after.draft?.template == before.draft?.template)
            #expect(after.draft?.author == nil && after.intent == before.intent && after.version == 3)
            #expect(try await zoe.post("/cases/1/draft/previous", [("version", "1")]).status == 409)
        }
    }

    @Test("a colleague’s text that a redraft replaced comes back as an edit of whoever brings it back")
    func edited() async throws {
        try await Self.house { house, zoe in
            let words = "Bonjour,\n\nNous vous appelons tout de suite.\n\nBien cordialement,\nL’équipe Maison Exemple"
            _ = try await zoe.post("/cases/1/draft", [("version", "1"), ("text", words)])
            _ = try await zoe.post("/cases/1/redraft", [("version", "2"), ("intent", "product_question"), ("confirmed", "yes")])
            #expect(try await zoe.post("/cases/1/draft/previous", [("version", "3")]).status == 303)
            let draft = try #require(try await house.store.file(of: 1)?.case.draft)
            #expect(draft.text == words && draft.author == "zoé")
        }
    }
}
