import Channels
import Desk
import DeskServer
import Peers
import SQLiteStore
import Support
import Testing

@Suite("A server that stops", .timeLimit(.minutes(10)))
struct ShutdownTests {
    /// A store whose commits wait, as on a busy disk.
    private struct SlowStore: Listening, CaseQueue {
        let store: SQLiteStore
        let entered: Gate
        let gate: Gate

        func hear(_ call: PlatformCall) async throws(StoreFailure) -> CallReception {
            entered.open()
            await PlainClient.away { gate.wait() }
            return try await store.hear(call)
        }

        func probe(at now: Instant) async throws(StoreFailure) { try await store.probe(at: now) }
        func oldestWait() async throws(StoreFailure) -> Instant? { try await store.oldestWait() }
        func queue(_ query: QueueQuery) async throws(StoreFailure) -> QueuePage { try await store.queue(query) }
        func file(of number: Int64) async throws(StoreFailure) -> CaseFile? { try await store.file(of: number) }
        func message(_ key: MessageKey) async throws(StoreFailure) -> FoundMessage? { try await store.message(key) }
        func number(of conversation: ConversationKey) async throws(StoreFailure) -> Int64? { try await store.number(of: conversation) }
        func waiting() async throws(StoreFailure) -> [WaitingCount] { try await store.waiting() }
    }

    @Test("takes no more connections, and lets the call under way be kept and answered")
    func drains() async throws {
        let (entered, gate) = (Gate(), Gate())
        try await ServerHouse.run(in: try TemporaryFolder(), store: { SlowStore(store: $0, entered: entered, gate: gate) }) {
            house async throws in
            let idle = await PlainClient.away { PlainClient(port: house.port) }
            async let answer = house.post(.standard("c1", Call.body("m1")))
            await PlainClient.away { entered.wait() }
            await house.stop()
            // A connection at rest is closed at once: from here on the server is stopping.
            #expect(await PlainClient.away { idle?.answer() == nil })
            let late = await house.get("/healthz")
            #expect(late?.status == nil)
            gate.open()
            #expect(await answer?.status == 200)
            #expect(try await house.messages() == 1)
        }
    }
}
