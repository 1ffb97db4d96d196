import Desk
import DeskServer
import Peers
import SQLiteStore
import Support
import Testing

@Suite("What has passed in a conversation before a message", .timeLimit(.minutes(10)))
struct ExchangeTests {
    private static let hour = 3600

    /// What the desk said of a message that was sent so many hours after the start.
    private static func write(
        _ id: String, after hours: Int, visibility: String = "private", author: String = "u-1", _ house: ServerHouse
    ) async throws -> StoredMessage {
        let now = Sample.start + hours * hour
        house.clock.advance(seconds: now.seconds - house.clock.now.seconds)
        let body =
            #"{"type":"message.created","data":{"id":"\#(id)","conversation_id":"k","author":{"id":"\#(author)"},"visibility":"\#(visibility)","text":"Où est ma commande ?"}}"#
        #expect(await house.post(.standard("call \(id)", Array(body.utf8), at: now))?.status == 200)
        return try #require(try await house.store.message(MessageKey(channel: "standard", account: "default", id: id))?.message)
    }

    private static func reasons(_ message: StoredMessage) -> String {
        DecisionReading(line: message.line ?? [], scalars: 1000).reasons.joined(separator: " ")
    }

    /// A colleague approves the draft, and its platform takes it.
    private static func answer(_ name: String, _ house: ServerHouse) async throws {
        let item = try #require(try await house.store.file(of: 1)).case
        let now = house.clock.now
        _ = try await house.store.review(
            ReviewChange(1, version: item.version, .approve(note: nil, acceptsFindings: true, delivery: name), by: Sample.zoe, at: now)
        ).get()
        let claim = DeliveryClaim(most: 10, mostPerAccount: 10, worker: "courier", seconds: 30)
        let lease = try #require(try await house.store.claim(claim, now: now + 60).first?.lease)
        guard case .granted(let permit) = try await house.store.markWriting(lease, .once, until: now + 90, now: now + 61) else {
            Issue.record("it may not be written")
            return
        }
        #expect(try await house.store.settle(permit, .sent(externalIds: [name]), now: now + 62))
    }

    @Test("who asks again within 72 hours and had no answer of a person is said to; an answer, another author or more time ends that")
    func repeats() async throws {
        try await ServerHouse.run(in: try TemporaryFolder()) { house async throws in
            let words = "sans réponse d’une personne"
            #expect(Self.reasons(try await Self.write("m1", after: 0, house)).contains(words) == false)
            #expect(Self.reasons(try await Self.write("m2", after: 10, house)).contains(words))
            #expect(Self.reasons(try await Self.write("m3", after: 24, house)).contains(words))
            #expect(Self.reasons(try await Self.write("m4", after: 24, author: "u-2", house)).contains(words) == false)
            try await Self.answer("d1", house)
            #expect(Self.reasons(try await Self.write("m5", after: 25, house)).contains(words) == false)
            #expect(Self.reasons(try await Self.write("m6", after: 98, house)).contains(words) == false)
            #expect(Self.reasons(try await Self.write("m7", after: 98 + 72, house)).contains(words))
        }
    }

    @Test("after two replies that everybody can read a person answers, and no text is proposed")
    func publicReplies() async throws {
        try await ServerHouse.run(in: try TemporaryFolder()) { house async throws in
            for number in 1...2 {
                #expect(try await Self.write("m\(number)", after: number, visibility: "public", house).disposition == .draft)
                try await Self.answer("d\(number)", house)
            }
            let third = try await Self.write("m3", after: 3, visibility: "public", house)
            let item = try #require(try await house.store.file(of: 1)).case
            #expect(third.disposition == .human && Self.reasons(third).contains("suite en privé"))
            #expect(item.disposition == .human && item.status == .waiting && item.draft?.isProposed != true)
            // In private the conversation goes on.
            #expect(try await Self.write("m4", after: 4, house).disposition == .draft)
        }
    }
}
