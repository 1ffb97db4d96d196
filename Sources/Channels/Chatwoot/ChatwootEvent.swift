import Desk

/// The event in a webhook of Chatwoot.
struct ChatwootEvent {
    let root: JSONNode
    let account: String

    /// Where our messages carry the delivery they are.
    static let deliveryKey: StaticString = "courtois_delivery"

    var event: InboundEvent {
        let name = root["event"]?.string ?? "event"
        switch name {
        case "message_created", "message_updated": return message(name) ?? other(.unsupported, name)
        case _
        where name.hasPrefix("conversation_") || name.hasPrefix("contact_") || name.hasPrefix("inbox_") || name == "webwidget_triggered":
            return other(.system, name)
        default: return other(.unsupported, name)
        }
    }

    private func message(_ name: String) -> InboundEvent? {
        guard let id = root["id"]?.identifier, let conversation = root["conversation"], let number = conversation["id"]?.integer,
            let owner = root["account"]?["id"]?.integer
        else { return nil }
        let sender = root["sender"]
        let author = InboundEvent.Author(
            id: sender?["id"]?.identifier, name: sender?["name"]?.string, handle: sender?["email"]?.string, role: role)
        var event = InboundEvent(
            channel: ChatwootAdapter.route, account: account, kind: name == "message_created" ? .message(.message) : .edit, id: id,
            conversation: "\(owner)/\(number)", author: author, text: root["content"]?.string ?? "",
            visibility: root["private"]?.bool == true ? .internal : .private, sentAt: root["created_at"]?.instant, type: name)
        event.attachments = (root["attachments"]?.elements ?? []).prefix(20).map {
            InboundEvent.Attachment(type: $0["file_type"]?.string ?? "file", url: $0["data_url"]?.string)
        }
        if author.role == .own || author.role == .agent, let delivery = root["content_attributes"]?[Self.deliveryKey]?.identifier {
            // With a colleague's token, what is ours looks like theirs.
            event.author.role = .own
            event.delivery = delivery
        }
        event.subject = root["content_attributes"]?["email"]?["subject"]?.string
        // The platform below takes no more replies.
        if conversation["can_reply"]?.bool == false { event.replyUntil = event.sentAt ?? Instant(seconds: 0) }
        if event.kind == .edit {
            event.version = root["updated_at"]?.identifier ?? root.digestIdentifier
            event.editedAt = root["updated_at"]?.instant
            // The place of a deleted message is kept, with words of the platform in it.
            if root["content_attributes"]?["deleted"]?.bool == true { event.kind = .deletion }
        }
        if case .message = event.kind, event.text.isEmpty, event.attachments.isEmpty { event.kind = .unsupported }
        return event
    }

    /// Only what is incoming and by no user or bot of the house is a customer's: everything else is an echo of ours, an
    /// answer of a colleague, or a notice. Webhooks write the type as a word, the interface as a number.
    private var role: InboundEvent.Role {
        switch root["sender"]?["type"]?.string?.lowercased() {
        case "agent_bot", "agentbot": return .own
        case "user": return .agent
        default: break
        }
        let type = root["message_type"]
        switch type?.string ?? type?.integer.map(String.init) {
        case "incoming", "0": return .customer
        case "outgoing", "1": return .agent
        default: return .system
        }
    }

    private func other(_ kind: InboundEvent.Kind, _ type: String) -> InboundEvent {
        InboundEvent(
            channel: ChatwootAdapter.route, account: account, kind: kind, id: root.digestIdentifier, conversation: "",
            author: InboundEvent.Author(id: nil, role: .system), type: type)
    }
}
