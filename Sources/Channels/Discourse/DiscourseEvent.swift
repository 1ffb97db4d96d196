import Desk

/// The event in a webhook of Discourse.
struct DiscourseEvent {
    let root: JSONNode
    /// Of the header; the body does not say what happened.
    let name: String
    let account: PlatformAccount

    var event: InboundEvent {
        guard let post = root["post"] else { return other(root["ping"] == nil && !name.hasPrefix("topic_") ? .unsupported : .system) }
        guard let id = post["id"]?.identifier, let topic = post["topic_id"]?.identifier, let kind else { return other(.unsupported) }
        let user = post["username"]?.string
        var event = InboundEvent(
            channel: DiscourseAdapter.route, account: account.name, kind: kind, id: id, conversation: topic,
            author: InboundEvent.Author(id: post["user_id"]?.identifier, name: post["name"]?.string, handle: user, role: role(post, user)),
            text: post["raw"]?.string ?? HTMLText.plain(post["cooked"]?.string ?? ""),
            visibility: post["topic_archetype"]?.string == "private_message" ? .private : .public, sentAt: post["created_at"]?.instant,
            type: name)
        if post["post_number"]?.integer == 1 { event.subject = post["topic_title"]?.string }
        event.regarding = post["reply_to_post_number"]?.identifier
        if kind != .message(.comment) {
            event.regarding = id
            event.version = post["updated_at"]?.identifier
            event.editedKind = .comment
            event.editedAt = post["updated_at"]?.instant
        }
        return event
    }

    private var kind: InboundEvent.Kind? {
        switch name {
        case "post_created": .message(.comment)
        case "post_edited": .edit
        case "post_destroyed": .deletion
        default: nil
        }
    }

    /// Only posts of the first type are somebody's words; others are the forum's notices and whispers among its staff.
    private func role(_ post: JSONNode, _ user: String?) -> InboundEvent.Role {
        let place = user.flatMap { user in account.identities.firstIndex { $0.lowercased() == user.lowercased() } }
        if place == 0 { return .own }
        if let type = post["post_type"]?.integer, type != 1 { return .system }
        if post["user_id"]?.integer.map({ $0 < 0 }) == true { return .system }
        let isStaff = ["staff", "admin", "moderator"].contains { post[$0]?.bool == true }
        return place != nil || isStaff ? .agent : .customer
    }

    private func other(_ kind: InboundEvent.Kind) -> InboundEvent {
        InboundEvent(
            channel: DiscourseAdapter.route, account: account.name, kind: kind, id: root.digestIdentifier, conversation: "",
            author: InboundEvent.Author(id: nil, role: .system), type: name.isEmpty ? "event" : name)
    }
}
