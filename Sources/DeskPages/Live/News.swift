import Desk
import Synchronization

/// What has happened since somebody last asked, read once for all who listen.
final class News: Sendable {
    private let store: any DeskStore
    private let state = Mutex(State())

    private struct State {
        var last: Int64?
        /// When it was read, in ticks.
        var readAt = Int.min / 2
        var isReading = false
    }

    /// Changes since a number, as far as pages need them.
    struct Batch: Sendable, Hashable {
        var sequence: Int64
        var cases: Set<Int64> = []
        var arrived = 0
        /// Deliveries that have come to an end which a person has to see.
        var failed: [Int64] = []
    }

    /// Rows read for one batch; who has missed more looks at everything anew anyway.
    private static let mostRows = 500
    /// Milliseconds for which a look holds.
    private static let freshness = 500

    init(store: any DeskStore) { self.store = store }

    /// The number of the last change, not older than half a second.
    func last(at ticks: Int) async throws -> Int64 {
        let known = state.withLock { state -> Int64? in
            if let last = state.last, ticks - state.readAt < Self.freshness || state.isReading { return last }
            state.isReading = true
            return nil
        }
        if let known { return known }
        defer { state.withLock { $0.isReading = false } }
        let last = try await store.lastChange()
        state.withLock { state in
            state.last = last
            state.readAt = ticks
        }
        return last
    }

    /// What came after `sequence`.
    func since(_ sequence: Int64) async throws -> Batch {
        let rows = try await store.audit(after: sequence, most: Self.mostRows)
        var batch = Batch(sequence: rows.last?.sequence ?? sequence)
        for row in rows where row.action == .delivery && row.subject.hasPrefix("delivery/") {
            guard let kind = row.detail.flatMap(DeliveryState.Kind.init), kind.needsPerson else { continue }
            if let number = Int64(row.subject.dropFirst(9)) { batch.failed.append(number) }
        }
        for row in rows where row.subject.hasPrefix("case/") {
            guard let number = Int64(row.subject.dropFirst(5)) else { continue }
            batch.cases.insert(number)
            if row.action == .received { batch.arrived += 1 }
        }
        if rows.count == Self.mostRows { batch.sequence = max(batch.sequence, try await store.lastChange()) }
        return batch
    }
}
