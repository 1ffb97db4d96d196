/// A delivery as a store keeps it, and every change the outbox makes to one.
///
/// A value: stores load it, let it change, and write it back in the transaction that read it. What it cannot know, whether
/// the delivery still stands and whether its account may be called, the store asks before.
public struct OutboxEntry: Sendable, Hashable {
    public private(set) var delivery: Delivery
    /// Leases given so far: the number of the last.
    public private(set) var leases: Int
    /// The lease that may still say what became of the delivery; nil once it has, and once a person has decided.
    public private(set) var openLease: Int?

    public init(_ delivery: Delivery, leases: Int = 0, openLease: Int? = nil) {
        self.delivery = delivery
        self.leases = leases
        self.openLease = openLease
    }

    /// Whether a byte of it may have left, or may leave at this moment.
    public var isLeaving: Bool { delivery.attempts > 0 }

    /// The lease that is under way.
    public var lease: Lease? {
        if case .leased(let lease) = delivery.state { return lease }
        return nil
    }

    // MARK: The courier

    /// Ends a lease that is over: nothing can have left before the first byte was announced; after it, only a platform that
    /// acts once on repeated requests may be asked again. Whether there was one to end.
    public mutating func endLease(at now: Instant) -> Bool {
        guard let lease, lease.isOver(at: now) else { return false }
        switch lease.writing {
        case nil: become(.queued, dueAt: now)
        case .idempotent: become(.waiting(cause: "the courier stopped"), dueAt: now)
        case .once: become(.unknown(cause: "the courier stopped while the request was leaving"))
        }
        return true
    }

    public mutating func exhaust() { become(.exhausted(cause: "it was not taken in time")) }

    public mutating func cancel(_ fall: DeliveryStanding.Fall) {
        become(.cancelled(fall))
        openLease = nil
    }

    /// Gives the next lease.
    public mutating func claim(worker: String, seconds: Int, at now: Instant) {
        leases += 1
        openLease = leases
        become(.leased(Lease(delivery: delivery.id, number: leases, worker: worker, since: now, until: now + seconds)))
    }

    /// Whether `lease` is the one that is under way.
    public func holds(_ lease: Lease, at now: Instant) -> Bool {
        self.lease.map { $0.number == lease.number && !$0.isOver(at: now) } ?? false
    }

    /// Notes that the first byte is about to leave.
    public mutating func markWriting(_ lease: Lease, _ writing: Lease.Writing, until: Instant) -> Lease {
        let written = Lease(
            delivery: delivery.id, number: lease.number, worker: lease.worker, since: lease.since, until: until, writing: writing)
        become(.leased(written), attempts: delivery.attempts + 1)
        return written
    }

    /// What `lease` has come to; false when it may no longer say.
    public mutating func settle(_ lease: Lease, _ settlement: Settlement, at now: Instant) -> Bool {
        guard openLease == lease.number else { return false }
        openLease = nil
        switch settlement {
        case .sent(let ids): become(.sent(externalIds: ids, at: now))
        case .refused(let code, let words): become(.refused(code: code, words: words))
        case .waiting(let until, let cause): become(.waiting(cause: cause), dueAt: until)
        case .notSent(let until, let cause):
            become(.waiting(cause: cause), dueAt: until, attempts: max(0, delivery.attempts - (lease.writing == nil ? 0 : 1)))
        case .exhausted(let cause): become(.exhausted(cause: cause))
        case .unknown(let cause): become(.unknown(cause: cause))
        case .paused(let cause): become(.waiting(cause: cause), dueAt: now)
        }
        return true
    }

    /// Takes the delivery back of which nothing was written; false when the lease was lost.
    public mutating func release(_ lease: Lease, dueAt: Instant) -> Bool {
        guard let held = self.lease, held.number == lease.number else { return false }
        openLease = nil
        let attempts = delivery.attempts - (held.writing == nil ? 0 : 1)
        become(attempts == 0 ? .queued : .waiting(cause: "given back"), dueAt: dueAt, attempts: attempts)
        return true
    }

    // MARK: People

    /// Why a person may not do something.
    public struct Impossible: Error, Sendable, Hashable {
        public let state: DeliveryState.Kind
    }

    public mutating func retry(at now: Instant) throws(Impossible) {
        guard delivery.state.kind.mayBeRetried else { throw Impossible(state: delivery.state.kind) }
        openLease = nil
        let expires = Delivery.expiry(queuedAt: now, replyUntil: delivery.reply.replyUntil)
        become(.queued, dueAt: now, queuedAt: now, expires: expires)
    }

    public mutating func drop(by name: String) throws(Impossible) {
        guard delivery.state.kind.mayBeDropped else { throw Impossible(state: delivery.state.kind) }
        openLease = nil
        become(.dropped(by: name))
    }

    public mutating func confirm(_ externalIds: [String], at now: Instant) throws(Impossible) {
        guard delivery.state.kind == .unknown else { throw Impossible(state: delivery.state.kind) }
        openLease = nil
        become(.sent(externalIds: externalIds, at: now))
    }

    /// The platform shows the reply: it has arrived, whatever was known of it. False where that changes nothing, or where a
    /// person has decided otherwise.
    public mutating func echo(_ externalId: String, at now: Instant) -> Bool {
        switch delivery.state {
        case .unknown: break
        case .leased(let lease) where lease.writing != nil: break
        case .waiting where delivery.attempts > 0, .exhausted where delivery.attempts > 0: break
        case .queued, .leased, .waiting, .exhausted, .sent, .refused, .cancelled, .dropped: return false
        }
        openLease = nil
        become(.sent(externalIds: [externalId], at: now))
        return true
    }

    /// The account may be called again: what waits is due.
    public mutating func wake(at now: Instant) {
        if case .waiting = delivery.state { become(delivery.state, dueAt: min(delivery.dueAt, now)) }
    }

    /// Forgets the words; what had not left is given up.
    public mutating func forget(by name: String) {
        let old = delivery.reply
        if delivery.state.kind.mayBeDropped { become(.dropped(by: name)) }
        openLease = delivery.state.kind == .leased ? openLease : nil
        let reply = OutgoingReply(
            delivery: old.delivery, channel: old.channel, account: old.account, conversation: "", inReplyTo: "", text: "",
            visibility: old.visibility, approvedBy: old.approvedBy, approvedAt: old.approvedAt, replyUntil: old.replyUntil,
            language: old.language)
        become(delivery.state, reply: reply)
    }

    private mutating func become(
        _ state: DeliveryState, dueAt: Instant? = nil, attempts: Int? = nil, queuedAt: Instant? = nil, expires: Instant? = nil,
        reply: OutgoingReply? = nil
    ) {
        delivery = Delivery(
            id: delivery.id, caseID: delivery.caseID, draftID: delivery.draftID, approvalID: delivery.approvalID,
            reply: reply ?? delivery.reply, state: state, attempts: attempts ?? delivery.attempts, queuedAt: queuedAt ?? delivery.queuedAt,
            dueAt: dueAt ?? delivery.dueAt, expires: expires ?? delivery.expires)
    }
}

extension Case.Ending {
    /// What a delivery's new state means for its case; nil while it is under way.
    public init?(_ state: DeliveryState) {
        switch state {
        case .queued, .leased, .waiting: return nil
        case .sent: self = .sent
        case .refused, .exhausted, .unknown, .dropped: self = .undelivered
        case .cancelled(let fall):
            guard fall == .frozen else { return nil }
            self = .heldBack
        }
    }
}

extension DeliveryStanding.Fall {
    /// Why a delivery falls when its draft is superseded.
    public init(_ cause: DraftState.Cause) {
        switch cause {
        case .customerWroteAgain, .customerEdited, .customerDeleted: self = .superseded
        case .answeredElsewhere, .takenOver: self = .takenOver
        case .closed: self = .closed
        }
    }
}
