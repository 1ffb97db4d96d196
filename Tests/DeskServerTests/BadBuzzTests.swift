import Desk
import DeskServer
import IntentFiles
import Peers
import SQLiteStore
import Support
import Testing

@Suite("The bad-buzz alarm", .timeLimit(.minutes(10)))
struct BadBuzzTests {
    private static let door = ChannelAccount(channel: "standard", account: "default")
    private static let topic = ComplaintTopic("track_order", at: door)
    private static let unhappy = "Je suis déçu. Où est ma commande ?"
    private static let day = 86_400

    /// A server whose rules let answers to `track_order` leave unread, at a desk that is three quiet days old.
    private static func run(
        in folder: TemporaryFolder? = nil, alarm: String = "", days: Int = 3, _ body: @escaping @Sendable (ServerHouse) async throws -> Void
    ) async throws {
        let policy = """
            signals:
              legal_threat: {weight: 100, gate: true, priority: P1, team: legal, holding: received}
            unknown: {holding: received}
            send: [track_order]
            \(alarm)
            """
        let crisis = """
              crisis:
                fr: {private: ["Nous avons lu votre message."], public: ["Nous avons lu votre message."]}
                en: {private: ["We have read your message."], public: ["We have read your message."]}
            """
        let files = SampleRules.files([
            "policy.yaml": policy, "blocks.yaml": (SampleRules.files["blocks.yaml"] ?? "") + "\n" + crisis,
        ])
        let rules = try TemporaryFolder(files)
        let loaded = RulebookLoader.load(rules.path, for: .answering)
        try await ServerHouse.run(
            in: try folder ?? TemporaryFolder(),
            parts: { $0.shelf = RulebookShelf(RulebookEdition(hash: loaded.hash, desk: loaded.makeDesk())) }
        ) { house async throws in
            if days > 0 {
                try await write("first", by: "first", in: house)
                house.clock.advance(seconds: days * day)
            }
            try await body(house)
        }
    }

    /// Writes in a conversation of one's own, by the standard channel; the message as it is kept.
    @discardableResult
    private static func write(_ id: String, by author: String, _ text: String = unhappy, in house: ServerHouse) async throws
        -> StoredMessage
    {
        let body =
            #"{"type":"message.created","data":{"id":"\#(id)","conversation_id":"of-\#(id)","author":{"id":"\#(author)"},"visibility":"private","text":"\#(text)"}}"#
        #expect(await house.post(.standard("call \(id)", Array(body.utf8), at: house.clock.now))?.status == 200)
        return try #require(try await house.store.message(MessageKey(channel: "standard", account: "default", id: id))?.message)
    }

    /// So many authors write, one every three minutes.
    private static func storm(_ count: Int, from first: Int = 1, author: String? = nil, _ text: String = unhappy, in house: ServerHouse)
        async throws
    {
        for number in first..<first + count {
            try await write("m\(number)", by: author ?? "author-\(number)", text, in: house)
            house.clock.advance(seconds: 180)
        }
    }

    private static func look(_ house: ServerHouse) async -> [Alarm] {
        await BadBuzzWatch(house.parts, clock: house.clock.courierClock).look()
    }

    private static func item(_ id: String, _ house: ServerHouse) async throws -> Case {
        let found = try #require(try await house.store.message(MessageKey(channel: "standard", account: "default", id: id)))
        return try #require(try await house.store.file(of: found.caseNumber)).case
    }

    private static func gauge(_ house: ServerHouse) async -> String? {
        await house.get("/metrics")?.body.split(separator: "\n").first { $0.hasPrefix("courtois_alarms_standing") }.map(String.init)
    }

    @Test(
        "twelve unhappy customers in an hour after a quiet past freeze the account; the next is public relations’, with the crisis reply"
    )
    func rings() async throws {
        try await Self.run { house async throws in
            // What nobody need read leaves.
            try await Self.write("before", by: "glad", "Où est ma commande ?", in: house)
            #expect(try await Self.item("before", house).status == .answered)
            #expect(await Self.gauge(house) == "courtois_alarms_standing 0")
            try await Self.storm(12, in: house)
            let rang = await Self.look(house)
            #expect(rang.map(\.topic) == [Self.topic] && rang.map(\.authors) == [12])
            let words =
                "12\u{A0}personnes mécontentes au sujet de «\u{A0}Suivi de commande\u{A0}» sur standard/default en 60\u{A0}min\u{202F}; 0,0 d’ordinaire"
            let freeze = Freeze(by: "alarm", at: house.clock.now, reason: words, door: Self.door)
            #expect(try await house.store.freezes() == [freeze])
            let rows = try await house.store.audit(after: 0, most: 200).filter { $0.action == .alarmRang || $0.action == .frozen }
            #expect(rows.map(\.action) == [.alarmRang, .frozen] && rows.allSatisfy { $0.subject == "account/standard/default" })
            #expect(rows.map(\.detail) == [words, "unreviewed: " + words])
            let decision = DecisionReading(line: try await Self.write("m13", by: "author-13", in: house).line ?? [], scalars: 1000)
            #expect(decision.reasons.contains { $0.hasPrefix("Alerte en cours") })
            let item = try await Self.item("m13", house)
            #expect(item.disposition == .human && item.team == .publicRelations && item.priority == .p1 && item.status == .waiting)
            #expect(item.draft?.text.contains("Nous avons lu votre message.") == true)
            // Who is not unhappy is answered as ever, once a person has read it.
            try await Self.write("after", by: "calm", "Où est ma commande ?", in: house)
            let calm = try await Self.item("after", house)
            #expect(calm.status == .waiting && calm.team == .customerService && calm.draft?.isProposed == true)
            #expect(await Self.gauge(house) == "courtois_alarms_standing 1")
            let log = house.log.text
            #expect(
                log.contains(#""level":"warning","message":"alarm rang","account":"default","authors":12,"channel":"standard""#), "\(log)")
            #expect(!log.contains("déçu") && !log.contains("author-"))
        }
    }

    @Test(
        "one customer who writes twelve times, happy ones, seven unhappy ones and a desk without the alarm hear nothing",
        arguments: [
            ("author", Self.unhappy, 12, ""), (nil, "Merci ! Où est ma commande ?", 12, ""), (nil, Self.unhappy, 7, ""),
            (nil, Self.unhappy, 12, "alarm: off"), (nil, Self.unhappy, 12, "alarm: {authors: 13}"),
        ] as [(String?, String, Int, String)])
    func quiet(author: String?, text: String, count: Int, alarm: String) async throws {
        try await Self.run(alarm: alarm) { house async throws in
            try await Self.storm(count, author: author, text, in: house)
            #expect(await Self.look(house).isEmpty)
            #expect(try await house.store.freezes().isEmpty)
            #expect(try await house.store.alarms().isEmpty)
        }
    }

    @Test("a desk that has just started needs the least number only; unhappy customers of another hour do not count")
    func start() async throws {
        try await Self.run(days: 0) { house async throws in
            try await Self.storm(7, in: house)
            #expect(await Self.look(house).isEmpty)
            try await Self.storm(1, from: 8, in: house)
            #expect(await Self.look(house).map(\.authors) == [8])
        }
        try await Self.run(days: 0) { house async throws in
            try await Self.storm(7, in: house)
            house.clock.advance(seconds: 3600)
            try await Self.storm(7, from: 8, in: house)
            #expect(await Self.look(house).isEmpty)
        }
    }

    @Test("as many unhappy customers as every day at this hour are usual")
    func usual() async throws {
        try await Self.run(days: 0) { house async throws in
            for day in 0..<3 {
                try await Self.storm(12, from: 100 * day, in: house)
                house.clock.advance(seconds: Self.day - 12 * 180)
            }
            try await Self.storm(12, from: 1000, in: house)
            #expect(await Self.look(house).isEmpty)
        }
    }

    @Test("a server that starts anew keeps the alarm; it does not ring twice, but for twice as many, and thawing ends it")
    func restart() async throws {
        let folder = try TemporaryFolder()
        try await Self.run(in: folder) { house async throws in
            try await Self.storm(12, in: house)
            #expect(await Self.look(house).count == 1)
            #expect(await Self.look(house).isEmpty)
        }
        try await Self.run(in: folder, days: 0) { house async throws in
            house.clock.advance(seconds: 3 * Self.day + 12 * 180)
            #expect(await Self.look(house).isEmpty)
            #expect(await Self.gauge(house) == "courtois_alarms_standing 1")
            try await Self.write("m13", by: "author-13", in: house)
            #expect(try await Self.item("m13", house).team == .publicRelations)
            #expect(try await house.store.thaw(Self.door, by: "ada", at: house.clock.now))
            #expect(await Self.gauge(house) == "courtois_alarms_standing 0")
            try await Self.write("m14", by: "author-14", in: house)
            #expect(try await Self.item("m14", house).team == .customerService)
            #expect(await Self.look(house).isEmpty)
            for number in 15...40 { try await Self.write("m\(number)", by: "author-\(number)", in: house) }
            #expect(await Self.look(house).map(\.authors) == [40])
            #expect(try await house.store.freezes().count == 1)
            // Nobody was unhappy since; after the cool-down it may ring again.
            house.clock.advance(seconds: 7 * 3600)
            #expect(await Self.look(house).isEmpty)
            for number in 50..<74 { try await Self.write("m\(number)", by: "author-\(number)", in: house) }
            #expect(await Self.look(house).map(\.authors) == [24])
            #expect(try await house.store.alarms().map(\.authors) == [24])
        }
    }

    @Test("it looks by itself, every minute")
    func everyMinute() async throws {
        let folder = try TemporaryFolder()
        try await Self.run(in: folder) { house async throws in
            let clock = SteppedClock(house.clock.now + 12 * 180)
            let watch = BadBuzzWatch(house.parts, clock: clock.courierClock)
            let watching = Task { try await watch.run() }
            await clock.untilAsleep()
            try await Self.storm(12, in: house)
            #expect(try await house.store.alarms().isEmpty)
            clock.advance(seconds: 60)
            await clock.untilAsleep()
            #expect(try await house.store.alarms().count == 1)
            watching.cancel()
            try await watching.value
        }
    }
}
