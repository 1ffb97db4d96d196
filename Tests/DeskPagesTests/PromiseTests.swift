import Desk
import DeskHouse
import DeskServer
import IntentEngine
import Peers
import SQLiteStore
import Support
import Testing

/// What a reply promises is kept in mind, by the rules that the project ships.
@Suite("What a reply promises", .timeLimit(.minutes(10)))
struct PromiseTests {
    private static func house(_ text: String, _ body: @escaping @Sendable (DeskHouse, DeskVisitor) async throws -> Void) async throws {
        try await DeskHouse.run(.shipped) { house in
            try await house.receive(DeskHouse.line("m1", text))
            try await body(house, try await house.visitor("zoé"))
        }
    }

    /// Lets what was approved leave, and says that it arrived.
    private static func deliver(_ house: DeskHouse) async throws {
        house.clock.advance(seconds: 60)
        let claim = DeliveryClaim(most: 9, mostPerAccount: 9, worker: "w", seconds: 30)
        for delivery in try await house.store.claim(claim, now: house.clock.now) {
            guard case .leased(let lease) = delivery.state else { continue }
            #expect(try await house.store.settle(lease, .sent(externalIds: ["x\(delivery.id)"]), now: house.clock.now))
        }
    }

    @Test("a case whose customer was only told that somebody will answer waits on, until then")
    func waits() async throws {
        try await Self.house("Je vous mets en demeure, mon avocat saisira le tribunal.") { house, zoe in
            _ = try await zoe.post("/cases/1/approval", [("version", "1")])
            #expect(try await house.store.file(of: 1)?.case.status == .answered)
            try await Self.deliver(house)
            let item = try #require(try await house.store.file(of: 1)?.case)
            #expect(item.status == .waiting && item.draft?.state.kind == .sent)
            // A quarter past nine on a Friday, and an hour.
            #expect(item.due == Sample.start + 3600)
            #expect(try await zoe.get("/cases/1").body.contains("Réponse promise avant"))
            #expect(try await zoe.get("/?view=everyone").body.contains("éponse promise"))
            #expect(try await Self.answers(house) == 0)
            try await Self.answer(house, zoe, item.version, "Bonjour,\n\nNous vous donnons raison.")
            try await Self.deliver(house)
            #expect(try await house.store.file(of: 1)?.case.status == .answered)
            #expect(try await Self.answers(house) == 1)
        }
    }

    /// One writes and another approves: what touches law takes a second reader.
    private static func answer(_ house: DeskHouse, _ writer: DeskVisitor, _ version: Int, _ text: String) async throws {
        _ = try await writer.post("/cases/1/draft", [("version", "\(version)"), ("text", text)])
        _ = try await house.visitor("max").post("/cases/1/approval", [("version", "\(version + 1)")])
    }

    /// Conversations that figures take for answered.
    private static func answers(_ house: DeskHouse) async throws -> Int {
        let hours = try DeskHouse.edition(.sample).desk.decider.brand.openingHours
        let week = FigurePeriod(days: 7, through: hours.zone.day(at: house.clock.now), in: hours.zone)
        return try await house.store.figures(of: week, hours: hours).firstAnswer.count
    }

    @Test("an approval whose time no longer fits is held, and says what would")
    func stale() async throws {
        try await Self.house("Je vous mets en demeure, mon avocat saisira le tribunal.") { house, zoe in
            let draft = try #require(try await house.store.file(of: 1)?.case.draft)
            #expect(draft.text.contains("dans la journée"))
            // Half past eight in the evening: nobody is there before tomorrow.
            house.clock.advance(seconds: 11 * 3600 + 900)
            #expect(try await zoe.get("/cases/1").body.contains("demain"))
            let held = try await zoe.post("/cases/1/approval", [("version", "1")])
            #expect(held.status == 422 && held.body.contains("demain") && held.body.contains("name=\"accept\""))
            #expect(try await house.store.file(of: 1)?.case.status == .waiting)
            try await Self.answer(house, zoe, 1, draft.text.replacing("dans la journée", with: "demain"))
            #expect(try await house.store.file(of: 1)?.case.status == .answered)
        }
    }
}
