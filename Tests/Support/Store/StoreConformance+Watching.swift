import Desk
import Testing

extension StoreConformance {
    private static let door = ChannelAccount(channel: "standard", account: "default")
    private static let topic = ComplaintTopic("track_order", at: door)

    /// A dissatisfied message of its author, so many seconds after the start.
    private static func complain(
        _ store: any DeskStore, _ id: String, by author: String?, at seconds: Int = 0, intent: String? = "track_order",
        account: String = "default", polarity: Int = -1
    ) async throws {
        _ = try await store.receive(
            Sample.arrival(
                id, account: account, author: author, at: Sample.start + seconds, intent: intent, polarity: polarity))
    }

    private static func count(_ store: any DeskStore, from start: Int = 0, to end: Int = 3600) async throws -> [ComplaintTopic: Int] {
        try await store.complaints(in: [Sample.start + start..<Sample.start + end])[0]
    }

    private static func alarm(_ topic: ComplaintTopic = topic, authors: Int = 12, after seconds: Int = 60) -> Alarm {
        Alarm(
            topic, authors: authors, usual: 1.3, window: 3600, at: Sample.start + seconds, title: "suivi de commande", isFrench: true)
    }

    private static func actions(_ store: any DeskStore) async throws -> [AuditAction] {
        try await store.audit(after: 0, most: 100).map(\.action).filter { $0 != .received }
    }

    static let watching: [StoreConformance] = [
        StoreConformance("of the dissatisfied an author counts once in a window, by what they write about and where; others do not count") {
            store in
            try await complain(store, "m1", by: "a")
            try await complain(store, "m2", by: "a", at: 60)
            try await complain(store, "m3", by: "b", at: 120)
            try await complain(store, "m4", by: "c", at: 120, polarity: 0)
            try await complain(store, "m5", by: "d", at: 120, polarity: 2)
            try await complain(store, "m6", by: "a", at: 120, intent: nil)
            try await complain(store, "m7", by: "a", at: 120, account: "other")
            #expect(
                try await count(store) == [
                    topic: 2, ComplaintTopic(nil, at: door): 1,
                    ComplaintTopic("track_order", at: ChannelAccount(channel: "standard", account: "other")): 1,
                ])
            let windows = [Sample.start..<Sample.start + 1, Sample.start + 1..<Sample.start + 120, Sample.start + 121..<Sample.start + 300]
            #expect(try await store.complaints(in: windows).map { $0[topic] } == [1, 1, nil])
            #expect(try await store.beginning() == Sample.start)
        },
        StoreConformance("messages that name no author are their conversation's, and nothing is counted of an empty store") { store in
            #expect(try await count(store).isEmpty)
            #expect(try await store.beginning() == nil)
            for id in ["m1", "m2", "m3"] { try await complain(store, id, by: nil) }
            #expect(try await count(store) == [topic: 3])
        },
        StoreConformance("erasing customers takes nothing from the counts") { store in
            for (number, author) in ["a", "a", "b"].enumerated() { try await complain(store, "m\(number)", by: author) }
            _ = try await store.erase(CustomerID("a", channel: nil), by: "ada", at: Sample.start + 600)
            #expect(try await count(store) == [topic: 2])
        },
        StoreConformance("who takes a complaint back by changing the message counts no more, and who changes it into one does, at its time")
        {
            store in
            try await complain(store, "m1", by: "a")
            try await complain(store, "m2", by: "b", at: 60, polarity: 0)
            for (id, author, polarity) in [("m1", "a", 1), ("m2", "b", -2)] {
                let edit = Sample.arrival(id, text: "Autre chose", author: author, at: Sample.start + 900, polarity: polarity)
                try await revise(store, id, to: edit, at: 900)
            }
            #expect(try await count(store) == [topic: 1])
            #expect(try await count(store, from: 60, to: 61) == [topic: 1])
        },
        StoreConformance("an alarm freezes its account for what nobody has read, with its words, in one step of the audit trail") { store in
            let alarm = alarm()
            #expect(try await store.ring(alarm, after: nil))
            #expect(try await store.freezes() == [alarm.freeze])
            #expect(try await actions(store) == [.alarmRang, .frozen])
            let kept = try #require(try await store.alarms().first)
            #expect(kept.number > 0 && kept.topic == topic && kept.authors == 12 && kept.usual == 1.3 && kept.words == alarm.words)
            #expect(try await store.pasts(of: []).alarms == [topic])
            let unread = try await store.receive(Sample.arrival("m1", disposition: .send, at: Sample.start + 120)).caseNumber
            #expect(try await status(store, unread) == .waiting)
        },
        StoreConformance("an alarm leaves a freeze that covers its account as it is") { store in
            let freeze = Freeze(by: "ada", at: Sample.start, reason: "panne")
            try await store.freeze(freeze)
            #expect(try await store.ring(alarm(), after: nil))
            #expect(try await store.freezes() == [freeze])
            #expect(try await store.alarms().count == 1)
        },
        StoreConformance("of two watches that ring at once one is heard; a later alarm takes the place of one that stands") { store in
            #expect(try await store.ring(alarm(), after: nil))
            #expect(try await store.ring(alarm(), after: nil) == false)
            let first = try #require(try await store.lastAlarms(of: [topic])[topic])
            #expect(try await store.ring(alarm(authors: 24, after: 120), after: first.number))
            #expect(try await store.alarms().map(\.authors) == [24])
            #expect(try await store.freezes().map(\.at) == [Sample.start + 60])
        },
        StoreConformance("thawing an account ends its alarms, which are remembered; another freeze of it keeps them") { store in
            let other = ChannelAccount(channel: "standard", account: "other")
            try await store.ring(alarm(), after: nil)
            try await store.ring(alarm(ComplaintTopic(nil, at: other)), after: nil)
            try await store.freeze(Freeze(by: "ada", at: Sample.start + 70, reason: "panne"))
            #expect(try await store.thaw(door, by: "ada", at: Sample.start + 80))
            #expect(try await store.alarms().count == 2)
            #expect(try await store.thaw(nil, by: "ada", at: Sample.start + 90))
            #expect(try await store.alarms().map(\.topic.door) == [other])
            #expect(try await store.lastAlarms(of: [topic])[topic]?.authors == 12)
            #expect(try await actions(store).suffix(3) == [.thawed, .thawed, .alarmEnded])
        },
        StoreConformance("a person ends an alarm once, and its freeze stays") { store in
            try await store.ring(alarm(), after: nil)
            let number = try #require(try await store.alarms().first).number
            #expect(try await store.endAlarm(number, by: "ada", at: Sample.start + 90))
            #expect(try await store.endAlarm(number, by: "ada", at: Sample.start + 91) == false)
            #expect(try await store.alarms().isEmpty)
            #expect(try await store.freezes().count == 1)
            #expect(try await actions(store) == [.alarmRang, .frozen, .alarmEnded])
        },
    ]
}
