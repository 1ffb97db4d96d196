public import Desk
internal import GRDB

extension SQLiteStore: Intake {
    public func receive(_ arrivals: [Arrival]) async -> [Result<Reception, StoreFailure>] {
        let place = place
        do throws(StoreFailure) {
            return try await group.perform { session in try session.receive(arrivals, place: place) }
        } catch {
            return arrivals.map { _ in .failure(error) }
        }
    }
}

extension WriteSession {
    /// Keeps arrivals in their order; one that is unfit fails alone.
    func receive(_ arrivals: [Arrival], place: String) throws -> [Result<Reception, StoreFailure>] {
        if isCareful { return try arrivals.map { try receiveAlone($0, place: place) } }
        var cases = OpenCases()
        var receptions: [Result<Reception, StoreFailure>] = []
        receptions.reserveCapacity(arrivals.count)
        for arrival in arrivals { receptions.append(.success(try receive(arrival, &cases))) }
        try cases.write(db)
        return receptions
    }

    private func receiveAlone(_ arrival: Arrival, place: String) throws -> Result<Reception, StoreFailure> {
        do {
            return .success(
                try alone {
                    var cases = OpenCases()
                    let reception = try receive(arrival, &cases)
                    try cases.write(db)
                    return reception
                })
        } catch let error as DatabaseError where error.isUnfit {
            return .failure(.unfit(record: "the message", cause: StoreFailure(error, place: place).cause))
        }
    }

    /// Keeps one arrival with all that follows from it, but for the change of a case that was here before.
    private func receive(_ arrival: Arrival, _ cases: inout OpenCases) throws -> Reception {
        let known = try cases.find(ConversationKey(of: arrival.message), db)
        if known == nil, let reception = try MessageRecord.find(arrival.message, db) { return reception }
        var loaded = try known ?? .init(item: Case(number: next(.cases), before: arrival), message: 0, messages: 0)
        let (number, rules) = (loaded.item.number, Colleague.rules.name)
        let effects = loaded.item.hear(arrival, isFrozen: try currentFreezes().stopsUnreviewed(arrival.message.door), policy: policy)
        loaded.message = try next(.messages)
        loaded.messages += 1
        if effects.contains(.addDraft) { loaded.item.draft?.id = try next(.drafts) }
        // Each row before those that refer to it.
        if known == nil { try CaseRecord.insert(loaded, db) }
        guard try MessageRecord.insert(arrival, id: loaded.message, of: number, audit: try nextSequence(), db) else {
            giveBack(.messages)
            if effects.contains(.addDraft) { giveBack(.drafts) }
            guard let reception = try MessageRecord.find(arrival.message, db) else {
                throw StoreFailure.unfit(record: "the message", cause: "it is here and cannot be found")
            }
            return reception
        }
        for signal in arrival.signals { try CaseSignalRecord.insert(signal, of: number, db) }
        note(arrival)
        noteWords(of: loaded.message)
        try record(.received, "case/\(number)", by: rules, at: arrival.receivedAt, words: arrival.line)
        try apply(effects, to: &loaded.item, by: rules, at: arrival.receivedAt)
        cases.note(loaded, isNew: known == nil)
        return .stored(case: number)
    }
}

extension StoreFailure {
    /// What SQLite said of an unfit record.
    fileprivate var cause: String {
        if case .unfit(_, let cause) = self { return cause }
        return label
    }
}
