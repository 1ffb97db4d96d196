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
