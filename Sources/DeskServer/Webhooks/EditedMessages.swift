import Channels
import Desk

/// The messages that edits of some calls change, as they were: platforms do not say again what has not changed.
struct EditedMessages {
    private var messages: [MessageKey: Message] = [:]
    /// Whether any call brings an edit; else nothing is noted.
    private let isNeeded: Bool

    /// Reads those that are kept already.
    init(of calls: some Sequence<ReadCall>, in store: any CaseQueue) async throws(StoreFailure) {
        let keys = Set(calls.flatMap { $0.events.compactMap { $0.kind == .edit ? $0.revised : nil } })
        isNeeded = !keys.isEmpty
        for key in keys {
            guard let stored = try await store.message(key)?.message else { continue }
            var message = Message(
                id: stored.id, text: stored.text ?? "", channel: key.channel, account: key.account, author: stored.author,
                visibility: stored.visibility, kind: stored.kind, rating: stored.rating)
            message.subject = stored.subject
            messages[key] = message
        }
    }

    func has(_ key: MessageKey) -> Bool { messages[key] != nil }

    /// Takes note of a message that an edit behind it may change.
    mutating func note(_ message: Message) {
        if isNeeded { messages[MessageKey(channel: message.channel ?? "", account: message.account, id: message.id)] = message }
    }

    /// The message as an edit leaves it; nil where nothing is left to read. It is answered from now on, and read by whom it was.
    mutating func edit(_ key: MessageKey, _ edit: Message) -> Message? {
        var message = edit
        if let old = messages[key] {
            message.author = old.author ?? edit.author
            message.visibility = old.visibility
            message.kind = old.kind
            message.rating = edit.rating ?? old.rating
            message.subject = edit.subject ?? old.subject
            if edit.text.isEmpty { message.text = old.text }
            messages[key] = message
        }
        message.sentAt = nil
        return message.text.isEmpty ? nil : message
    }
}
