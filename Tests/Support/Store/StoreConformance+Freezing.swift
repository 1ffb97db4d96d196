import Desk
import Testing

extension StoreConformance {
    /// What became of the drafts of the day.
    private static func verdicts(_ store: any DeskStore) async throws -> [DraftVerdict: Int] {
        let zone = TimeZoneTable(name: "UTC", transitions: [(0, 0)])
        let day = FigurePeriod(days: 1, through: zone.day(at: Sample.start), in: zone)
        let figures = try await store.figures(of: day, hours: OpeningHours(week: Array(repeating: [0..<1440], count: 7), zone: zone))
        return figures.rules.reduce(into: [:]) { $0.merge($1.verdicts, uniquingKeysWith: +) }
    }

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
        StoreConformance("what a freeze gave back to people leaves once one of them has approved it, and counts as theirs") { store in
            let number = try await store.receive(Sample.arrival("m1", disposition: .send)).caseNumber
            try await store.freeze(Freeze(by: "ada", at: Sample.start + 5, reason: "crise", reach: .everything))
            #expect(try await lease(store).isEmpty)
            let held = try #require(try await store.file(of: number)?.case)
            #expect(held.status == .waiting && held.draft?.isProposed == true)
            #expect(try await verdicts(store).isEmpty)
            _ = try await approve(store, number, version: held.version, delivery: "d2", after: 80).get()
            #expect(try await lease(store, at: 90).isEmpty)
            #expect(try await store.thaw(nil, by: "ada", at: Sample.start + 95))
            let leased = try #require(try await lease(store, at: 96).first?.lease)
            #expect(leased.delivery == 2)
            #expect(try await store.settle(leased, .sent(externalIds: ["p1"]), now: Sample.start + 97))
            let file = try #require(try await store.file(of: number))
            #expect(file.case.status == .answered && file.drafts.map(\.state.kind) == [.sent])
            #expect(file.case.draft?.state.approval?.by == "zoe")
            #expect(try await store.delivery(1)?.state == .cancelled(.frozen))
            #expect(try await lease(store, at: 200).isEmpty)
            #expect(try await verdicts(store) == [.untouched: 1])
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
