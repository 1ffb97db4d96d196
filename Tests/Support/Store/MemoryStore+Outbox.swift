package import Desk
internal import Synchronization

extension MemoryStore: Outbox {
    package func claim(_ claim: DeliveryClaim, now: Instant) async -> [Delivery] {
        state.withLock { state in
            _ = state.endLeases(at: now)
            var claimed: [Delivery] = []
            var perAccount: [ChannelAccount: Int] = [:]
            let due = state.outbox.indices.filter { index in
                let delivery = state.outbox[index].delivery
                return [.queued, .waiting].contains(delivery.state.kind) && delivery.dueAt <= now
            }.sorted { (state.outbox[$0].delivery.dueAt, $0) < (state.outbox[$1].delivery.dueAt, $1) }
            for index in due where claimed.count < claim.most {
                let delivery = state.outbox[index].delivery
                if state.passesOver(delivery, claim.withheld), delivery.expires > now { continue }
                let verdict = state.verdict(on: delivery)
                if case .falls(let fall) = verdict {
                    state.change(index, by: claim.worker, at: now) { $0.cancel(fall) }
                    continue
                }
                if delivery.expires <= now {
                    state.change(index, by: claim.worker, at: now) { $0.exhaust() }
                    continue
                }
                let door = delivery.reply.door
                if verdict == .waits || claim.withheld.contains(door) || state.paused[door] != nil
                    || perAccount[door, default: 0] >= claim.mostPerAccount
                    || state.isBehindAnother(delivery)
                {
                    continue
                }
                state.change(index, by: claim.worker, at: now) { $0.claim(worker: claim.worker, seconds: claim.seconds, at: now) }
                perAccount[door, default: 0] += 1
                claimed.append(state.outbox[index].delivery)
            }
            return claimed
        }
    }

    package func markWriting(_ lease: Lease, _ writing: Lease.Writing, until: Instant, now: Instant) async -> WritingPermit {
        state.withLock { state in
            guard let index = state.index(lease.delivery), state.outbox[index].holds(lease, at: now) else { return .lost }
            switch state.verdict(on: state.outbox[index].delivery) {
            case .falls(let fall):
                state.change(index, by: lease.worker, at: now) { $0.cancel(fall) }
                return .cancelled(fall)
            case .waits:
                state.change(index, by: lease.worker, at: now) { _ = $0.release(lease, dueAt: now) }
                return .held
            case .stands: break
            }
            var written = lease
            state.change(index, by: lease.worker, at: now) { written = $0.markWriting(lease, writing, until: until) }
            return .granted(written)
        }
    }

    package func settle(_ lease: Lease, _ settlement: Settlement, now: Instant) async -> Bool {
        state.withLock { state in
            guard let index = state.index(lease.delivery) else { return false }
            var isTaken = false
            state.change(index, by: lease.worker, at: now) { isTaken = $0.settle(lease, settlement, at: now) }
            if isTaken, case .paused(let cause) = settlement {
                let door = state.outbox[index].delivery.reply.door
                state.paused[door] = cause
                state.record(.paused, "account/\(door.channel)/\(door.account)", by: lease.worker, at: now, detail: cause)
            }
            return isTaken
        }
    }

    package func release(_ lease: Lease, dueAt: Instant, now: Instant) async -> Bool {
        state.withLock { state in
            guard let index = state.index(lease.delivery) else { return false }
            var isTaken = false
            state.change(index, by: lease.worker, at: now) { isTaken = $0.release(lease, dueAt: dueAt) }
            return isTaken
        }
    }

    package func endLeases(now: Instant) async -> Int { state.withLock { $0.endLeases(at: now) } }

    package func nextDue(except withheld: Set<ChannelAccount>) async -> Instant? {
        state.withLock { state in
            state.outbox.compactMap { entry in
                if let lease = entry.lease { return lease.until }
                guard [.queued, .waiting].contains(entry.delivery.state.kind) else { return nil }
                let (due, end) = (entry.delivery.dueAt, entry.delivery.expires)
                return state.passesOver(entry.delivery, withheld) ? max(due, end) : due
            }.min()
        }
    }

    package func delivery(_ id: Int64) async -> Delivery? {
        state.withLock { state in state.index(id).map { state.outbox[$0].delivery } }
    }

    package func depth() async -> [DeliveryState.Kind: Int] {
        state.withLock { state in
            state.outbox.reduce(into: [:]) { depth, entry in
                if entry.delivery.state.kind.isOpen { depth[entry.delivery.state.kind, default: 0] += 1 }
            }
        }
    }

    package func deliveries(_ kinds: Set<DeliveryState.Kind>, after: Int64, most: Int) async -> [Delivery] {
        state.withLock { state in
            Array(state.outbox.lazy.map(\.delivery).filter { $0.id > after && kinds.contains($0.state.kind) }.prefix(most))
        }
    }

    package func retry(_ id: Int64, by person: String, now: Instant) async -> OutboxAnswer {
        decide(id, person, now, unless: { $1.fall(ofRetrying: $0.draftID) }) { (entry) throws(OutboxEntry.Impossible) in
            try entry.retry(at: now)
        }
    }

    package func drop(_ id: Int64, by person: String, now: Instant) async -> OutboxAnswer {
        decide(id, person, now) { (entry) throws(OutboxEntry.Impossible) in try entry.drop(by: person) }
    }

    package func confirm(_ id: Int64, externalIds: [String], by person: String, now: Instant) async -> OutboxAnswer {
        decide(id, person, now) { (entry) throws(OutboxEntry.Impossible) in try entry.confirm(externalIds, at: now) }
    }

    private func decide(
        _ id: Int64, _ person: String, _ now: Instant, unless fall: (Delivery, Case) -> DeliveryStanding.Fall? = { _, _ in nil },
        _ decision: (inout OutboxEntry) throws(OutboxEntry.Impossible) -> Void
    ) -> OutboxAnswer {
        state.withLock { state in
            guard let index = state.index(id) else { return .missing }
            var entry = state.outbox[index]
            do throws(OutboxEntry.Impossible) { try decision(&entry) } catch { return .impossible(error.state) }
            if let fall = fall(entry.delivery, state.cases[Int(entry.delivery.caseID) - 1]) { return .fallen(fall) }
            state.change(index, by: person, at: now) { $0 = entry }
            return .done(state.outbox[index].delivery)
        }
    }

    package func pausedAccounts() async -> [ChannelAccount: String] { state.withLock { $0.paused } }

    package func resume(_ account: ChannelAccount, by person: String, now: Instant) async -> Bool {
        state.withLock { state in
            guard state.paused.removeValue(forKey: account) != nil else { return false }
            for index in state.outbox.indices where state.outbox[index].delivery.reply.door == account { state.outbox[index].wake(at: now) }
            state.record(.resumed, "account/\(account.channel)/\(account.account)", by: person, at: now)
            return true
        }
    }
}

extension MemoryStore.State {
    func index(_ id: Int64) -> Int? { outbox.firstIndex { $0.delivery.id == id } }

    mutating func endLeases(at now: Instant) -> Int {
        outbox.indices.count { index in
            guard outbox[index].lease?.isOver(at: now) == true else { return false }
            change(index, by: "outbox", at: now) { _ = $0.endLease(at: now) }
            return true
        }
    }

    /// Changes a delivery; its audit row, and what it means for the case, follow from what it has become.
    mutating func change(_ index: Int, by actor: String, at now: Instant, _ change: (inout OutboxEntry) -> Void) {
        let before = outbox[index]
        change(&outbox[index])
        let after = outbox[index].delivery
        if before == outbox[index] { return }
        if before.delivery.state.kind != after.state.kind {
            record(.delivery, "delivery/\(after.id)", by: actor, at: now, detail: after.state.kind.rawValue)
        }
        var item = cases[Int(after.caseID) - 1]
        if item.draft?.id == after.draftID { item.isLeaving = outbox[index].isLeaving }
        let isRetried = before.delivery.state.kind.needsPerson && after.state.kind == .queued
        let ending = Case.Ending(after.state)
        let effects = (isRetried ? .retried : ending).map { item.settle(drafts[Int(after.draftID) - 1].draft, $0) } ?? []
        write(item, effects, by: actor, at: now)
    }

    func verdict(on delivery: Delivery) -> DeliveryStanding.Verdict {
        let item = cases[Int(delivery.caseID) - 1]
        let draft = drafts[Int(delivery.draftID) - 1].draft
        let standing = DeliveryStanding(
            isApproved: !withdrawn.contains(delivery.approvalID), isCurrent: draft.state.kind == .approved,
            isTakenOver: item.takenOverBy != nil, isOpen: item.status != .closed, isFrozen: freezes.stopsUnreviewed(delivery.reply.door),
            isHeld: freezes.holds(delivery.reply.door), isUnreviewed: delivery.reply.approvedBy == Colleague.rules.name)
        return standing.verdict
    }

    /// Whether nothing leaves by its account for now, and it is left alone until it expires.
    func passesOver(_ delivery: Delivery, _ withheld: Set<ChannelAccount>) -> Bool {
        let door = delivery.reply.door
        if freezes.stopsUnreviewed(door), delivery.reply.approvedBy == Colleague.rules.name { return false }
        return freezes.holds(door) || withheld.contains(door) || paused[door] != nil
    }

    func isBehindAnother(_ delivery: Delivery) -> Bool {
        outbox.contains {
            $0.delivery.id < delivery.id && $0.delivery.state.kind.isUnderWay && $0.delivery.caseID == delivery.caseID
        }
    }
}
