import Desk
import DeskHouse
import Peers
import SQLiteStore
import Support
import Testing

@Suite("People of the desk", .timeLimit(.minutes(10)))
struct PeoplePageTests {
    @Test("managers see who works here, in which role and team, and when they were here last; nobody else does")
    func people() async throws {
        try await DeskHouse.run { house in
            let zoe = try await house.visitor("zoé", team: .legal)
            let lou = try await house.add("<b>lou</b>", role: .reader)
            _ = try await house.store.change(lou.name, .disabled(true), by: "ada", at: house.clock.now).get()
            let page = try await house.visitor("ada", role: .manager).get("/people").body
            for part in [
                "zoé", "Relecteur", "Juridique", "aujourd’hui, 09:15", "&lt;b&gt;lou", "Désactivé", "aucune session ouverte", "(vous)",
            ] {
                #expect(page.contains(part), "\(part)")
            }
            #expect(!page.contains("scrypt") && !page.contains("<b>"))
            let refused = try await zoe.get("/people")
            #expect(refused.status == 403 && !refused.body.contains("Relecteur</td>"))
            let queue = try await zoe.get("/").body
            #expect(!queue.contains("href=\"/people\""))
        }
    }
}
