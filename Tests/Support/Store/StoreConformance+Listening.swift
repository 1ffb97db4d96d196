import Desk
import Testing

extension StoreConformance {
    private static let door = ChannelAccount(channel: "meta", account: "page")

    private static func call(
        _ key: String?, _ items: [PlatformCall.Item], door: ChannelAccount = door, after seconds: Int = 0
    ) -> PlatformCall {
        PlatformCall(door: door, onceKey: key, items: items, at: Sample.start + seconds)
    }

    private static func notice(_ key: String, answers conversation: String? = nil) -> PlatformCall.Item {
        .notice(
            PlatformNotice(
                channel: "messenger", account: "page", kind: "unsupported", type: "poll", onceKey: key,
                answeredElsewhere: conversation.map { ConversationKey(channel: "standard", account: "default", name: $0) }))
    }

    /// Calls with one key at once; how many were heard.
    private static func race(_ store: any DeskStore, calls: Int) async throws -> Int {
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for number in 0..<calls {
                group.addTask { try await store.hear(call("k", [.arrival(Sample.arrival("m\(number)"))])) != .replayed }
            }
            var heard = 0
            for try await isHeard in group where isHeard { heard += 1 }
            return heard
        }
    }

    static let listening: [StoreConformance] = [
        StoreConformance("a call is kept whole, and the same call again changes nothing, whatever it brings") { store in
            let first = try await store.hear(call("k1", [.arrival(Sample.arrival("m1")), notice("n1"), .arrival(Sample.arrival("m2"))]))
            #expect(first == .heard([.success(.stored(case: 1)), .success(.stored(case: 2))], notices: 1))
            let rows = try await store.audit(after: 0, most: 10).count
            #expect(try await store.hear(call("k1", [.arrival(Sample.arrival("m3"))])) == .replayed)
            #expect(try await store.audit(after: 0, most: 10).count == rows)
            let other = ChannelAccount(channel: "meta", account: "other")
            #expect(
                try await store.hear(call("k1", [.arrival(Sample.arrival("m3"))], door: other))
                    == .heard([.success(.stored(case: 3))], notices: 0))
        },
        StoreConformance("without a key of the call, messages and notices are known by their own") { store in
            let items: [PlatformCall.Item] = [.arrival(Sample.arrival("m1")), notice("n1")]
            _ = try await store.hear(call(nil, items))
            let line = Sample.arrival("m1").line
            #expect(
                try await store.hear(call(nil, items)) == .heard([.success(.duplicate(case: 1, line: line))], notices: 0))
        },
        StoreConformance("a colleague's answer elsewhere takes over the conversation as it stood then, once") { store in
            let answer = notice("answer", answers: "c")
            _ = try await store.hear(call("k1", [.arrival(Sample.arrival("m1", conversation: "c")), answer]))
            #expect(try await status(store, 1) == .answered)
            _ = try await store.hear(call("k2", [.arrival(Sample.arrival("m2", conversation: "c")), answer]))
            #expect(try await status(store, 1) == .waiting)
            // One that is not known has no case to answer.
            #expect(try await store.hear(call("k3", [notice("other", answers: "nowhere")])) == .heard([], notices: 1))
        },
        StoreConformance("calls that are heard together are each heard as if after the one before") { store in
            let line = Sample.arrival("m1").line
            let results = await store.hear([
                call("k1", [.arrival(Sample.arrival("m1", conversation: "c")), .arrival(Sample.arrival("m2", conversation: "c"))]),
                // The same call again, the same message in another call, and nothing at all.
                call("k1", [.arrival(Sample.arrival("m9"))]), call("k2", [.arrival(Sample.arrival("m1", conversation: "c"))]),
                call("k3", []),
                // A colleague answers what came before, not what comes after.
                call("k4", [.arrival(Sample.arrival("m3", conversation: "d")), notice("answer", answers: "c")]),
                call("k5", [notice("answer", answers: "c"), .arrival(Sample.arrival("m4", conversation: "d"))]),
            ])
            #expect(
                try results.map { try $0.get() } == [
                    .heard([.success(.stored(case: 1)), .success(.stored(case: 1))], notices: 0), .replayed,
                    .heard([.success(.duplicate(case: 1, line: line))], notices: 0), .heard([], notices: 0),
                    .heard([.success(.stored(case: 2))], notices: 1), .heard([.success(.stored(case: 2))], notices: 0),
                ])
            #expect(try await [status(store, 1), status(store, 2)] == [.answered, .waiting])
            #expect(try await store.file(of: 2)?.messages.map(\.id) == ["m3", "m4"])
            #expect(await store.hear([PlatformCall]()).isEmpty)
            guard case .whole = try await store.verifyAudit() else {
                Issue.record("the chain is broken")
                return
            }
        },
        StoreConformance("a colleague's answer that is seen late answers what was asked before it, and no newer question") { store in
            func answer(_ key: String, at seconds: Int) -> PlatformCall {
                let key = PlatformNotice(
                    channel: "standard", account: "default", kind: "message", type: "message", onceKey: key,
                    answeredElsewhere: ConversationKey(channel: "standard", account: "default", name: "c"),
                    answeredAt: Sample.start + seconds)
                return call(nil, [.notice(key)], after: 900)
            }
            _ = try await store.receive(Sample.arrival("m1", conversation: "c", at: Sample.start))
            _ = try await store.receive(Sample.arrival("m2", conversation: "c", at: Sample.start + 300))
            let before = try await store.file(of: 1)
            _ = try await store.hear(answer("late", at: 200))
            #expect(try await store.file(of: 1) == before)
            _ = try await store.hear(answer("same", at: 300))
            #expect(try await status(store, 1) == .waiting)
            _ = try await store.hear(answer("next", at: 301))
            #expect(try await status(store, 1) == .answered)
        },
        StoreConformance("what was sent from here is nobody's answer elsewhere, neither by its id nor while it is still leaving") { store in
            let conversation = ConversationKey(channel: "standard", account: "default", name: "of-m1")
            func shown(_ id: String, account: String = "default", after seconds: Int) -> PlatformCall {
                let notice = PlatformNotice(
                    channel: "standard", account: account, kind: "comment", type: "comment", onceKey: "\(account) \(id) \(seconds)",
                    answeredElsewhere: conversation, answeredAt: Sample.start + seconds, answerID: id)
                return call(nil, [.notice(notice)], after: seconds)
            }
            let number = try await approved(store)
            let lease = try await beingWritten(store)
            // Meanwhile the customer writes again, and the platform shows ours before it has answered the courier.
            _ = try await store.receive(Sample.arrival("m2", conversation: "of-m1", at: Sample.start + 72))
            let before = try await store.file(of: number)
            _ = try await store.hear(shown("9_18", after: 73))
            #expect(try await store.file(of: number) == before)
            #expect(try await store.settle(lease, .sent(externalIds: ["9_18"]), now: Sample.start + 74))
            let settled = try await store.file(of: number)
            _ = try await store.hear(shown("9_18", after: 75))
            #expect(try await store.file(of: number) == settled)
            #expect(try await status(store, number) == .waiting)
            // The same id means nothing in another account, and what a colleague wrote has one that nobody was given.
            _ = try await store.hear(shown("9_18", account: "shop", after: 76))
            #expect(try await status(store, number) == .answered)
            _ = try await store.receive(Sample.arrival("m3", conversation: "of-m1", at: Sample.start + 80))
            _ = try await store.hear(shown("9_19", after: 81))
            #expect(try await status(store, number) == .answered)
        },
        StoreConformance("the echo of a reply makes sure of a delivery nobody knew of, with the platform's id, and of no other") { store in
            let number = try await approved(store)
            let lease = try await beingWritten(store)
            #expect(try await store.settle(lease, .unknown(cause: "timed out"), now: Sample.start + 80))
            #expect(try await status(store, number) == .waiting)
            func echo(_ delivery: String, account: String = "default") -> PlatformCall {
                let echo = PlatformNotice.Echo(delivery: delivery, externalID: "mid.7")
                return call(
                    nil,
                    [
                        .notice(
                            PlatformNotice(
                                channel: "standard", account: account, kind: "message", type: "message",
                                onceKey: "\(account) \(delivery)", echo: echo))
                    ], after: 90)
            }
            _ = try await store.hear(echo("d-other"))
            _ = try await store.hear(echo("d-m1", account: "shop"))
            #expect(try await store.delivery(1)?.state.kind == .unknown)
            _ = try await store.hear(echo("d-m1"))
            #expect(try await store.delivery(1)?.state == .sent(externalIds: ["mid.7"], at: Sample.start + 90))
            #expect(try await status(store, number) == .answered)
            #expect(try await store.file(of: number)?.case.draft?.state.kind == .sent)
            let rows = try await store.audit(after: 0, most: 100)
            #expect(rows.last?.actor == "standard/default" && rows.last?.detail == "sent")
        },
        StoreConformance("an echo that is faster than the platform's answer counts, and the answer is then no news") { store in
            _ = try await approved(store)
            let lease = try await beingWritten(store)
            let echo = PlatformNotice(
                channel: "standard", account: "default", kind: "message", type: "message", onceKey: "e",
                echo: PlatformNotice.Echo(delivery: "d-m1", externalID: "mid.7"))
            _ = try await store.hear(call(nil, [.notice(echo)], after: 72))
            #expect(try await store.settle(lease, .unknown(cause: "timed out"), now: Sample.start + 80) == false)
            #expect(try await store.delivery(1)?.state.kind == .sent)
        },
        StoreConformance("the oldest wait is that of the case that has waited longest") { store in
            #expect(try await store.oldestWait() == nil)
            _ = await store.receive([Sample.arrival("a", at: Sample.start + 50), Sample.arrival("b", at: Sample.start + 20)])
            _ = await store.receive([Sample.arrival("c", disposition: .ignore, at: Sample.start)])
            #expect(try await store.oldestWait() == Sample.start + 20)
            try await store.probe(at: Sample.start)
            try await store.probe(at: Sample.start + 1)
        },
        StoreConformance("of concurrent calls with one key, one is heard") { store in
            let heard = try await race(store, calls: 16)
            #expect(heard == 1)
            #expect(try await store.audit(after: 0, most: 100).count == 1)
        },
    ]
}
