import Desk
import IntentEngine

/// The event in a body of Standard Webhooks.
struct StandardEvent {
    let root: JSONNode
    let account: String

    var event: InboundEvent {
        let type = root["type"]?.string ?? ""
        guard let data = root["data"], let kind = kind(type, data) else { return unsupported(type) }
        let given = data["id"]?.identifier
        // A message is kept under any id; a change without one changes nothing that is known.
        if given == nil, kind == .edit || kind == .deletion { return unsupported(type) }
        let id = given ?? root.digestIdentifier
        let author = InboundEvent.Author(id: data["author"]?["id"]?.identifier, name: data["author"]?["name"]?.string)
        var event = InboundEvent(
            channel: StandardAdapter.route, account: account, kind: kind, id: id,
            conversation: data["conversation_id"]?.identifier ?? author.id ?? id, author: author, text: data["text"]?.string ?? "",
            visibility: visibility(data),
            sentAt: (data["sent_at"] ?? root["timestamp"])?.instant, type: type)
        event.isUnnamed = given == nil
        event.rating = data["rating"]?.integer.flatMap { (1...5).contains($0) ? $0 : nil }
        event.language = data["language"]?.string.flatMap(Language.init(tag:))
        event.subject = data["subject"]?.string
        event.regarding = data["in_reply_to"]?.identifier
        if kind == .edit || kind == .deletion { event.regarding = id }
        if kind == .edit {
            event.version = root["timestamp"]?.identifier
            event.editedKind = messageKind(data)
            event.editedAt = root["timestamp"]?.instant
        }
        return event
    }

    private func kind(_ type: String, _ data: JSONNode) -> InboundEvent.Kind? {
        switch type {
        case "message.created":
            return data["text"]?.string == nil ? nil : .message(messageKind(data))
        case "message.updated": return .edit
        case "message.deleted": return .deletion
        default: return nil
        }
    }

    private func messageKind(_ data: JSONNode) -> Message.Kind { data["kind"]?.string.flatMap(Message.Kind.init(rawValue:)) ?? .message }

    /// Who can read it, as it says, else as its kind has it.
    private func visibility(_ data: JSONNode) -> InboundEvent.Visibility {
        let said = data["visibility"]?.string.flatMap(Message.Visibility.init(rawValue:))
        return (said ?? messageKind(data).usualVisibility) == .public ? .public : .private
    }

    private func unsupported(_ type: String) -> InboundEvent {
        InboundEvent(
            channel: StandardAdapter.route, account: account, kind: .unsupported,
            id: root["data"]?["id"]?.identifier ?? root.digestIdentifier, conversation: "",
            author: InboundEvent.Author(id: nil, role: .system),
            type: type)
    }
}
