import Desk
import Peers
import SQLiteStore
import Support
import Testing

/// What a platform does to a request, and what becomes of the delivery: store, courier, adapter and libcurl together.
@Suite("Replies and platforms that misbehave", .timeLimit(.minutes(10)))
struct PeerOutcomeTests {
    private static let telegramSent = PeerAct.answer(200, body: #"{"ok":true,"result":{"message_id":77,"chat":{"id":4242}}}"#)

    /// An act, and the states it leads to on Standard Webhooks (the same id on every try: idempotent) and on Telegram (not).
    struct Row: Sendable, CustomTestStringConvertible {
        let act: PeerAct
        let standard: DeliveryState.Kind
        let telegram: DeliveryState.Kind
        var testDescription: String { "\(act)" }
    }

    static let rows = [
        Row(act: .late, standard: .waiting, telegram: .unknown),
        Row(act: .resetUnread, standard: .waiting, telegram: .unknown),
        Row(act: .reset, standard: .waiting, telegram: .unknown),
        Row(act: .close, standard: .waiting, telegram: .unknown),
        Row(act: .half, standard: .waiting, telegram: .unknown),
        Row(act: .garbage, standard: .waiting, telegram: .unknown),
        Row(act: .headers, standard: .waiting, telegram: .unknown),
        Row(act: .flood(bytes: 100_000_000), standard: .sent, telegram: .unknown),
        Row(act: .answer(302, headers: ["location": "http://127.0.0.1:1/"]), standard: .refused, telegram: .refused),
        Row(act: .answer(429, headers: ["retry-after": "30"]), standard: .waiting, telegram: .waiting),
        Row(act: .answer(500), standard: .waiting, telegram: .unknown),
        Row(act: .answer(500, body: #"{"ok":false,"error_code":500,"description":"Oops"}"#), standard: .waiting, telegram: .unknown),
        Row(act: .answer(401), standard: .waiting, telegram: .waiting),
        Row(act: .answer(400), standard: .refused, telegram: .refused),
        Row(act: telegramSent, standard: .sent, telegram: .sent),
    ]

    @Test("each way to misbehave ends where the table says, with one request", arguments: rows)
    func outcomes(_ row: Row) async throws {
        for (channel, expected) in [("standard", row.standard), ("telegram", row.telegram)] {
            let folder = try TemporaryFolder()
            let house = try DeliveryHouse([row.act], in: folder, timeout: row.act == .late ? 300 : 5_000)
            try await house.approve("1", channel: channel)
            let kind = try await house.deliver()?.kind
            // A reset may come before libcurl holds the connection for open: nothing has left then, and it may wait.
            let attempts = try await house.store.delivery(1)?.attempts
            let wasNotOpen = row.act == .resetUnread && kind == .waiting && attempts == 0
            #expect(kind == expected || wasNotOpen, "\(channel)")
            #expect(house.peer.requests.count == (row.act == .resetUnread ? 0 : 1), "\(channel)")
        }
    }

    @Test("a reply that may have arrived is never sent again by itself, however long one waits; a person's word sends it")
    func unknownStays() async throws {
        let folder = try TemporaryFolder()
        let house = try DeliveryHouse([.close, Self.telegramSent], in: folder)
        try await house.approve("1", channel: "telegram")
        try await house.deliver()
        for _ in 0..<10 {
            house.clock.advance(seconds: 86_400)
            #expect(try await house.deliver()?.kind == .unknown)
        }
        #expect(house.peer.requests.count == 1)
        guard case .done = try await house.store.retry(1, by: "zoe", now: house.clock.now) else {
            Issue.record("not retried")
            return
        }
        #expect(try await house.deliver() == .sent(externalIds: ["4242:77"], at: house.clock.now))
        #expect(house.peer.requests.count == 2)
    }

    @Test("500 ten times, then 200: eleven requests with one and the same id, and the delivery is sent")
    func tenErrors() async throws {
        let folder = try TemporaryFolder()
        let house = try DeliveryHouse(Array(repeating: .answer(500), count: 10) + [.answer(204)], in: folder)
        try await house.approve("1")
        var waits: [Int] = []
        while try await house.deliver()?.kind == .waiting, waits.count < 20 {
            let due = try #require(try await house.store.delivery(1)).dueAt
            waits.append(due.seconds - house.clock.now.seconds)
            house.clock.advance(seconds: waits.last ?? 0)
        }
        #expect(try await house.store.delivery(1)?.state.kind == .sent)
        #expect(waits.count == 10 && waits.enumerated().allSatisfy { (1...min(14_400, 15 << $0)).contains($1) }, "\(waits)")
        #expect(house.peer.requests.map { $0.headers["webhook-id"] } == Array(repeating: "reply-1", count: 11))
        #expect(Set(house.peer.requests.map(\.body)).count == 1)
    }

    @Test("429 with Retry-After is waited for in full")
    func retryAfter() async throws {
        let folder = try TemporaryFolder()
        let house = try DeliveryHouse([.answer(429, headers: ["retry-after": "3600"]), .answer(200)], in: folder)
        try await house.approve("1")
        try await house.deliver()
        house.clock.advance(seconds: 3600)
        #expect(try await house.deliver()?.kind == .waiting)
        house.clock.advance(seconds: 16)
        #expect(try await house.deliver()?.kind == .sent)
        #expect(house.peer.requests.count == 2)
    }

    @Test("a platform that is down for three days is a dead letter, listed, and sent when a person says so")
    func deadLetter() async throws {
        let folder = try TemporaryFolder()
        let house = try DeliveryHouse([.answer(503)], in: folder)
        try await house.approve("1")
        for _ in 0..<80 where try await house.deliver()?.kind == .waiting { house.clock.advance(seconds: 3600 * 2) }
        #expect(try await house.store.delivery(1)?.state.kind == .exhausted)
        #expect(try await house.store.deliveries([.exhausted], after: 0, most: 5).map(\.id) == [1])
        house.peer.play([.answer(200)])
        _ = try await house.store.retry(1, by: "zoe", now: house.clock.now)
        #expect(try await house.deliver()?.kind == .sent)
    }

    @Test("a certificate nobody trusts gets nothing; the reply waits, and leaves once it is trusted")
    func invalidTLS() async throws {
        let (folder, certificates) = (try TemporaryFolder(), try TemporaryFolder())
        let peer = try TLSPeer("IP:127.0.0.1", in: certificates.path)
        let url = "https://127.0.0.1:\(peer.port)/"
        let house = try DeliveryHouse([], in: folder, url: url)
        try await house.approve("1")
        #expect(try await house.deliver() == .waiting(cause: "the certificate is not valid"))
        let delivery = try await house.store.delivery(1)
        #expect(delivery?.attempts == 0)
    }

    @Test("a platform's address inside the house is refused before a connection is made")
    func forbidden() async throws {
        let folder = try TemporaryFolder()
        let house = try DeliveryHouse([.answer(200)], in: folder, url: "http://10.255.255.1:80/")
        try await house.approve("1")
        #expect(try await house.deliver() == .refused(code: "forbidden_address", words: "an address that may not be called"))
    }

    @Test("an account without settings is paused, and its reply waits")
    func noAccount() async throws {
        let folder = try TemporaryFolder()
        let house = try DeliveryHouse([.answer(200)], in: folder)
        try await house.approve("1", channel: "slack")
        #expect(try await house.deliver()?.kind == .waiting)
        #expect(try await house.store.pausedAccounts().keys.map(\.channel) == ["slack"])
        #expect(house.peer.connections == 0)
    }
}
