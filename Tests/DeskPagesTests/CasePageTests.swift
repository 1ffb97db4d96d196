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
}
