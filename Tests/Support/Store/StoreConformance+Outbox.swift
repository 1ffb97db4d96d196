import Desk
import Testing

extension StoreConformance {
    private static func taken(_ store: any DeskStore, at seconds: Int = 70) async throws -> Lease {
        try #require(try await lease(store, at: seconds).first?.lease)
    }

    static let outbox: [StoreConformance] = [
        StoreConformance("nothing leaves before its undo window ends, and then once") { store in
            let number = try await approved(store)
            #expect(try await store.nextDue(except: []) == Sample.start + 70)
            #expect(try await lease(store, at: 69).isEmpty)
            let held = try await taken(store)
            #expect(held == Lease(delivery: 1, number: 1, worker: "courier-1", since: Sample.start + 70, until: Sample.start + 100))
            #expect(try await lease(store, at: 71).isEmpty)
            #expect(try await store.nextDue(except: []) == Sample.start + 100)
            guard case .granted(let writing) = try await store.markWriting(held, .once, until: Sample.start + 130, now: Sample.start + 71)
            else { throw Unexpected() }
            #expect(writing.writing == .once && writing.until == Sample.start + 130)
            #expect(try await store.settle(writing, .sent(externalIds: ["p1"]), now: Sample.start + 72))
            #expect(try await store.settle(writing, .sent(externalIds: ["p2"]), now: Sample.start + 73) == false)
            let sent = try #require(try await store.delivery(1))
            #expect(sent.state == .sent(externalIds: ["p1"], at: Sample.start + 72) && sent.attempts == 1)
            let file = try #require(try await store.file(of: number))
            #expect(file.case.draft?.state.kind == .sent && file.case.status == .answered)
            #expect(try await store.nextDue(except: []) == nil)
        },
        StoreConformance("a courier that dies before writing gives the delivery back; after it, only an idempotent one is tried again") {
            store in
            _ = try await approved(store, id: "m1")
            let first = try await taken(store)
            #expect(try await store.endLeases(now: Sample.start + 99) == 0)
            #expect(try await store.endLeases(now: Sample.start + 100) == 1)
            #expect(try await store.delivery(1)?.state == .queued)
            #expect(try await store.markWriting(first, .once, until: Sample.start + 130, now: Sample.start + 101) == .lost)
            let second = try await taken(store, at: 101)
            #expect(second.number == 2)
            #expect(try await store.settle(first, .sent(externalIds: []), now: Sample.start + 101) == false)
            guard case .granted = try await store.markWriting(second, .idempotent, until: Sample.start + 130, now: Sample.start + 102)
            else { throw Unexpected() }
            let third = try await taken(store, at: 131)
            #expect(third.number == 3)
            guard case .granted = try await store.markWriting(third, .once, until: Sample.start + 160, now: Sample.start + 132)
            else { throw Unexpected() }
            #expect(try await lease(store, at: 161).isEmpty)
            #expect(try await store.delivery(1)?.state.kind == .unknown)
            #expect(try await status(store, 1) == .waiting)
            // Knowing late is better than not knowing.
            #expect(try await store.settle(third, .sent(externalIds: ["p"]), now: Sample.start + 170))
            #expect(try await store.delivery(1)?.state.kind == .sent)
            #expect(try await status(store, 1) == .answered)
        },
        StoreConformance("the standing is read again before the first byte") { store in
            let number = try await approved(store)
            let held = try await taken(store)
            _ = try await store.receive(Sample.arrival("m2", conversation: "of-m1", at: Sample.start + 71))
            #expect(
                try await store.markWriting(held, .once, until: Sample.start + 130, now: Sample.start + 72) == .cancelled(.superseded))
            #expect(try await store.delivery(1)?.state == .cancelled(.superseded))
            #expect(try await status(store, number) == .waiting)
            #expect(try await store.settle(held, .sent(externalIds: []), now: Sample.start + 73) == false)
        },
        StoreConformance("what waits is tried when due, released without harm, and refused for a person to see") { store in
            let number = try await approved(store)
            var held = try await taken(store)
            _ = try await store.markWriting(held, .once, until: Sample.start + 130, now: Sample.start + 71)
            #expect(try await store.settle(held, .waiting(until: Sample.start + 200, cause: "503"), now: Sample.start + 72))
            #expect(try await store.delivery(1)?.state == .waiting(cause: "503"))
            #expect(try await lease(store, at: 199).isEmpty)
            held = try await taken(store, at: 200)
            #expect(try await store.release(held, dueAt: Sample.start + 300, now: Sample.start + 201))
            #expect(try await store.release(held, dueAt: Sample.start + 300, now: Sample.start + 201) == false)
            #expect(try await store.delivery(1)?.attempts == 1)
            held = try await taken(store, at: 300)
            #expect(try await store.settle(held, .refused(code: "400", words: "no"), now: Sample.start + 301))
            #expect(try await status(store, number) == .waiting)
            #expect(try await store.file(of: number)?.case.draft?.state.kind == .undelivered)
            #expect(try await store.deliveries([.refused], after: 0, most: 5).map(\.id) == [1])
        },
        StoreConformance("a delivery that is not taken in time is exhausted") { store in
            let number = try await approved(store)
            #expect(try await lease(store, at: 60 + Delivery.patience).isEmpty)
            #expect(try await store.delivery(1)?.state.kind == .exhausted)
            #expect(try await status(store, number) == .waiting)
        },
        StoreConformance("a person retries, drops and confirms, each only where it makes sense") { store in
            let number = try await approved(store)
            #expect(try await store.retry(1, by: "zoe", now: Sample.start + 61) == .impossible(.queued))
            #expect(try await store.retry(9, by: "zoe", now: Sample.start) == .missing)
            var held = try await taken(store)
            #expect(try await store.drop(1, by: "zoe", now: Sample.start + 71) == .impossible(.leased))
            #expect(try await store.settle(held, .unknown(cause: "timeout"), now: Sample.start + 72))
            guard case .done(let again) = try await store.retry(1, by: "zoe", now: Sample.start + 80) else { throw Unexpected() }
            #expect(again.state == .queued)
            #expect(again.dueAt == Sample.start + 80)
            #expect(try await status(store, number) == .answered)
            held = try await taken(store, at: 80)
            #expect(try await store.settle(held, .unknown(cause: "timeout"), now: Sample.start + 81))
            guard case .done = try await store.confirm(1, externalIds: ["p"], by: "zoe", now: Sample.start + 90) else { throw Unexpected() }
            #expect(try await store.delivery(1)?.state == .sent(externalIds: ["p"], at: Sample.start + 90))
            #expect(try await store.drop(1, by: "zoe", now: Sample.start + 91) == .impossible(.sent))
            _ = try await approved(store, id: "m2")
            guard case .done(let dropped) = try await store.drop(2, by: "zoe", now: Sample.start + 62) else { throw Unexpected() }
            #expect(dropped.state == .dropped(by: "zoe"))
            #expect(try await status(store, 2) == .waiting)
        },
        StoreConformance("how much is on its way or needs a person is counted by state; what has ended is not") { store in
            #expect(try await store.depth().isEmpty)
            for id in ["m1", "m2", "m3", "m4"] { _ = try await approved(store, id: id) }
            #expect(try await store.depth() == [.queued: 4])
            let held = try await lease(store, at: 70).compactMap(\.lease)
            try #require(held.count == 4)
            #expect(try await store.depth() == [.leased: 4])
            #expect(try await store.settle(held[0], .waiting(until: Sample.start + 200, cause: "503"), now: Sample.start + 71))
            #expect(try await store.settle(held[1], .unknown(cause: "timeout"), now: Sample.start + 71))
            #expect(try await store.settle(held[2], .refused(code: "400", words: "no"), now: Sample.start + 71))
            #expect(try await store.settle(held[3], .sent(externalIds: ["p"]), now: Sample.start + 71))
            #expect(try await store.depth() == [.waiting: 1, .unknown: 1, .refused: 1])
            guard case .done = try await store.drop(2, by: "zoe", now: Sample.start + 80) else { throw Unexpected() }
            #expect(try await store.depth() == [.waiting: 1, .refused: 1])
        },
        StoreConformance("a paused account lets nothing leave until a person resumes it; others are not concerned") { store in
            _ = try await approved(store, id: "m1")
            let held = try await taken(store)
            #expect(try await store.settle(held, .paused(cause: "401"), now: Sample.start + 71))
            let door = ChannelAccount(channel: "standard", account: "default")
            #expect(try await store.pausedAccounts() == [door: "401"])
            #expect(try await lease(store, at: 200).isEmpty)
            let other = try await store.receive(Sample.arrival("x", account: "second")).caseNumber
            _ = try await approve(store, other, delivery: "d2").get()
            #expect(try await lease(store, at: 200).map(\.reply.account) == ["second"])
            #expect(try await store.resume(door, by: "ada", now: Sample.start + 210))
            #expect(try await store.resume(door, by: "ada", now: Sample.start + 210) == false)
            #expect(try await lease(store, at: 210).map(\.reply.account) == ["default"])
        },
        StoreConformance("one conversation's replies leave in order, an account's share is bounded, withheld accounts are left alone") {
            store in
            for (index, id) in ["a", "b", "c"].enumerated() {
                let number = try await store.receive(
                    Sample.arrival(id, conversation: index < 2 ? "same" : nil, at: Sample.start + index)
                ).caseNumber
                let version = index == 1 ? 3 : 1
                _ = try await approve(store, number, version: version, delivery: "d\(id)", after: 60 + index).get()
                // The first is leaving already when the customer writes again.
                if index == 0 {
                    let held = try await taken(store, at: 70)
                    _ = try await store.markWriting(held, .idempotent, until: Sample.start + 75, now: Sample.start + 70)
                }
            }
            #expect(try await lease(store, at: 74).map(\.reply.delivery) == ["dc"])
            let claim = DeliveryClaim(
                most: 5, mostPerAccount: 5, worker: "w", seconds: 30, withheld: [ChannelAccount(channel: "standard", account: "default")])
            #expect(try await store.claim(claim, now: Sample.start + 76).isEmpty)
            let bounded = DeliveryClaim(most: 5, mostPerAccount: 1, worker: "w", seconds: 30)
            #expect(try await store.claim(bounded, now: Sample.start + 110).map(\.reply.delivery) == ["da"])
        },
        StoreConformance("what may not leave for now is not due before its time is over, and is left alone") { store in
            _ = try await approved(store, id: "m1")
            let door = ChannelAccount(channel: "standard", account: "default")
            let (due, end) = (Sample.start + 70, try #require(try await store.delivery(1)).expires)
            #expect(try await store.nextDue(except: []) == due)
            #expect(try await store.nextDue(except: [ChannelAccount(channel: "standard", account: "other")]) == due)
            #expect(try await store.nextDue(except: [door]) == end)
            for place in [door, nil] {
                try await store.freeze(Freeze(by: "ada", at: Sample.start + 61, reason: "crise", door: place, reach: .everything))
                #expect(try await store.nextDue(except: []) == end)
                #expect(try await lease(store, at: 80).isEmpty)
                _ = try await store.thaw(place, by: "ada", at: Sample.start + 62)
            }
            // Replies that people have read leave all the same.
            try await store.freeze(Freeze(by: "ada", at: Sample.start + 63, reason: "rumeur"))
            #expect(try await store.nextDue(except: []) == due)
            let held = try await taken(store)
            #expect(try await store.settle(held, .paused(cause: "401"), now: Sample.start + 71))
            #expect(try await store.nextDue(except: []) == end)
            #expect(try await lease(store, at: 90).isEmpty)
            #expect(try await lease(store, at: end.seconds - Sample.start.seconds).isEmpty)
            #expect(try await store.delivery(1)?.state.kind == .exhausted)
            #expect(try await store.nextDue(except: []) == nil)
        },
        StoreConformance("what nobody has read is due though all is frozen, because it falls then") { store in
            let number = try await store.receive(Sample.arrival("m1", disposition: .send)).caseNumber
            try await store.freeze(Freeze(by: "ada", at: Sample.start + 1, reason: "crise", reach: .everything))
            #expect(try await store.nextDue(except: []) == Sample.start + 10)
            #expect(try await lease(store).isEmpty)
            #expect(try await store.delivery(1)?.state == .cancelled(.frozen))
            #expect(try await status(store, number) == .waiting)
            #expect(try await store.nextDue(except: []) == nil)
        },
        StoreConformance("a clock moved back by an hour delays and doubles nothing that has not left, and loses nothing") { store in
            let number = try await approved(store)
            let held = try await taken(store)
            let back = -3600
            // The lease of a time to come is no lease any more: it cannot write.
            #expect(try await store.markWriting(held, .once, until: Sample.start + 60, now: Sample.start + back) == .lost)
            _ = try await store.receive(Sample.arrival("m2", disposition: .send, at: Sample.start + back))
            #expect(try await lease(store, at: back + 5).map(\.reply.delivery) == ["d-m1"])
            #expect(try await lease(store, at: back + 9).isEmpty)
            #expect(try await lease(store, at: back + 10).map(\.reply.delivery) == ["delivery-of-m2"])
            let again = ReviewChange(number, version: 2, .undo, by: Sample.zoe, at: Sample.start + back)
            #expect(try await store.review(again).get().status == .waiting)
            #expect(try await lease(store, at: 200).map(\.reply.delivery) == ["delivery-of-m2"])
            guard case .whole = try await store.verifyAudit() else { throw Unexpected() }
        },
    ]
}
