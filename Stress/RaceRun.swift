import Desk
import SQLiteStore

/// Two reviewers approve the same draft at the same moment, each with a connection of their own, for many drafts; then two
/// couriers share the outbox.
struct RaceRun {
    let drafts: Int
    let folder: String
    let progress: StressProgress

    func run(_ report: inout StressReport) async throws {
        let peer = try StressPeer(seed: 1, misbehaves: 0)
        let path = folder + "/race.sqlite"
        // On a busy machine nothing here may time out: what is wanted is one request each, not the way of a late one.
        let houses = (
            try StressHouse(store: path, peer: peer.url, timeout: 60_000), try StressHouse(store: path, peer: peer.url, timeout: 60_000)
        )
        let start = StressHouse.ticks()
        var numbers: [Int64] = []
        for batch in stride(from: 1, through: drafts, by: 500) {
            progress.say("received \(batch - 1) of \(drafts)")
            let arrivals = (batch..<min(batch + 500, drafts + 1)).map { StressArrival.make($0, .telegram, at: StressHouse.now()) }
            for result in await houses.0.store.receive(arrivals) { numbers.append(try result.get().caseNumber) }
        }
        let received = StressHouse.ticks()
        var counts: [Int: Int] = [:]
        for batch in stride(from: 0, to: numbers.count, by: 32) {
            progress.say("raced for \(batch) of \(drafts) drafts")
            let slice = numbers[batch..<min(batch + 32, numbers.count)]
            try await withThrowingTaskGroup(of: Int.self) { group in
                for number in slice { group.addTask { try await race(number, houses.0.store, houses.1.store) } }
                for try await count in group { counts[count, default: 0] += 1 }
            }
        }
        let raced = StressHouse.ticks()
        let tried = try await progress.during({ "delivered \(peer.read.count) of \(drafts) replies" }) {
            async let first = houses.0.courier("one", concurrency: 32, lease: 90).deliverDue()
            async let second = houses.1.courier("two", concurrency: 32, lease: 90).deliverDue()
            return try await (first, second)
        }
        let delivered = StressHouse.ticks()
        StressReport.say(
            "two reviewers on each of \(drafts) drafts: received in \(received - start) ms, raced in \(raced - received) ms, delivered in "
                + "\(delivered - raced) ms by two couriers (\(tried.0) + \(tried.1))")
        report.claim("drafts approved exactly once", "\(counts[1] ?? 0)", counts == [1: drafts])
        let deliveries = try await houses.0.store.deliveries([.sent], after: 0, most: drafts + 1)
        report.claim("deliveries noted as sent", "\(deliveries.count)", deliveries.count == drafts)
        let read = peer.read
        report.claim(
            "replies the platform read exactly once", "\(read.values.count { $0 == 1 })",
            read.count == drafts && read.values.allSatisfy { $0 == 1 })
        guard case .whole = try await houses.0.store.verifyAudit() else { return report.claim("audit chain", "broken", false) }
    }

    /// How many of two reviewers were let through.
    private func race(_ number: Int64, _ left: SQLiteStore, _ right: SQLiteStore) async throws -> Int {
        async let one = approve(number, "zoe", left)
        async let two = approve(number, "max", right)
        return try await (one ? 1 : 0) + (two ? 1 : 0)
    }

    private func approve(_ number: Int64, _ name: String, _ store: SQLiteStore) async throws -> Bool {
        let change = ReviewChange(
            number, version: 1, .approve(note: nil, acceptsFindings: false, delivery: "\(name)-\(number)"),
            by: Colleague(name: name, role: .reviewer), at: StressHouse.now())
        switch try await store.review(change) {
        case .success: return true
        case .failure: return false
        }
    }
}
