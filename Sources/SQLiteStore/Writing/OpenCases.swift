internal import Desk
internal import GRDB

/// Cases that one use case's arrivals belong to: each is read once and written once, however many of them it gets.
struct OpenCases {
    /// In the order in which they were first met.
    private(set) var entries: [Entry] = []
    private var places: [ConversationKey: Int] = [:]
    /// The one that was asked for last: neighbours often are of one conversation.
    private var last = 0

    struct Entry {
        var loaded: CaseRecord.Loaded
        /// Whether the store has it not yet.
        let isNew: Bool
        var isChanged = false
        /// Where its current draft is among the arrivals, if one of them brought it.
        var draftPlace: Int?
    }

    subscript(place: Int) -> Entry {
        get { entries[place] }
        _modify { yield &entries[place] }
    }

    /// Where the case of a conversation is, as the arrivals before have left it; read when it is met first. Nil where there is none.
    mutating func find(_ conversation: ConversationKey, _ db: Database) throws -> Int? {
        if last < entries.count, entries[last].loaded.item.conversation == conversation { return last }
        if entries.count > 1, let place = places[conversation] {
            last = place
            return place
        }
        guard let loaded = try CaseRecord.read(conversation, db) else { return nil }
        return add(Entry(loaded: loaded, isNew: false))
    }

    /// Takes in a case that the store has not yet.
    mutating func add(_ item: Case) -> Int {
        add(Entry(loaded: .init(item: item, message: 0, messages: 0), isNew: true))
    }

    private mutating func add(_ entry: Entry) -> Int {
        last = entries.count
        places[entry.loaded.item.conversation] = last
        entries.append(entry)
        return last
    }

    /// Writes the cases that were changed, in the order of their numbers, in which those that are new come last.
    func write(_ session: WriteSession) throws {
        let changed = entries.indices.filter { entries[$0].isChanged && !entries[$0].isNew }
        for place in changed.sorted(by: { entries[$0].loaded.item.number < entries[$1].loaded.item.number }) {
            try CaseRecord.update(entries[place].loaded, session.db)
        }
        for place in entries.indices where entries[place].isNew { try CaseRecord.insert(entries[place].loaded, session) }
    }
}
