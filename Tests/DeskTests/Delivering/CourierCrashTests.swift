import Desk
import Support
import Testing

/// The promise of the outbox, at every step a courier can die or its store can fail at.
@Suite("Couriers that die", .timeLimit(.minutes(10)))
struct CourierCrashTests {
    private static let steps = 1...9

    private func world(_ failing: Int, _ moment: FailingOutbox.Moment, staysDead: Bool, isIdempotent: Bool) async throws -> (
        CourierTests.World, hasFailed: Bool
    ) {
        let world = CourierTests.World()
        try await world.approve("a", account: "one")
        try await world.approve("b", account: "two")
        let outbox = FailingOutbox(world.store, failingAt: failing, moment, staysDead: staysDead)
        let channel = PlainChannel(isIdempotent: isIdempotent)
        _ = try? await world.courier(channel, outbox: outbox) { $0.concurrency = 1 }.deliverDue()
        return (world, outbox.hasFailed)
    }

    @Test("killed at any step, nothing that acts once is written twice, and nothing rests longer than its lease", arguments: steps)
    func killed(_ step: Int) async throws {
        for moment in FailingOutbox.Moment.allCases {
            let (world, _) = try await world(step, moment, staysDead: true, isIdempotent: false)
            // Just before the lease ends another courier finds nothing of it; then it finds everything.
            world.clock.advance(seconds: 60)
            try await world.courier().deliverDue()
            for name in ["a", "b"] { #expect(world.transport.deliveries.count { $0 == name } <= 1, "\(name) \(moment)") }
            for id in [Int64(1), 2] {
                let kind = try #require(try await world.kind(id))
                #expect([.sent, .unknown].contains(kind), "\(id) \(moment)")
                let name = id == 1 ? "a" : "b"
                if kind == .sent { #expect(world.transport.deliveries.contains(name)) }
            }
        }
    }

    @Test("killed at any step, what is idempotent arrives, with the same key", arguments: steps)
    func killedIdempotent(_ step: Int) async throws {
        for moment in FailingOutbox.Moment.allCases {
            let (world, _) = try await world(step, moment, staysDead: true, isIdempotent: true)
            world.clock.advance(seconds: 60)
            try await world.courier(PlainChannel(isIdempotent: true)).deliverDue()
            #expect(Set(world.transport.deliveries) == ["a", "b"])
            let kinds = [try await world.kind(1), try await world.kind(2)]
            #expect(kinds == [.sent, .sent], "\(moment)")
        }
    }

    @Test("a store that fails once, at any step, costs no reply and doubles none", arguments: steps)
    func storeFails(_ step: Int) async throws {
        for moment in FailingOutbox.Moment.allCases {
            let (world, _) = try await world(step, moment, staysDead: false, isIdempotent: false)
            world.clock.advance(seconds: 60)
            try await world.courier().deliverDue()
            for name in ["a", "b"] { #expect(world.transport.deliveries.count { $0 == name } <= 1, "\(name) \(moment)") }
            let kinds = [try await world.kind(1), try await world.kind(2)]
            #expect(kinds.allSatisfy { $0 == .sent || $0 == .unknown }, "\(moment) \(kinds)")
        }
    }

    @Test("the steps of these tests reach beyond the last one a courier takes")
    func stepsAreEnough() async throws {
        var reached = Set<Int>()
        for step in Self.steps {
            if try await world(step, .before, staysDead: true, isIdempotent: false).hasFailed { reached.insert(step) }
        }
        #expect(reached.count >= 7)
        let last = try await world(50, .before, staysDead: true, isIdempotent: false)
        #expect(!last.hasFailed)
    }
}
