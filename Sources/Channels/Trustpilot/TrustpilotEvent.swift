import Desk
import IntentEngine

/// One review that was written, changed or taken back.
struct TrustpilotEvent {
    let node: JSONNode
    let account: String

    var event: InboundEvent {
        let name = node["eventName"]?.string ?? "event"
        guard let data = node["eventData"], let id = data["id"]?.identifier, let kind = kind(name, data) else { return unsupported(name) }
        let consumer = data["consumer"]
        var event = InboundEvent(
            channel: TrustpilotAdapter.route, account: account, kind: kind, id: id, conversation: id,
            author: InboundEvent.Author(id: consumer?["id"]?.identifier, name: (consumer?["name"] ?? consumer?["displayName"])?.string),
            text: data["text"]?.string ?? "", visibility: .public, sentAt: data["createdAt"]?.instant, type: name)
        event.subject = data["title"]?.string
        event.rating = data["stars"]?.integer.flatMap { (1...5).contains($0) ? $0 : nil }
        event.language = data["language"]?.string.flatMap(Language.init(tag:))
        if kind != .message(.review) {
            event.version = data["updatedAt"]?.identifier ?? node.digestIdentifier
            event.regarding = id
            event.editedKind = .review
            event.editedAt = data["updatedAt"]?.instant
        }
        return event
    }

    private func kind(_ name: String, _ data: JSONNode) -> InboundEvent.Kind? {
        if name.hasSuffix("-review-created") { return .message(.review) }
        if name.hasSuffix("-review-updated") { return .edit }
        return name.hasSuffix("-review-deleted") ? .deletion : nil
    }

    private func unsupported(_ type: String) -> InboundEvent {
        InboundEvent(
            channel: TrustpilotAdapter.route, account: account, kind: .unsupported, id: node.digestIdentifier, conversation: "",
            author: InboundEvent.Author(id: nil, role: .system), type: type)
    }
}
