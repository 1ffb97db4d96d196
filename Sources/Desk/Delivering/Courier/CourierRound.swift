import Synchronization

/// What a courier does with one delivery, and how it asks for more.
final class CourierRound: Sendable {
    let settings: CourierSettings
    private let outbox: any Outbox
    private let transport: any Transport
    private let channels: Courier.Channels
    private let clock: CourierClock
    private let random: @Sendable () -> UInt64
    private let notice: @Sendable (CourierEvent) -> Void
    private let limits: Mutex<RateLimits>
    private let isStopping = Mutex(false)
    /// When the last delivery that its account's rate has sent back is due and looked for again, in ticks.
    private let owedUntil = Mutex(Int.min)

    init(
        outbox: any Outbox, transport: any Transport, channels: @escaping Courier.Channels, settings: CourierSettings,
        clock: CourierClock, random: @escaping @Sendable () -> UInt64, notice: @escaping @Sendable (CourierEvent) -> Void
    ) {
        self.outbox = outbox
        self.transport = transport
        self.channels = channels
        self.settings = settings
        self.clock = clock
        self.random = random
        self.notice = notice
        limits = Mutex(settings.limits)
    }

    func stop() { isStopping.withLock { $0 = true } }

    /// Leases what is due.
    func claim(most: Int) async throws -> [Delivery] {
        let now = clock.now()
        let withheld = Set(limits.withLock { $0.withheld(at: clock.ticks()) }.keys)
        // A reading look first: an outbox with nothing to do is not written.
        guard let due = try await outbox.nextDue(except: withheld) else { return [] }
        guard due <= now else {
            // A clock that was moved back leaves leases behind that end far in the future.
            try await outbox.endLeases(now: now)
            return []
        }
        let claim = DeliveryClaim(
            most: most, mostPerAccount: settings.perAccount, worker: settings.worker, seconds: settings.leaseSeconds, withheld: withheld)
        return try await outbox.claim(claim, now: now)
    }

    /// Whether an account's rate may hold something back that is due, or was due when it was given back.
    var holdsBack: Bool {
        let ticks = clock.ticks()
        return limits.withLock { !$0.withheld(at: ticks).isEmpty } || owedUntil.withLock { $0 > ticks }
    }

    func rest() async { await clock.sleep(settings.poll) }

    func fail(_ error: any Error) { notice(.storeFailed(label: (error as? StoreFailure)?.label ?? "other")) }

    /// Brings one delivery to whatever end this try has. Never throws: what the store would not take is left to its lease.
    func deliver(_ delivery: Delivery) async {
        guard case .leased(let lease) = delivery.state else { return }
        guard let channel = channels(delivery.reply) else {
            return await settle(delivery, lease, .paused(cause: "no channel is set up for this account"))
        }
        switch channel.plan(delivery.reply, now: clock.now()) {
        case .refused(let code, let words): await settle(delivery, lease, .refused(code: code, words: words))
        case .paused(let cause): await settle(delivery, lease, .paused(cause: cause))
        case .request(let request): await send(request, delivery, lease, by: channel)
        }
    }

    private func send(_ request: OutgoingRequest, _ delivery: Delivery, _ lease: Lease, by channel: any ReplyChannel) async {
        let door = delivery.reply.door
        if isStopping.withLock({ $0 }) { return await release(lease, seconds: 0) }
        if let wait = limits.withLock({ $0.take(door, at: clock.ticks()) }) {
            let seconds = (wait + 999) / 1000
            owedUntil.withLock { $0 = max($0, clock.ticks() + seconds * 1000 + settings.poll) }
            return await release(lease, seconds: seconds)
        }
        let asked = clock.ticks()
        guard let permit = await permit(lease, request) else { return limits.withLock { $0.giveBack(door) } }
        // The process may have been held up so long that the lease is over: the permit is then worth nothing.
        guard clock.ticks() - asked < settings.leaseSeconds * 1000 / 3 else {
            return await settle(delivery, permit, notSent("the courier was held up", delivery, lease))
        }
        do throws(TransportFailure) {
            let answer = try await transport.send(request)
            await settle(delivery, permit, settlement(of: outcome(of: answer, by: channel), delivery))
        } catch {
            if case .notSent(let cause) = error { return await settle(delivery, permit, notSent(cause, delivery, lease)) }
            let outcome = DeliveryOutcome.of(error, isIdempotent: request.isIdempotent)
            await settle(delivery, permit, settlement(of: outcome, delivery))
        }
    }

    /// The lease with the right to write; nil when there is none.
    private func permit(_ lease: Lease, _ request: OutgoingRequest) async -> Lease? {
        do {
            let now = clock.now()
            let until = Instant(seconds: now.seconds + settings.leaseSeconds)
            switch try await outbox.markWriting(lease, request.isIdempotent ? .idempotent : .once, until: until, now: now) {
            case .granted(let permit): return permit
            case .held: notice(.released(delivery: lease.delivery))
            case .lost: notice(.lost(delivery: lease.delivery))
            case .cancelled(let fall): notice(.cancelled(delivery: lease.delivery, fall))
            }
        } catch {
            fail(error)
        }
        return nil
    }

    /// The channel's word, with the wait that the answer asks for as a date, which channels do not read.
    private func outcome(of answer: OutgoingAnswer, by channel: any ReplyChannel) -> DeliveryOutcome {
        let outcome = channel.classify(answer)
        guard case .retry(nil, let cause) = outcome, let value = answer.headers["retry-after"] else { return outcome }
        return .retry(after: RetryAfter.seconds(value, now: clock.now()), cause: cause)
    }

    private func settlement(of outcome: DeliveryOutcome, _ delivery: Delivery) -> Settlement {
        var bits = RandomBits(source: random)
        return settings.schedule.settle(
            outcome, attempts: delivery.attempts + 1, expires: delivery.expires, now: clock.now(), using: &bits)
    }

    /// As if it had never been tried, only later; the waits grow with the leases, since no attempt is counted.
    private func notSent(_ cause: String, _ delivery: Delivery, _ lease: Lease) -> Settlement {
        var bits = RandomBits(source: random)
        let wait = settings.schedule.wait(attempts: lease.number, asked: nil, using: &bits)
        return .notSent(until: Instant(seconds: clock.now().seconds + wait), cause: cause)
    }

    /// Records what the try came to, and asks a failing store again: what is known must not be lost with the lease.
    private func settle(_ delivery: Delivery, _ lease: Lease, _ settlement: Settlement) async {
        var pause = 50
        for _ in 0..<max(1, settings.settlingTries) {
            do {
                let isTaken = try await outbox.settle(lease, settlement, now: clock.now())
                return notice(
                    isTaken
                        ? .settled(delivery: delivery.id, channel: delivery.reply.channel, label: settlement.label)
                        : .lost(delivery: delivery.id))
            } catch {
                fail(error)
                await clock.sleep(pause)
                pause = min(pause * 2, 2_000)
            }
        }
    }

    private func release(_ lease: Lease, seconds: Int) async {
        let now = clock.now()
        do {
            let isTaken = try await outbox.release(lease, dueAt: Instant(seconds: now.seconds + seconds), now: now)
            notice(isTaken ? .released(delivery: lease.delivery) : .lost(delivery: lease.delivery))
        } catch {
            fail(error)
        }
    }
}

/// A generator from a source of bits.
private struct RandomBits: RandomNumberGenerator {
    let source: @Sendable () -> UInt64
    mutating func next() -> UInt64 { source() }
}
