import Desk
import Peers
import SQLiteStore
import Support
import Synchronization

/// A store whose commits wait, as on a busy disk, and which notes how many calls it is given at a time.
final class GatedStore: Listening, CaseQueue {
    /// Opened once calls have come.
    private let entered: Gate
    private let store: SQLiteStore
    private let gate: Gate
    private let forgets: Bool
    private let given = Mutex<[Int]>([])

    /// - Parameter forgets: Whether it says of no call what became of it.
    init(_ store: SQLiteStore, entered: Gate = Gate(), _ gate: Gate, forgets: Bool = false) {
        self.store = store
        self.forgets = forgets
        self.entered = entered
        self.gate = gate
    }

    var sizes: [Int] { given.withLock { $0 } }

    func hear(_ call: PlatformCall) async throws(StoreFailure) -> CallReception { try await store.hear(call) }

    func hear(_ calls: [PlatformCall]) async -> [Result<CallReception, StoreFailure>] {
        given.withLock { $0.append(calls.count) }
        entered.open()
        await PlainClient.away { [gate] in gate.wait() }
        return forgets ? [] : await store.hear(calls)
    }

    func probe(at now: Instant) async throws(StoreFailure) { try await store.probe(at: now) }
    func oldestWait() async throws(StoreFailure) -> Instant? { try await store.oldestWait() }
    func queue(_ query: QueueQuery) async throws(StoreFailure) -> QueuePage { try await store.queue(query) }
    func file(of number: Int64) async throws(StoreFailure) -> CaseFile? { try await store.file(of: number) }
    func message(_ key: MessageKey) async throws(StoreFailure) -> FoundMessage? { try await store.message(key) }
    func pasts(of askers: Set<Asker>) async throws(StoreFailure) -> KeptPasts { try await store.pasts(of: askers) }
    func waiting() async throws(StoreFailure) -> [WaitingCount] { try await store.waiting() }
}
