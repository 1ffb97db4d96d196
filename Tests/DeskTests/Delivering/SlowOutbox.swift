import Desk
import Support

/// An outbox in front of a store whose permit comes when most of the lease has gone by.
struct SlowOutbox: Outbox {
    private let store: MemoryStore
    private let clock: ManualClock

    init(_ store: MemoryStore, clock: ManualClock) {
        self.store = store
        self.clock = clock
    }

    func markWriting(_ lease: Lease, _ writing: Lease.Writing, until: Instant, now: Instant) async throws -> WritingPermit {
        let permit = await store.markWriting(lease, writing, until: until, now: now)
        clock.advance(seconds: 300)
        return permit
    }

    func claim(_ claim: DeliveryClaim, now: Instant) async throws -> [Delivery] { await store.claim(claim, now: now) }
    func settle(_ lease: Lease, _ settlement: Settlement, now: Instant) async throws -> Bool {
        await store.settle(lease, settlement, now: now)
    }
    func release(_ lease: Lease, dueAt: Instant, now: Instant) async throws -> Bool {
        await store.release(lease, dueAt: dueAt, now: now)
    }
    func endLeases(now: Instant) async throws -> Int { await store.endLeases(now: now) }
    func nextDue(except withheld: Set<ChannelAccount>) async throws -> Instant? { await store.nextDue(except: withheld) }
    func delivery(_ id: Int64) async throws -> Delivery? { await store.delivery(id) }
    func deliveries(_ kinds: Set<DeliveryState.Kind>, after: Int64, most: Int) async throws -> [Delivery] {
        await store.deliveries(kinds, after: after, most: most)
    }
    func depth() async throws -> [DeliveryState.Kind: Int] { await store.depth() }
    func retry(_ id: Int64, by person: String, now: Instant) async throws -> OutboxAnswer { await store.retry(id, by: person, now: now) }
    func drop(_ id: Int64, by person: String, now: Instant) async throws -> OutboxAnswer { await store.drop(id, by: person, now: now) }
    func confirm(_ id: Int64, externalIds: [String], by person: String, now: Instant) async throws -> OutboxAnswer {
        await store.confirm(id, externalIds: externalIds, by: person, now: now)
    }
    func pausedAccounts() async throws -> [ChannelAccount: String] { await store.pausedAccounts() }
    func resume(_ account: ChannelAccount, by person: String, now: Instant) async throws -> Bool {
        await store.resume(account, by: person, now: now)
    }
}
