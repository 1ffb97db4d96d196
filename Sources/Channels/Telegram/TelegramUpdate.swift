import Desk
import IntentEngine

/// The event in an update; every update holds one.
struct TelegramUpdate {
    let root: JSONNode
    let account: String

    private static let messages = ["message", "business_message", "guest_message", "channel_post"]
    private static let edits = ["edited_message", "edited_business_message", "edited_channel_post"]

    var event: InboundEvent {
        guard let (name, value) = root.members.first(where: { $0.name != "update_id" && $0.value.isObject }) else {
            return unsupported("update")
        }
        if Self.messages.contains(name) || Self.edits.contains(name) { return message(value, name) ?? unsupported(name) }
        if name == "my_chat_member" || name == "business_connection" || name == "chat_member" {
            var event = unsupported(name)
            event.kind = .system
            return event
        }
        return unsupported(name)
    }

    private func message(_ node: JSONNode, _ name: String) -> InboundEvent? {
        guard let chat = node["chat"]?["id"]?.integer, let number = node["message_id"]?.integer else { return nil }
        let connection = node["business_connection_id"]?.identifier
        if connection?.contains("/") == true { return nil }
        let place = TelegramPlace(
            chat: chat, thread: node["is_topic_message"]?.bool == true ? node["message_thread_id"]?.integer : nil,
            topic: node["direct_messages_topic"]?["topic_id"]?.integer, connection: connection)
        let isEdit = Self.edits.contains(name)
        var event = InboundEvent(
            channel: TelegramAdapter.route, account: account, kind: isEdit ? .edit : .message(.message), id: "\(chat):\(number)",
            conversation: place.conversation, author: author(node, name, chat: chat), text: (node["text"] ?? node["caption"])?.string ?? "",
            visibility: isPrivate(node, chat) ? .private : .public, sentAt: node["date"]?.instant, type: name)
        event.attachments = attachments(node)
        event.regarding = node["reply_to_message"]?["message_id"]?.integer.map { "\(chat):\($0)" }
        event.language = node["from"]?["language_code"]?.string.flatMap(Language.init(tag:)).flatMap { $0 == .other ? nil : $0 }
        if isEdit {
            event.version = node["edit_date"]?.identifier ?? root["update_id"]?.identifier
            event.regarding = event.id
            event.editedAt = node["edit_date"]?.instant
        } else if event.text == "/start" || event.text.hasPrefix("/start ") {
            event.kind = .system
        } else if event.text.isEmpty, event.attachments.isEmpty {
            event.kind = .unsupported
        }
        return event
    }

    /// Who wrote. In the chat of a business everybody but the customer, whose id is the chat's, is of the house; channels
    /// and anonymous administrators write as a chat. Samples of Telegram's own lack `is_bot` although it is required.
    private func author(_ node: JSONNode, _ name: String, chat: Int) -> InboundEvent.Author {
        let from = node["from"]
        let names = [from?["first_name"]?.string, from?["last_name"]?.string].compactMap { $0 }.joined(separator: " ")
        var author = InboundEvent.Author(
            id: from?["id"]?.identifier, name: names.isEmpty ? nil : names, handle: from?["username"]?.string)
        let isBusiness = node["business_connection_id"] != nil
        if node["sender_business_bot"] != nil {
            author.role = .own
        } else if name.hasSuffix("channel_post") || node["sender_chat"]?["id"]?.integer == chat {
            author.role = .agent
        } else if isBusiness, from?["id"]?.integer != chat {
            author.role = .agent
        } else if from?["is_bot"]?.bool == true || node["via_bot"] != nil && from == nil {
            author.role = .bot
        }
        return author
    }

    private func isPrivate(_ node: JSONNode, _ chat: Int) -> Bool {
        node["chat"]?["type"]?.string.map { $0 == "private" } ?? (chat > 0)
    }

    private func attachments(_ node: JSONNode) -> [InboundEvent.Attachment] {
        let values: [(String, JSONNode?)] = [
            ("image", node["photo"]), ("voice", node["voice"]), ("video", node["video"] ?? node["video_note"]),
            ("audio", node["audio"]), ("sticker", node["sticker"]), ("location", node["venue"] ?? node["location"]),
            ("contact", node["contact"]), ("document", node["document"]),
        ]
        return values.compactMap { type, value in
            value.map { InboundEvent.Attachment(type: type, name: $0["file_name"]?.string) }
        }
    }

    private func unsupported(_ type: String) -> InboundEvent {
        InboundEvent(
            channel: TelegramAdapter.route, account: account, kind: .unsupported,
            id: root["update_id"]?.identifier ?? root.digestIdentifier,
            conversation: "", author: InboundEvent.Author(id: nil, role: .system), type: type)
    }
}
