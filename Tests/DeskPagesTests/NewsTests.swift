import Desk
import DeskHouse
import Peers
import SQLiteStore
import Support
import Testing

@Suite("News of the desk", .timeLimit(.minutes(10)))
struct NewsTests {
    @Test("what happens between a page and its line is told, and what was told is not told again")
    func noneMissed() async throws {
        try await DeskHouse.run { house in
            try await house.receive(DeskHouse.line("m1", "où est ma commande ?"))
            let zoe = try await house.visitor("zoé")
            let page = try await zoe.get("/cases/1").body
            let shown = try #require(page.firstMatch(of: /data-live="(\d+)"/)?.output.1)
            _ = try await house.store.review(ReviewChange(1, .claim, by: Sample.max, at: house.clock.now)).get()
            let told = try #require(await zoe.hear("/events?after=\(shown)", until: "\"counts\""))
            #expect(told.contains("\"cases\":[1]") && told.contains("\"everyone\":\"1\""))
            let last = try #require(told.firstMatch(of: /change\nid: (\d+)/)?.output.1)
            let now = try await house.store.lastChange()
            #expect(String(now) == last)
            // A browser that comes again names the last change it was told of; the address says what it said before.
            try await house.receive(DeskHouse.line("m2", "suivi de mon colis"))
            let later = try #require(
                await zoe.hear("/events?after=\(shown)", until: "\"counts\"", headers: [("last-event-id", String(last))]))
            #expect(later.contains("\"cases\":[2]") && later.contains("1\u{A0}nouveau message"))
        }
    }

    @Test("a number that no change has, as of a store that was put back, counts for nothing", arguments: ["-5", "99999999", "x", ""])
    func wrongNumber(_ number: String) async throws {
        try await DeskHouse.run { house in
            try await house.receive(DeskHouse.line("m1", "où est ma commande ?"))
            let zoe = try await house.visitor("zoé")
            let line = try #require(await zoe.listen("/events?after=\(number)"))
            try await house.receive(DeskHouse.line("m2", "suivi de mon colis"))
            let news = try #require(await PlainClient.away { line.text(until: "\"counts\"") })
            #expect(news.contains("\"cases\":[2]") && !news.contains("[1"))
        }
    }

    @Test("who is disabled hears nothing more, however much happens")
    func disabled() async throws {
        try await DeskHouse.run { house in
            try await house.receive(DeskHouse.line("m1", "où est ma commande ?"))
            let zoe = try await house.visitor("zoé")
            let line = try #require(await zoe.listen("/events"))
            let name = try #require(UserName("zoé"))
            _ = try await house.store.change(name, .disabled(true), by: "test", at: house.clock.now).get()
            try await house.receive(DeskHouse.line("m2", "suivi de mon colis"))
            #expect(await PlainClient.away { line.text(until: "\"counts\"") } == nil)
        }
    }

    @Test("nobody listens without a session")
    func guests() async throws {
        try await DeskHouse.run { house in
            let answer = try await house.guest().get("/events")
            #expect(answer.status == 401)
        }
    }
}
