package import Desk
import Synchronization

/// An outbox whose n-th step fails: before it, as when the store fails, or after it, as when the process is killed with the
/// answer on its way. From then on it may stay dead, as a killed process does.
package final class FailingOutbox: Outbox {
    package enum Moment: Sendable, CaseIterable { case before, after }
    package enum Failure: Error { case injected }

    private let outbox: any Outbox
    private let steps = Mutex(0)
    private let step: Int
    private let moment: Moment
    private let staysDead: Bool

    package init(_ outbox: any Outbox, failingAt step: Int, _ moment: Moment, staysDead: Bool) {
        self.outbox = outbox
        self.step = step
        self.moment = moment
        self.staysDead = staysDead
    }

    /// Whether the step was reached.
    package var hasFailed: Bool { steps.withLock { $0 >= step } }

    private func perform<Value>(_ work: () async throws -> Value) async throws -> Value {
        let number = steps.withLock { steps in
            steps += 1
            return steps
        }
        if staysDead, number > step { throw Failure.injected }
        guard number == step else { return try await work() }
        if moment == .after { _ = try await work() }
        throw Failure.injected
    }

    package func claim(_ claim: DeliveryClaim, now: Instant) async throws -> [Delivery] {
        try await perform { try await outbox.claim(claim, now: now) }
    }

    package func markWriting(_ lease: Lease, _ writing: Lease.Writing, until: Instant, now: Instant) async throws -> WritingPermit {
        try await perform { try await outbox.markWriting(lease, writing, until: until, now: now) }
    }

    package func settle(_ lease: Lease, _ settlement: Settlement, now: Instant) async throws -> Bool {
        try await perform { try await outbox.settle(lease, settlement, now: now) }
    }

    package func release(_ lease: Lease, dueAt: Instant, now: Instant) async throws -> Bool {
        try await perform { try await outbox.release(lease, dueAt: dueAt, now: now) }
    }

    package func endLeases(now: Instant) async throws -> Int { try await perform { try await outbox.endLeases(now: now) } }
    package func nextDue(except withheld: Set<ChannelAccount>) async throws -> Instant? {
        try await perform { try await outbox.nextDue(except: withheld) }
    }
    package func delivery(_ id: Int64) async throws -> Delivery? { try await outbox.delivery(id) }

    package func deliveries(_ kinds: Set<DeliveryState.Kind>, after: Int64, most: Int) async throws -> [Delivery] {
        try await outbox.deliveries(kinds, after: after, most: most)
    }

    package func depth() async throws -> [DeliveryState.Kind: Int] { try await outbox.depth() }

    package func retry(_ id: Int64, by person: String, now: Instant) async throws -> OutboxAnswer {
        try await outbox.retry(id, by: person, now: now)
    }

    package func drop(_ id: Int64, by person: String, now: Instant) async throws -> OutboxAnswer {
        try await outbox.drop(id, by: person, now: now)
    }

    package func confirm(_ id: Int64, externalIds: [String], by person: String, now: Instant) async throws -> OutboxAnswer {
        try await outbox.confirm(id, externalIds: externalIds, by: person, now: now)
    }

    package func pausedAccounts() async throws -> [ChannelAccount: String] { try await outbox.pausedAccounts() }

    package func resume(_ account: ChannelAccount, by person: String, now: Instant) async throws -> Bool {
        try await outbox.resume(account, by: person, now: now)
    }
}
