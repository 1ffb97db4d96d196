import Desk

/// The events of one change of a WhatsApp Business account.
struct WhatsAppChange {
    let node: JSONNode
    let settings: PlatformAccount

    private var field: String { node["field"]?.string ?? "change" }

    var events: [InboundEvent] {
        guard let value = node["value"], value.isObject else { return [unsupported(node, type: field)] }
        let contacts = WhatsAppContacts(value["contacts"]?.elements ?? [])
        var events = (value["messages"]?.elements ?? []).map { message($0, contacts) }
        events += (value["message_echoes"]?.elements ?? []).map { echo($0) }
        events += (value["statuses"]?.elements ?? []).map { status($0) }
        guard events.isEmpty else { return events }
        let isMessages = field == "messages" || field == "smb_message_echoes"
        var event = unsupported(node, type: field)
        if !isMessages { event.kind = .system }
        return [event]
    }

    private var account: String { node["value"]?["metadata"]?["phone_number_id"]?.identifier ?? settings.name }

    private func message(_ node: JSONNode, _ contacts: WhatsAppContacts) -> InboundEvent {
        let contact = contacts.contact(of: node)
        guard let id = node["id"]?.identifier, let customer = contact?["user_id"]?.identifier ?? node["from"]?.identifier else {
            return unsupported(node, type: node["type"]?.string ?? "message")
        }
        var event = WhatsAppContent(node: node).event(
            channel: WhatsAppAdapter.route, account: account, id: id,
            author: InboundEvent.Author(id: customer, name: contact?["profile"]?["name"]?.string), conversation: customer)
        event.replyUntil = event.sentAt.map { Instant(seconds: $0.seconds + 86_400) }
        // What is said in a group would be answered to one of its members alone.
        if node["group_id"] != nil { event.kind = .unsupported }
        if event.kind == .system { event.author.role = .system }
        return event
    }

    /// What a colleague wrote in the telephone's own application.
    private func echo(_ node: JSONNode) -> InboundEvent {
        guard let id = node["id"]?.identifier, let customer = node["to_user_id"]?.identifier ?? node["to"]?.identifier else {
            return unsupported(node, type: "message_echo")
        }
        return WhatsAppContent(node: node).event(
            channel: WhatsAppAdapter.route, account: account, id: id,
            author: InboundEvent.Author(id: node["from"]?.identifier, role: .agent), conversation: customer)
    }

    private func status(_ node: JSONNode) -> InboundEvent {
        let name = node["status"]?.string ?? "status"
        let receipts: [String: InboundEvent.Receipt] = [
            "sent": .sent, "delivered": .delivered, "read": .read, "played": .read, "failed": .failed,
        ]
        guard let id = node["id"]?.identifier, let receipt = receipts[name] else { return unsupported(node, type: name) }
        var event = InboundEvent(
            channel: WhatsAppAdapter.route, account: account, kind: .receipt(receipt), id: id,
            conversation: node["recipient_user_id"]?.identifier ?? node["recipient_id"]?.identifier ?? "",
            author: InboundEvent.Author(id: nil, role: .system), sentAt: node["timestamp"]?.instant,
            type: node["errors"]?.elements.first?["code"]?.identifier.map { "\(name) \($0)" } ?? name)
        event.regarding = id
        if receipt != .failed { event.delivery = node["biz_opaque_callback_data"]?.identifier }
        return event
    }

    private func unsupported(_ node: JSONNode, type: String) -> InboundEvent {
        InboundEvent(
            channel: WhatsAppAdapter.route, account: account, kind: .unsupported, id: node["id"]?.identifier ?? node.digestIdentifier,
            conversation: "", author: InboundEvent.Author(id: nil, role: .system), type: type)
    }
}

/// Who the messages of a change are from. Since WhatsApp has user names, a customer may show no number; `user_id` stays.
struct WhatsAppContacts {
    private var byId: [String: JSONNode] = [:]
    private let only: JSONNode?

    init(_ contacts: [JSONNode]) {
        only = contacts.count == 1 ? contacts[0] : nil
        for contact in contacts {
            for id in [contact["wa_id"], contact["user_id"]].compactMap({ $0?.identifier }) { byId[id] = contact }
        }
    }

    func contact(of message: JSONNode) -> JSONNode? {
        let ids = [message["from_user_id"], message["from"]].compactMap { $0?.identifier }
        return ids.lazy.compactMap { byId[$0] }.first ?? only
    }
}
