import Desk

/// One event of Messenger or of Instagram's direct messages.
struct MetaDirect {
    let node: JSONNode
    let page: MetaPage
    /// Whether the conversation is this application's; not while somebody answers in Meta's own inbox.
    let isOurs: Bool

    private static let day = 86_400

    var event: InboundEvent {
        guard let sender = node["sender"]?["id"]?.identifier else { return page.unsupported(node, type: "messaging") }
        if let message = node["message"] { return event(message, sender) }
        if let edit = node["message_edit"], let id = edit["mid"]?.identifier {
            var event = make(.edit, id, sender, text: edit["text"]?.string ?? "", type: "message_edit")
            event.version = edit["num_edit"]?.identifier ?? node["timestamp"]?.identifier
            event.regarding = id
            event.editedAt = event.sentAt
            return event
        }
        if let postback = node["postback"] {
            let id = postback["mid"]?.identifier ?? node.digestIdentifier
            return make(.message(.message), id, sender, text: postback["title"]?.string ?? "", type: "postback")
        }
        if let reaction = node["reaction"], let id = reaction["mid"]?.identifier {
            var event = make(.reaction, id, sender, text: reaction["emoji"]?.string ?? "", type: "reaction")
            event.version = node["timestamp"]?.identifier
            event.regarding = id
            return event
        }
        if node["read"] != nil { return receipt(.read, sender) }
        if node["delivery"] != nil { return receipt(.delivered, sender) }
        for name in ["referral", "optin", "pass_thread_control", "take_thread_control", "request_thread_control"]
        where node.members.contains(where: { $0.name == name }) {
            return make(.system, node.digestIdentifier, sender, text: "", type: name)
        }
        return page.unsupported(node, type: node.members.last?.name ?? "messaging")
    }

    private func receipt(_ receipt: InboundEvent.Receipt, _ sender: String) -> InboundEvent {
        var event = make(.receipt(receipt), node.digestIdentifier, sender, text: "", type: receipt.rawValue)
        event.regarding = node["read"]?["mid"]?.identifier ?? node["delivery"]?["mids"]?.elements.first?.identifier
        return event
    }

    private func event(_ message: JSONNode, _ sender: String) -> InboundEvent {
        guard let id = message["mid"]?.identifier else { return page.unsupported(node, type: "message") }
        if message["is_deleted"]?.bool == true {
            var event = make(.deletion, id, sender, text: "", type: "message_deleted")
            event.regarding = id
            return event
        }
        if message["is_unsupported"]?.bool == true { return make(.unsupported, id, sender, text: "", type: "is_unsupported") }
        var event = make(.message(.message), id, sender, text: message["text"]?.string ?? "", type: "message")
        event.attachments = (message["attachments"]?.elements ?? []).prefix(20).map { attachment in
            InboundEvent.Attachment(type: attachment["type"]?.string ?? "file", url: attachment["payload"]?["url"]?.string)
        }
        event.regarding = message["reply_to"]?["mid"]?.identifier
        if message["is_echo"]?.bool == true || page.isSelf(sender) { markAsEcho(&event, message) }
        if event.author.role == .customer, event.text.isEmpty, event.attachments.isEmpty { event.kind = .unsupported }
        return event
    }

    /// Echoes have sender and recipient the other way round: the conversation is the recipient's.
    private func markAsEcho(_ event: inout InboundEvent, _ message: JSONNode) {
        let application = message["app_id"]?.identifier
        event.author.role = application.map { page.settings.identities.contains($0) } == true ? .own : .agent
        event.conversation = node["recipient"]?["id"]?.identifier ?? event.conversation
        if event.author.role == .own { event.delivery = message["metadata"]?.identifier }
        event.replyUntil = nil
    }

    private func make(_ kind: InboundEvent.Kind, _ id: String, _ sender: String, text: String, type: String) -> InboundEvent {
        var event = InboundEvent(
            channel: page.direct, account: page.id, kind: kind, id: id, conversation: sender,
            author: InboundEvent.Author(id: sender, role: page.isSelf(sender) ? .agent : .customer), text: text,
            sentAt: node["timestamp"]?.instant, type: type)
        event.isOurs = isOurs
        event.replyUntil = event.sentAt.map { Instant(seconds: $0.seconds + (page.settings.hasHumanAgent ? 7 : 1) * Self.day) }
        return event
    }
}
