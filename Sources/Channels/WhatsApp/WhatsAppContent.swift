import Desk

/// What a message of WhatsApp holds, by its type.
struct WhatsAppContent {
    let node: JSONNode

    func event(channel: String, account: String, id: String, author: InboundEvent.Author, conversation: String) -> InboundEvent {
        let type = node["type"]?.string ?? "none"
        let (kind, text, regarding) = read(type)
        var event = InboundEvent(
            channel: channel, account: account, kind: kind, id: id, conversation: conversation, author: author, text: text ?? "",
            sentAt: node["timestamp"]?.instant, type: type)
        event.regarding = regarding ?? node["context"]?["id"]?.identifier
        if kind == .edit { event.editedAt = event.sentAt }
        if case .message = kind, let media { event.attachments = [media] }
        if case .message = kind, event.text.isEmpty, event.attachments.isEmpty { event.kind = .unsupported }
        return event
    }

    private func read(_ type: String) -> (InboundEvent.Kind, String?, String?) {
        switch type {
        case "text": (.message(.message), node["text"]?["body"]?.string, nil)
        case "button": (.message(.message), node["button"]?["text"]?.string, nil)
        case "interactive":
            (.message(.message), (node["interactive"]?["button_reply"] ?? node["interactive"]?["list_reply"])?["title"]?.string, nil)
        case "image", "video", "audio", "document", "sticker", "location", "contacts", "order":
            (.message(.message), caption(node), nil)
        case "reaction": (.reaction, node["reaction"]?["emoji"]?.string, node["reaction"]?["message_id"]?.identifier)
        case "edit": (.edit, node["edit"]?["message"].flatMap(body), node["edit"]?["original_message_id"]?.identifier)
        case "revoke": (.deletion, nil, node["revoke"]?["original_message_id"]?.identifier)
        case "system", "request_welcome": (.system, nil, nil)
        default: (.unsupported, nil, nil)
        }
    }

    private func body(_ message: JSONNode) -> String? { message["text"]?["body"]?.string ?? caption(message) }

    private func caption(_ message: JSONNode) -> String? {
        (message["image"] ?? message["video"] ?? message["document"])?["caption"]?.string
    }

    private var media: InboundEvent.Attachment? {
        guard let type = node["type"]?.string else { return nil }
        let value: JSONNode? =
            switch type {
            case "image": node["image"]
            case "video": node["video"]
            case "audio": node["audio"]
            case "document": node["document"]
            case "sticker": node["sticker"]
            case "location": node["location"]
            case "contacts": node["contacts"]
            case "order": node["order"]
            default: nil
            }
        return value.map { InboundEvent.Attachment(type: type, name: $0["filename"]?.string, url: $0["url"]?.string) }
    }
}
