internal import Desk
internal import GRDB

/// Cases that one use case's arrivals belong to: each is read once and written once, however many of them it gets.
struct OpenCases {
    private var cases: [ConversationKey: (loaded: CaseRecord.Loaded, isChanged: Bool)] = [:]

    /// The case of a conversation as the arrivals before have left it.
    func find(_ conversation: ConversationKey, _ db: Database) throws -> CaseRecord.Loaded? {
        if let open = cases[conversation] { return open.loaded }
        return try CaseRecord.read(conversation, db)
    }

    /// Takes down what a case has become. One that was new is kept already.
    mutating func note(_ loaded: CaseRecord.Loaded, isNew: Bool) {
        var loaded = loaded
        if isNew { loaded.place = CaseRecord.Place(loaded.item) }
        cases[loaded.item.conversation] = (loaded, !isNew)
    }

    /// Writes the cases that were changed, in the order of their numbers.
    func write(_ db: Database) throws {
        let changed = cases.values.filter(\.isChanged).map(\.loaded)
        for loaded in changed.sorted(by: { $0.item.number < $1.item.number }) { try CaseRecord.update(loaded, db) }
    }
}
