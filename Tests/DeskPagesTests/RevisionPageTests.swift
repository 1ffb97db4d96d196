import Desk
import DeskHouse
import Foundation
import Peers
import SQLiteStore
import Support
import Testing

@testable import DeskPages

@Suite("Changed and deleted messages on pages", .timeLimit(.minutes(10)))
struct RevisionPageTests {
    @Test("a case says that a message was deleted, and when, and no longer offers its draft")
    func deleted() async throws {
        try await DeskHouse.run { house in
            try await house.receive(DeskHouse.line("m1", "Où est ma commande ?", name: "Zoé"))
            let zoe = try await house.visitor("zoé")
            let before = try await zoe.get("/cases/1").body
            #expect(!before.contains("Supprimé"))
            let file = try #require(try await house.store.file(of: 1))
            let place = file.case.conversation
            let notice = PlatformNotice(
                channel: place.channel, account: place.account, kind: "deletion", type: "message.deleted", onceKey: "k")
            let revision = MessageRevision(
                notice: notice, message: MessageKey(channel: place.channel, account: place.account, id: "m1"), at: Sample.start,
                arrival: nil)
            _ = try await house.store.hear(
                PlatformCall(
                    door: ChannelAccount(channel: place.channel, account: place.account), onceKey: nil, items: [.revision(revision)],
                    at: Sample.start))
            let after = try await zoe.get("/cases/1").body
            #expect(after.contains("Supprimé ou masqué sur la plateforme · ") && !after.contains("après notre réponse"))
            #expect(try await house.store.file(of: 1)?.case.draft?.state == .superseded(.customerDeleted))
            #expect(try await zoe.get("/cases/1", headers: [("accept-language", "en")]).body.contains("Deleted or hidden on the platform"))
        }
    }
}
