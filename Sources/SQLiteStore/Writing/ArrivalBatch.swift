internal import Desk
internal import GRDB

/// Arrivals that come together: first each is heard by its case, in memory and in their order; then every case is written as all
/// of them have left it, and after it the rows that refer to it.
///
/// So a new case is one row that is written once, and a draft that a later message of the batch overtakes is written as
/// overtaken. What is left is what the same messages leave one after the other.
struct ArrivalBatch {
    /// Where they are is all that is kept of them: two dozen references are counted for a copy of one.
    private let arrivals: UnsafeBufferPointer<Arrival>
    private let session: WriteSession
    private var cases = OpenCases()
    private var heard: [Heard] = []
    /// Where messages of this batch are in `heard`, by what they are known by.
    private var places: [MessageKey: Int] = [:]

    /// An arrival that is kept, and what its case made of it.
    private struct Heard {
        let place: Int
        let message: Int64
        /// The case as the arrival left it; its draft as later ones did.
        var item: Case
        var effects: [ReviewEffect]
    }

    private init(_ arrivals: UnsafeBufferPointer<Arrival>, _ session: WriteSession) {
        self.arrivals = arrivals
        self.session = session
        if arrivals.count > 1 { places.reserveCapacity(arrivals.count) }
        heard.reserveCapacity(arrivals.count)
    }

    /// Keeps them all; what became of each.
    static func keep(_ arrivals: [Arrival], _ session: WriteSession) throws -> [Reception] {
        try arrivals.withUnsafeBufferPointer { arrivals in
            var batch = ArrivalBatch(arrivals, session)
            var receptions: [Reception] = []
            receptions.reserveCapacity(arrivals.count)
            for place in arrivals.indices { receptions.append(try batch.hear(arrivals[place], place)) }
            try batch.write()
            return receptions
        }
    }

    /// Lets the arrival's case hear it, or finds out that it is here already.
    private mutating func hear(_ arrival: Arrival, _ place: Int) throws -> Reception {
        let key = MessageKey(channel: arrival.message.channel ?? "", account: arrival.message.account, id: arrival.message.id)
        if arrivals.count > 1, let first = places[key] {
            return .duplicate(case: heard[first].item.number, line: arrivals[heard[first].place].line)
        }
        let known = try cases.find(ConversationKey(of: arrival.message), session.db)
        // What the store has of a conversation that is new to it could only be of another conversation: the message's row finds out.
        if known.map({ !cases[$0].isNew }) ?? true, let reception = try MessageRecord.find(arrival.message, session) {
            return reception
        }
        let own = try known ?? cases.add(Case(number: session.next(.cases), before: arrival))
        if arrivals.count > 1 { places[key] = heard.count }
        let isFrozen = try session.currentFreezes().stopsUnreviewed(arrival.message.door)
        var effects = cases[own].loaded.item.hear(arrival, isFrozen: isFrozen, policy: session.policy)
        cases[own].loaded.message = try session.next(.messages)
        cases[own].loaded.messages += 1
        cases[own].isChanged = true
        overtake(&effects, of: own)
        if effects.contains(.addDraft) {
            cases[own].loaded.item.draft?.id = try session.next(.drafts)
            cases[own].draftPlace = heard.count
        }
        heard.append(Heard(place: place, message: cases[own].loaded.message, item: cases[own].loaded.item, effects: effects))
        return .stored(case: cases[own].loaded.item.number)
    }

    /// A draft that an arrival of this batch brought, and that nobody let go, is written in the state that this one gives it.
    private mutating func overtake(_ effects: inout [ReviewEffect], of own: Int) {
        guard let earlier = cases[own].draftPlace, let draft = heard[earlier].item.draft, draft.isProposed else { return }
        effects.removeAll { effect in
            guard case .setDraft(draft.id, let state) = effect else { return false }
            heard[earlier].item.draft?.state = state
            return true
        }
    }

    /// Writes all that was heard, each row before those that refer to it.
    private func write() throws {
        try cases.write(session)
        for entry in heard { try write(arrivals[entry.place], entry) }
    }

    private func write(_ arrival: Arrival, _ entry: Heard) throws {
        let rules = Colleague.rules.name
        let number = entry.item.number
        try MessageRecord.insert(arrival, id: entry.message, of: number, audit: try session.nextSequence(), session)
        for signal in arrival.signals { try CaseSignalRecord.insert(signal, of: number, session) }
        session.note(arrival)
        session.noteWords(of: entry.message)
        try session.record(.received, "case/\(number)", by: rules, at: arrival.receivedAt, words: arrival.line)
        if entry.effects.isEmpty { return }
        var item = entry.item
        try session.apply(entry.effects, to: &item, by: rules, at: arrival.receivedAt)
    }
}
