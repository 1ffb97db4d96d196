import Desk
import GRDB
import Support
import Synchronization
import Testing

@testable import SQLiteStore

@Suite("Claims")
struct ClaimTests {
    /// A store with `count` replies that are due.
    private func store(_ folder: TemporaryFolder, _ count: Int) async throws -> SQLiteStore {
        let store = try SQLiteStore(path: folder.path + "/store.sqlite")
        for result in await store.receive((0..<count).map { Sample.arrival("m\($0)", disposition: .send) }) { _ = try result.get() }
        return store
    }

    @Test("a claim of one reads one delivery where the first may leave, and larger portions where many have expired")
    func portions() async throws {
        let folder = try TemporaryFolder()
        let store = try await store(folder, 30)
        let limits = Mutex<[String]>([])
        try await store.pool.writeWithoutTransaction { db in
            db.trace { event in
                let text = event.expandedDescription
                guard text.contains("(o.due_at, o.id) >"), let limit = text.split(separator: " LIMIT ").last else { return }
                limits.withLock { $0.append(limit.filter(\.isNumber)) }
            }
        }
        func claim(withheld: Set<ChannelAccount> = [], at now: Instant = Sample.start + 20) async throws -> Int {
            let claim = DeliveryClaim(most: 1, mostPerAccount: 1, worker: "w", seconds: 30, withheld: withheld)
            return try await store.claim(claim, now: now).count
        }
        #expect(try await claim() == 1)
        #expect(limits.withLock { $0 } == ["1"])
        limits.withLock { $0 = [] }
        let door = ChannelAccount(channel: "standard", account: "default")
        #expect(try await claim(withheld: [door]) == 0)
        #expect(limits.withLock { $0 } == ["1"], "what may not leave is passed over in the index")
        limits.withLock { $0 = [] }
        let end = try #require(try await store.delivery(1)).expires
        #expect(try await claim(at: end) == 0)
        #expect(limits.withLock { $0 } == ["1", "4", "16", "64", "100"])
    }
}
