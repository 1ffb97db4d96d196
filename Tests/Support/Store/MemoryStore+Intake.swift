package import Desk
internal import Synchronization

extension MemoryStore: Intake {
    package func receive(_ arrivals: [Arrival]) async -> [Result<Reception, StoreFailure>] {
        state.withLock { state in arrivals.map { arrival in .success(state.receive(arrival, policy)) } }
    }
}

extension MemoryStore.State {
    mutating func receive(_ arrival: Arrival, _ policy: ReviewPolicy) -> Reception {
        let key = MemoryStore.Key(arrival.message)
        if let known = keys[key] { return .duplicate(case: entries[known].caseNumber, line: entries[known].line ?? []) }
        let conversation = ConversationKey(of: arrival.message)
        let number = conversations[conversation] ?? Int64(cases.count + 1)
        if number > cases.count {
            cases.append(Case(number: number, before: arrival))
            conversations[conversation] = number
        }
        record(.received, "case/\(number)", by: Colleague.rules.name, at: arrival.receivedAt, words: arrival.line)
        keys[key] = entries.count
        entries.append(
            .init(
                number: Int64(entries.count + 1), caseNumber: number, key: key, message: arrival.message, text: arrival.message.text,
                arrival: arrival, line: arrival.line, audit: Int64(rows.count)))
        var heard = cases[Int(number) - 1]
        let effects = heard.hear(arrival, isFrozen: freezes.stopsUnreviewed(arrival.message.door), policy: policy)
        write(heard, effects, by: Colleague.rules.name, at: arrival.receivedAt)
        return .stored(case: number)
    }
}
