import Desk
import Testing

extension StoreConformance {
    static let freezing: [StoreConformance] = [
        StoreConformance("a freeze of everything holds what people approved until it ends, and sends the rest back to people") { store in
            let approved = try await approved(store, id: "m1")
            let sent = try await store.receive(Sample.arrival("m2", disposition: .send)).caseNumber
            let freeze = Freeze(by: "ada", at: Sample.start + 5, reason: "crise", reach: .everything)
            #expect(try await store.freeze(freeze))
            #expect(try await lease(store).isEmpty)
            #expect(try await status(store, sent) == .waiting)
            #expect(try await store.delivery(1)?.state == .queued)
            #expect(try await store.thaw(nil, by: "ada", at: Sample.start + 80))
            #expect(try await lease(store, at: 81).map(\.caseID) == [approved])
        },
        StoreConformance("a freeze that comes between the lease and the first byte gives the lease back") { store in
            _ = try await approved(store, id: "m1")
            let delivery = try #require(try await lease(store).first)
            let leased = try #require(delivery.lease)
            try await store.freeze(Freeze(by: "ada", at: Sample.start + 71, reason: "crise", reach: .everything))
            let permit = try await store.markWriting(leased, .once, until: Sample.start + 130, now: Sample.start + 72)
            #expect(permit == .held)
            let held = try await store.delivery(delivery.id)
            #expect(held?.state == .queued && held?.attempts == 0)
        },
        StoreConformance("a frozen account holds its own replies and no other's") { store in
            let door = ChannelAccount(channel: "telegram", account: "bot")
            try await store.freeze(Freeze(by: "ada", at: Sample.start, reason: "pirates", door: door, reach: .everything))
            let here = try await approved(store, id: "m1")
            let there = try await store.receive(
                Sample.arrival("m2", channel: door.channel, account: door.account, disposition: .send)
            ).caseNumber
            #expect(try await status(store, there) == .waiting)
            #expect(try await lease(store).map(\.caseID) == [here])
            #expect(try await store.freezes().map(\.door) == [door])
            #expect(try await store.currentFreeze() == nil)
            #expect(try await store.thaw(nil, by: "ada", at: Sample.start + 80) == false)
            #expect(try await store.thaw(door, by: "ada", at: Sample.start + 81))
            #expect(try await store.freezes().isEmpty)
        },
        StoreConformance("a freeze that stops more takes the place of one that stops less, and each has its audit row") { store in
            let mild = Freeze(by: "ada", at: Sample.start, reason: "rumeur")
            let hard = Freeze(by: "max", at: Sample.start + 1, reason: "crise", reach: .everything)
            #expect(try await store.freeze(mild))
            #expect(try await store.freeze(hard))
            #expect(try await store.freeze(mild) == false)
            #expect(try await store.freezes() == [hard])
            #expect(try await store.thaw(nil, by: "zoe", at: Sample.start + 9))
            let rows = try await store.audit(after: 0, most: 100).filter { [.frozen, .thawed].contains($0.action) }
            #expect(rows.map(\.subject) == ["desk", "desk", "desk"])
            #expect(rows.map(\.actor) == ["ada", "max", "zoe"])
            #expect(rows.map(\.detail) == ["unreviewed: rumeur", "everything: crise", nil])
        },
    ]
}
