internal import Desk
internal import GRDB

/// Arrivals that come together: first each is heard by its case, in memory and in their order; then every case is written as all
/// of them have left it, and after it the rows that refer to it.
///
/// So a new case is one row that is written once, and a draft that a later message of the batch overtakes is written as
/// overtaken. What is left is what the same messages leave one after the other.
struct ArrivalBatch {
    /// Where they are is all that is kept of them, and handed on to be written: two dozen references are counted for a copy of one.
    private let arrivals: UnsafePointer<Arrival>
    private let count: Int
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

    private init(_ arrivals: UnsafePointer<Arrival>, _ count: Int, _ session: WriteSession) {
        self.arrivals = arrivals
        self.count = count
        self.session = session
        if count > 1 { places.reserveCapacity(count) }
        heard.reserveCapacity(count)
    }

    /// Keeps them all; what became of each.
    static func keep(_ arrivals: [Arrival], _ session: WriteSession) throws -> [Reception] {
        try arrivals.withUnsafeBufferPointer { arrivals in
            guard let first = arrivals.baseAddress else { return [] }
            var batch = ArrivalBatch(first, arrivals.count, session)
            var receptions: [Reception] = []
            receptions.reserveCapacity(arrivals.count)
            for place in arrivals.indices { receptions.append(try batch.hear(first + place, place)) }
            try batch.write()
            return receptions
        }
    }

    /// Lets the arrival's case hear it, or finds out that it is here already.
    private mutating func hear(_ arrival: UnsafePointer<Arrival>, _ place: Int) throws -> Reception {
        let key = MessageKey(
            channel: arrival.pointee.message.channel ?? "", account: arrival.pointee.message.account, id: arrival.pointee.message.id)
        // One search where the key is new, as it nearly always is.
        if count > 1, let first = places.updateValue(heard.count, forKey: key) {
            places[key] = first
            return .duplicate(case: heard[first].item.number, line: arrivals[heard[first].place].line)
        }
        let known = try cases.find(ConversationKey(of: arrival.pointee.message), session.db)
        // What the store has of a conversation that is new to it could only be of another conversation: the message's row finds out.
        if known.map({ !cases[$0].isNew }) ?? true, let reception = try MessageRecord.find(arrival.pointee.message, session) {
            places[key] = nil
            return reception
        }
        let own = try known ?? cases.add(Case(number: session.next(.cases), before: arrival.pointee))
        let isFrozen = try session.currentFreezes().stopsUnreviewed(arrival.pointee.message.door)
        var effects = cases[own].loaded.item.hear(arrival.pointee, isFrozen: isFrozen, policy: session.policy)
        let message = try session.next(.messages)
        cases[own].loaded.message = message
        cases[own].loaded.messages += 1
        cases[own].isChanged = true
        overtake(&effects, of: own)
        if effects.contains(.addDraft) {
            cases[own].loaded.item.draft?.id = try session.next(.drafts)
            cases[own].draftPlace = heard.count
        }
        session.note(arrival.pointee)
        session.noteWords(of: arrival.pointee.message, message)
        heard.append(Heard(place: place, message: message, item: cases[own].loaded.item, effects: effects))
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
    private mutating func write() throws {
        try cases.write(session)
        for index in heard.indices { try write(arrivals + heard[index].place, index) }
    }

    private mutating func write(_ arrival: UnsafePointer<Arrival>, _ index: Int) throws {
        let rules = Colleague.rules.name
        let (message, number) = (heard[index].message, heard[index].item.number)
        try MessageRecord.insert(arrival, id: message, of: number, audit: try session.nextSequence(), session)
        try ComplaintRecord.insert(arrival, of: message, case: number, session)
        for signal in arrival.pointee.signals { try CaseSignalRecord.insert(signal, of: number, session) }
        try session.record(.received, "case/\(number)", by: rules, at: arrival.pointee.receivedAt, words: arrival.pointee.line)
        let effects = heard[index].effects
        if effects.isEmpty { return }
        try session.apply(effects, to: &heard[index].item, by: rules, at: arrival.pointee.receivedAt)
    }
}
