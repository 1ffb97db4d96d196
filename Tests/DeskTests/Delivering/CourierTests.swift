import Desk
import Support
import Synchronization
import Testing

@Suite("The courier", .timeLimit(.minutes(10)))
struct CourierTests {
    /// A store, a clock, a transport, and the couriers that use them.
    struct World {
        let store = MemoryStore()
        let clock = ManualClock(Sample.start)
        let transport: ScriptedTransport
        let events = Events()

        init(_ answer: @escaping ScriptedTransport.Answer = { _ in .success(OutgoingAnswer(status: 200)) }) {
            transport = ScriptedTransport(answer)
        }

        func courier(
            _ channel: PlainChannel? = PlainChannel(isIdempotent: false), outbox: (any Outbox)? = nil,
            _ change: (inout CourierSettings) -> Void = { _ in }
        ) -> Courier {
            var settings = CourierSettings(worker: "w")
            change(&settings)
            return Courier(
                outbox: outbox ?? store, transport: transport, channels: { _ in channel }, settings: settings, clock: clock.courierClock,
                random: { .random(in: .min ... .max) }, notice: { [events] in events.add($0) })
        }

        /// Receives and approves; due ten seconds later, at once after this.
        func approve(_ names: String..., account: String = "default", conversation: String? = nil) async throws {
            for name in names {
                let number = try await store.receive(
                    Sample.arrival(name, conversation: conversation, account: account, at: clock.now)
                ).caseNumber
                _ = try await store.review(
                    ReviewChange(
                        number, version: 1, .approve(note: nil, acceptsFindings: false, delivery: name), by: Sample.zoe, at: clock.now)
                ).get()
            }
            clock.advance(seconds: 10)
        }

        func kind(_ id: Int64 = 1) async throws -> DeliveryState.Kind? { await store.delivery(id)?.state.kind }
    }

    final class Events: Sendable {
        private let events = Mutex<[CourierEvent]>([])
        func add(_ event: CourierEvent) { events.withLock { $0.append(event) } }
        var all: [CourierEvent] { events.withLock { $0 } }
    }

    @Test("what is due is delivered once, and what is not due is left")
    func delivers() async throws {
        let world = World()
        try await world.approve("a", "b", "c")
        try await world.approve("d")
        world.clock.advance(seconds: -5)
        let courier = world.courier()
        #expect(try await courier.deliverDue() == 3)
        #expect(try await courier.deliverDue() == 0)
        #expect(world.transport.deliveries.sorted() == ["a", "b", "c"])
        #expect(try await world.kind(4) == .queued)
        #expect(
            world.events.all.contains(.settled(delivery: 1, channel: "standard", label: "sent")) && world.events.all.count == 3)
    }

    @Test(
        "each outcome of a try ends where the table says, on channels that act once and on idempotent ones",
        arguments: [
            (.success(OutgoingAnswer(status: 200)), .sent, .sent), (.success(OutgoingAnswer(status: 400)), .refused, .refused),
            (.success(OutgoingAnswer(status: 401)), .waiting, .waiting), (.success(OutgoingAnswer(status: 429)), .waiting, .waiting),
            (.success(OutgoingAnswer(status: 500)), .unknown, .waiting), (.failure(.notSent(cause: "c")), .waiting, .waiting),
            (.failure(.interrupted(cause: "c")), .unknown, .waiting), (.failure(.forbidden(cause: "c")), .refused, .refused),
        ] as [(Result<OutgoingAnswer, TransportFailure>, DeliveryState.Kind, DeliveryState.Kind)])
    func outcomes(_ result: Result<OutgoingAnswer, TransportFailure>, _ once: DeliveryState.Kind, _ repeatable: DeliveryState.Kind)
        async throws
    {
        for (isIdempotent, expected) in [(false, once), (true, repeatable)] {
            let world = World { _ in result }
            try await world.approve("a")
            try await world.courier(PlainChannel(isIdempotent: isIdempotent)).deliverDue()
            #expect(try await world.kind() == expected)
            let wasTried = result != .failure(.notSent(cause: "c"))
            #expect(await world.store.delivery(1)?.attempts == (wasTried ? 1 : 0))
        }
    }

    @Test("Retry-After as a date is obeyed")
    func retryAfter() async throws {
        // Sample.start + 10 + 600.
        let world = World { _ in .success(OutgoingAnswer(status: 503, headers: ["retry-after": "Fri, 27 Nov 2026 08:25:10 GMT"])) }
        try await world.approve("a")
        try await world.courier().deliverDue()
        let due = try #require(await world.store.delivery(1)?.dueAt)
        let asked = try #require(RetryAfter.seconds("Fri, 27 Nov 2026 08:25:10 GMT", now: world.clock.now))
        #expect((asked + 1...asked + 15).contains(due.seconds - world.clock.now.seconds))
    }

    @Test("500 ten times, then 200: tried eleven times with growing waits, and sent")
    func tenErrors() async throws {
        let count = Mutex(0)
        let world = World { _ in
            let number = count.withLock { count in
                count += 1
                return count
            }
            return .success(OutgoingAnswer(status: number <= 10 ? 500 : 200))
        }
        try await world.approve("a")
        let courier = world.courier(PlainChannel(isIdempotent: true))
        var last = world.clock.now
        while try await world.kind() != .sent {
            try await courier.deliverDue()
            guard let delivery = await world.store.delivery(1), delivery.state.kind == .waiting else { break }
            let wait = delivery.dueAt.seconds - world.clock.now.seconds
            #expect((1...min(14400, 15 << (delivery.attempts - 1))).contains(wait))
            last = delivery.dueAt
            world.clock.advance(seconds: wait)
        }
        #expect(try await world.kind() == .sent)
        #expect(world.transport.deliveries == Array(repeating: "a", count: 11))
        #expect(last > Sample.start)
    }

    @Test("an account that is not set up, or no longer accepted, is paused: nothing more leaves by it, others are not concerned")
    func paused() async throws {
        let world = World()
        try await world.approve("a", "b")
        try await world.approve("c", account: "other")
        let clock = world.clock.courierClock
        let courier = Courier(
            outbox: world.store, transport: world.transport,
            channels: { $0.account == "other" ? PlainChannel(isIdempotent: false) : nil }, settings: CourierSettings(worker: "w"),
            clock: clock, random: { 7 })
        try await courier.deliverDue()
        #expect(world.transport.deliveries == ["c"])
        #expect(await world.store.pausedAccounts().keys.map(\.account) == ["default"])
        let (one, two) = (try await world.kind(1), try await world.kind(2))
        #expect([one, two].allSatisfy { $0 == .waiting || $0 == .queued })
        #expect(await world.store.resume(ChannelAccount(channel: "standard", account: "default"), by: "ada", now: world.clock.now))
        try await world.courier().deliverDue()
        #expect(world.transport.deliveries.sorted() == ["a", "b", "c"])
    }

    @Test("an account's rate is kept to, and what it holds back leaves later in the same run")
    func rate() async throws {
        let world = World()
        try await world.approve("a", "b", "c", "d", "e", "f", "g", "h", "i", "j")
        let start = world.clock.ticks
        let courier = world.courier { $0.limits = RateLimits(fallback: .init(interval: 2_000, burst: 2)) }
        try await courier.deliverDue()
        #expect(Set(world.transport.deliveries).count == 10 && world.transport.deliveries.count == 10)
        #expect(world.clock.ticks - start >= 8 * 2_000)
    }

    @Test("never more requests at once than the settings say")
    func concurrency() async throws {
        let underWay = Mutex((now: 0, most: 0))
        let world = World { _ in
            underWay.withLock { state in
                state.now += 1
                state.most = max(state.most, state.now)
            }
            for _ in 0..<20 { await Task.yield() }
            underWay.withLock { $0.now -= 1 }
            return .success(OutgoingAnswer(status: 200))
        }
        for number in 0..<40 { try await world.approve("d\(number)", account: "account-\(number % 10)") }
        try await world.courier { $0.concurrency = 3 }.deliverDue()
        #expect(world.transport.deliveries.count == 40)
        #expect(underWay.withLock { $0.most } <= 3)
    }

    @Test("a reply that is taken back or superseded while it waits is not sent")
    func withdrawn() async throws {
        let world = World()
        try await world.approve("a", conversation: "k")
        _ = try await world.store.receive(Sample.arrival("a2", conversation: "k", at: world.clock.now))
        try await world.courier().deliverDue()
        #expect(world.transport.deliveries.isEmpty)
        #expect(try await world.kind() == .cancelled)
    }

    @Test("what did not leave for want of a connection can still be superseded by the customer's next message")
    func notSentIsSuperseded() async throws {
        let world = World { _ in .failure(.notSent(cause: "no connection")) }
        try await world.approve("a", conversation: "k")
        try await world.courier().deliverDue()
        _ = try await world.store.receive(Sample.arrival("a2", conversation: "k", at: world.clock.now))
        #expect(try await world.kind() == .cancelled)
    }

    @Test("a courier held up between its permit and its first byte sends nothing")
    func heldUp() async throws {
        let world = World()
        try await world.approve("a")
        let outbox = SlowOutbox(world.store, clock: world.clock)
        try await world.courier(outbox: outbox).deliverDue()
        #expect(world.transport.deliveries.isEmpty)
        #expect(try await world.kind() == .waiting)
        #expect(await world.store.delivery(1)?.attempts == 0)
    }

    @Test("two couriers on one outbox deliver each reply once")
    func twoCouriers() async throws {
        let world = World()
        for number in 0..<60 { try await world.approve("d\(number)", account: "account-\(number % 20)") }
        let (one, two) = (world.courier(), world.courier())
        async let first = one.deliverDue()
        async let second = two.deliverDue()
        #expect(try await first + second == 60)
        #expect(Set(world.transport.deliveries).count == 60 && world.transport.deliveries.count == 60)
    }

    @Test("stopping lets what is under way come to its end, claims nothing more, and comes back")
    func stop() async throws {
        let isOpen = Mutex(false)
        let hasStarted = Mutex(false)
        let world = World { _ in
            hasStarted.withLock { $0 = true }
            while !isOpen.withLock({ $0 }) { await Task.yield() }
            return .success(OutgoingAnswer(status: 200))
        }
        try await world.approve("a")
        let courier = world.courier { $0.concurrency = 1 }
        let running = Task { await courier.run() }
        while !hasStarted.withLock({ $0 }) { await Task.yield() }
        try await world.approve("b")
        courier.stop()
        isOpen.withLock { $0 = true }
        await running.value
        #expect(world.transport.deliveries == ["a"])
        let kinds = [try await world.kind(1), try await world.kind(2)]
        #expect(kinds == [.sent, .queued])
    }

    @Test("a clock moved back by an hour leaves no lease stuck")
    func clockMovedBack() async throws {
        let world = World()
        try await world.approve("a")
        let claim = DeliveryClaim(most: 1, mostPerAccount: 1, worker: "dead", seconds: 60)
        #expect(await world.store.claim(claim, now: world.clock.now).count == 1)
        world.clock.moveTimeOfDay(seconds: -3600)
        try await world.courier().deliverDue()
        #expect(try await world.kind() == .queued)
    }
}
