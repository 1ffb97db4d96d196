internal import Desk
internal import GRDB

/// Cases that one use case's arrivals belong to: each is read once and written once, however many of them it gets.
struct OpenCases {
    /// The last that was noted; most use cases have no other, and neighbours often are of one conversation.
    private var last: Entry?
    private var others: [ConversationKey: Entry] = [:]

    private struct Entry {
        let loaded: CaseRecord.Loaded
        let isChanged: Bool
    }

    /// The case of a conversation as the arrivals before have left it.
    func find(_ conversation: ConversationKey, _ db: Database) throws -> CaseRecord.Loaded? {
        if let last, last.loaded.item.conversation == conversation { return last.loaded }
        if !others.isEmpty, let open = others[conversation] { return open.loaded }
        return try CaseRecord.read(conversation, db)
    }

    /// Takes down what a case has become. One that was new is kept already.
    mutating func note(_ loaded: CaseRecord.Loaded, isNew: Bool) {
        var loaded = loaded
        if isNew { loaded.place = CaseRecord.Place(loaded.item) }
        if let last, last.loaded.item.conversation != loaded.item.conversation { others[last.loaded.item.conversation] = last }
        if !others.isEmpty { others[loaded.item.conversation] = nil }
        last = Entry(loaded: loaded, isChanged: !isNew)
    }

    /// Writes the cases that were changed, in the order of their numbers.
    func write(_ db: Database) throws {
        let changed = (Array(others.values) + (last.map { [$0] } ?? [])).filter(\.isChanged).map(\.loaded)
        for loaded in changed.sorted(by: { $0.item.number < $1.item.number }) { try CaseRecord.update(loaded, db) }
    }
}
