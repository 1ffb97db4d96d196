import Desk

/// One change of a Page's feed or of an Instagram account: comments, and posts of visitors.
///
/// What the Page itself writes is a colleague's: nothing in it says whether it was sent from here, but for its id, which stores know.
struct MetaChange {
    let node: JSONNode
    let page: MetaPage

    var event: InboundEvent {
        let field = node["field"]?.string ?? "change"
        guard let value = node["value"], value.isObject else { return page.unsupported(node, type: field) }
        switch field {
        case "feed": return feed(value)
        case "comments", "live_comments": return comment(value, field)
        default: return page.unsupported(node, type: field)
        }
    }

    /// A comment of Instagram. Its thread is that of the comment on top: Instagram takes replies to no other.
    private func comment(_ value: JSONNode, _ field: String) -> InboundEvent {
        guard let id = value["id"]?.identifier, let author = value["from"]?["id"]?.identifier else {
            return page.unsupported(node, type: field)
        }
        let top = value["parent_id"]?.identifier ?? id
        var event = make(.message(.comment), id, author, conversation: "comment:\(top)", text: value["text"]?.string ?? "", type: field)
        event.author.handle = value["from"]?["username"]?.string
        event.regarding = value["parent_id"]?.identifier
        event.sentAt = value["created_time"]?.instant ?? value["timestamp"]?.instant ?? page.time
        return event
    }

    /// An item of a Page's feed. Without an author nobody can tell whether the Page itself wrote it: it is not answered.
    private func feed(_ value: JSONNode) -> InboundEvent {
        let item = value["item"]?.string ?? "feed"
        let post = value["post_id"]?.identifier
        guard let author = value["from"]?["id"]?.identifier, let id = item == "comment" ? value["comment_id"]?.identifier : post else {
            return page.unsupported(node, type: item)
        }
        let parent = value["parent_id"]?.identifier
        let top = parent == nil || parent == post ? id : parent ?? id
        var event = make(
            kind(item, value["verb"]?.string ?? ""), id, author, conversation: item == "comment" ? "comment:\(top)" : "post:\(id)",
            text: value["message"]?.string ?? "", type: "\(item) \(value["verb"]?.string ?? "")")
        event.author.name = value["from"]?["name"]?.string
        event.sentAt = value["created_time"]?.instant ?? page.time
        event.regarding = parent
        for (type, url) in [("photo", value["photo"]), ("video", value["video"]), ("link", value["link"])] {
            if let url = url?.string { event.attachments.append(InboundEvent.Attachment(type: type, url: url)) }
        }
        switch event.kind {
        case .message where event.text.isEmpty && event.attachments.isEmpty: event.kind = .unsupported
        case .edit, .deletion:
            event.regarding = id
            event.editedKind = item == "comment" ? .comment : .mention
            fallthrough
        case .reaction: event.version = value["created_time"]?.identifier ?? page.time.map { String($0.seconds) }
        default: break
        }
        return event
    }

    private func kind(_ item: String, _ verb: String) -> InboundEvent.Kind {
        switch (item, verb) {
        case ("comment", "add"): .message(.comment)
        case ("post", "add"), ("status", "add"), ("photo", "add"), ("video", "add"): .message(.mention)
        case ("reaction", _), ("like", _): .reaction
        case (_, "edited"), (_, "edit"): .edit
        case (_, "remove"), (_, "hide"), (_, "delete"): .deletion
        default: .unsupported
        }
    }

    private func make(
        _ kind: InboundEvent.Kind, _ id: String, _ author: String, conversation: String, text: String, type: String
    ) -> InboundEvent {
        InboundEvent(
            channel: page.publicly, account: page.id, kind: kind, id: id, conversation: conversation,
            author: InboundEvent.Author(id: author, role: page.isSelf(author) ? .agent : .customer), text: text, visibility: .public,
            type: type)
    }
}
