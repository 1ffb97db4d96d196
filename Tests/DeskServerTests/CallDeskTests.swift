import Channels
import Desk
@testable import DeskServer
import Peers
import SQLiteStore
import Support
import Synchronization
import Testing

@Suite("Calls of platforms that come together", .timeLimit(.minutes(10)))
struct CallDeskTests {
    /// A store that notes how many calls it is given at a time, and whose first commits wait.
    private final class CountingStore: Listening, CaseQueue {
        let store: SQLiteStore
        let gate: Gate
        let sizes = Mutex<[Int]>([])

        init(_ store: SQLiteStore, _ gate: Gate) {
            self.store = store
            self.gate = gate
        }

        func hear(_ call: PlatformCall) async throws(StoreFailure) -> CallReception { try await store.hear(call) }

        func hear(_ calls: [PlatformCall]) async -> [Result<CallReception, StoreFailure>] {
            sizes.withLock { $0.append(calls.count) }
            await PlainClient.away { [gate] in gate.wait() }
            return await store.hear(calls)
        }

        func probe(at now: Instant) async throws(StoreFailure) { try await store.probe(at: now) }
        func oldestWait() async throws(StoreFailure) -> Instant? { try await store.oldestWait() }
        func queue(_ query: QueueQuery) async throws(StoreFailure) -> QueuePage { try await store.queue(query) }
        func file(of number: Int64) async throws(StoreFailure) -> CaseFile? { try await store.file(of: number) }
        func message(_ key: MessageKey) async throws(StoreFailure) -> FoundMessage? { try await store.message(key) }
        func number(of conversation: ConversationKey) async throws(StoreFailure) -> Int64? { try await store.number(of: conversation) }
        func waiting() async throws(StoreFailure) -> [WaitingCount] { try await store.waiting() }
    }

    @Test("calls that come while others are committed share the next commit, and each has its own answer")
    func together() async throws {
        let gate = Gate()
        let counting = Mutex<CountingStore?>(nil)
        let wrap: (SQLiteStore) -> any Listening & CaseQueue = { store in
            let made = CountingStore(store, gate)
            counting.withLock { $0 = made }
            return made
        }
        try await ServerHouse.run(in: try TemporaryFolder(), store: wrap) { house async throws in
            let port = house.port
            let clients = await PlainClient.away { (0..<40).compactMap { _ in PlainClient(port: port) } }
            #expect(clients.count == 40)
            // Sent one by one, so that all of them are there before the first is kept. Every tenth is a forgery.
            let answers = await PlainClient.away { () -> [Int?] in
                for (number, client) in clients.enumerated() {
                    var call = Call.standard("c\(number)", Call.body("m\(number)", conversation: "k\(number % 5)"))
                    if number % 10 == 9 { call = call.with("webhook-id", "other") }
                    let headers = call.headers.map { "\($0.0): \($0.1)\r\n" }.joined()
                    client.send(
                        "POST /webhooks/standard/default HTTP/1.1\r\nhost: desk\r\n\(headers)content-length: \(call.body.count)\r\n\r\n")
                    client.send(call.body)
                }
                // Whoever is not believed is answered though nothing is committed.
                let forged = clients.enumerated().filter { $0.offset % 10 == 9 }.map { $0.element.answer()?.status }
                gate.open()
                let kept = clients.enumerated().filter { $0.offset % 10 != 9 }.map { $0.element.answer()?.status }
                return forged + kept
            }
            #expect(answers == [Int?](repeating: 401, count: 4) + [Int?](repeating: 200, count: 36))
            #expect(try await house.messages() == 36)
            let sizes = try #require(counting.withLock { $0 }).sizes.withLock { $0 }
            #expect(sizes.reduce(0, +) == 36 && sizes.count < 36, "\(sizes)")
            // What a conversation was sent is in the order in which it came to be decided, with a text of its own each time.
            let texts = try await house.store.queue(QueueQuery(most: 10)).items
            #expect(texts.count == 5)
        }
    }

    @Test("what is given is kept though no more is taken in, and what comes later is told so")
    func ends() async throws {
        let queue = CallQueue()
        let call = ReadCall(
            door: ChannelAccount(channel: "standard", account: "default"), onceKey: nil, events: [], at: Sample.start,
            acknowledgement: ChannelAnswer(status: 200))
        async let first = queue.give(call)
        let taken = await queue.take()
        #expect(taken.count == 1)
        async let second = queue.give(call)
        let next = await queue.take()
        #expect(next.count == 1)
        queue.end()
        guard case .notStored(let failure) = await queue.give(call) else {
            Issue.record("it was taken in")
            return
        }
        #expect(failure.label == "unavailable")
        for entry in taken + next { entry.caller.resume(returning: .noHandshake) }
        #expect(await [first.label, second.label] == ["no_handshake", "no_handshake"])
        #expect(await queue.take().isEmpty)
    }
}
