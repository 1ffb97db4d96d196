import Desk
import DeskHouse
import Foundation
import Peers
import SQLiteStore
import Testing

@testable import DeskPages

@Suite("Reasons on pages", .timeLimit(.minutes(10)))
struct ReasonPageTests {
    @Test("reasons are told in the language of whoever reads them, whatever the message's; what is kept stays as it was decided")
    func translated() async throws {
        try await DeskHouse.run { house in
            try await house.receive(
                DeskHouse.line("m1", "Où est ma commande ? Je vois mon avocat", name: "Zoé"),
                DeskHouse.line("m2", "Where is my order?", name: "Ann"))
            let zoe = try await house.visitor("zoé")
            let english = [("accept-language", "en")]
            let first = try await zoe.get("/cases/1", headers: english).body
            #expect(first.contains("Request recognised: order tracking (") && !first.contains("Demande reconnue"))
            #expect(first.contains("A person must answer: legal threat.") && first.contains("Signal: legal threat (“"))
            #expect(
                try await zoe.get("/cases/1", headers: [("accept-language", "fr")]).body.contains(
                    "Demande reconnue\u{A0}: suivi de commande ("))
            #expect(
                try await zoe.get("/cases/2", headers: [("accept-language", "fr")]).body.contains(
                    "Demande reconnue\u{A0}: suivi de commande ("))
            let kept = try await house.store.file(of: 1)?.messages.first?.line ?? []
            #expect(String(decoding: kept, as: UTF8.self).contains("Demande reconnue"))
        }
    }
}
