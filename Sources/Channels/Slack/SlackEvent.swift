import Desk

/// The event in a callback of Slack.
struct SlackEvent {
    let root: JSONNode
    let account: PlatformAccount

    var event: InboundEvent {
        let type = root["type"]?.string ?? "event"
        guard type == "event_callback", let inner = root["event"], let name = inner["type"]?.string else {
            return other(.unsupported, type)
        }
        switch name {
        case "message", "app_mention": return message(inner, name) ?? other(.unsupported, name)
        case "app_rate_limited", "app_uninstalled", "tokens_revoked": return other(.system, name)
        default: return other(.unsupported, name)
        }
    }

    private func message(_ node: JSONNode, _ name: String) -> InboundEvent? {
        let subtype = node["subtype"]?.string
        // Edits and deletions hold the message itself one level down.
        let inner = subtype == "message_changed" ? node["message"] : subtype == "message_deleted" ? node["previous_message"] : node
        guard let inner, let channel = node["channel"]?.identifier, let moment = inner["ts"]?.identifier else { return nil }
        let isDirect = node["channel_type"]?.string == "im"
        let thread = inner["thread_ts"]?.identifier
        let conversation = isDirect && thread == nil ? channel : "\(channel):\(thread ?? moment)"
        var event = InboundEvent(
            channel: SlackAdapter.route, account: account.name, kind: kind(subtype, inner), id: "\(channel):\(moment)",
            conversation: conversation,
            author: InboundEvent.Author(id: inner["user"]?.identifier, role: role(inner, subtype)),
            text: SlackText.plain(inner["text"]?.string ?? ""), visibility: isDirect ? .private : .public,
            sentAt: Self.instant(moment), type: subtype ?? name)
        event.attachments = (inner["files"]?.elements ?? []).prefix(20).map {
            InboundEvent.Attachment(type: "file", name: $0["name"]?.string, url: $0["url_private"]?.string)
        }
        if event.kind == .edit || event.kind == .deletion {
            event.regarding = event.id
            event.editedAt = inner["edited"]?["ts"]?.identifier.flatMap(Self.instant)
            event.version = node["event_ts"]?.identifier ?? root["event_id"]?.identifier
        } else if let thread, thread != moment {
            event.regarding = "\(channel):\(thread)"
        }
        if case .message = event.kind, event.text.isEmpty, event.attachments.isEmpty { event.kind = .unsupported }
        return event
    }

    private static func instant(_ moment: String) -> Instant? {
        moment.split(separator: ".").first.flatMap { Int($0) }.flatMap { Instant(platform: $0) }
    }

    private func kind(_ subtype: String?, _ inner: JSONNode) -> InboundEvent.Kind {
        switch subtype {
        // What is left of a deleted message with a thread below it.
        case "message_changed" where inner["subtype"]?.string == "tombstone": .deletion
        case nil, "file_share", "thread_broadcast", "me_message", "bot_message": .message(.message)
        case "message_changed": .edit
        case "message_deleted": .deletion
        default: .system
        }
    }

    /// Robots are known by their id, this one also by its user.
    private func role(_ node: JSONNode, _ subtype: String?) -> InboundEvent.Role {
        if let user = node["user"]?.identifier, account.identities.contains(user) { return .own }
        if let bot = node["bot_id"]?.identifier { return account.identities.contains(bot) ? .own : .bot }
        return subtype == "bot_message" || node["user"] == nil ? .bot : .customer
    }

    private func other(_ kind: InboundEvent.Kind, _ type: String) -> InboundEvent {
        InboundEvent(
            channel: SlackAdapter.route, account: account.name, kind: kind, id: root["event_id"]?.identifier ?? root.digestIdentifier,
            conversation: "", author: InboundEvent.Author(id: nil, role: .system), type: type)
    }
}
