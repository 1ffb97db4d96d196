import Desk

/// The events of one entry of a batch: of one Page or Instagram account.
struct MetaEntry {
    let node: JSONNode
    let isInstagram: Bool
    let settings: PlatformAccount

    var events: [InboundEvent] {
        guard let id = node["id"]?.identifier else { return [unsupported("entry", node)] }
        // The dashboard's test button speaks of the account “0” and of values nobody sent.
        if id == "0" { return [system(id)] }
        let page = MetaPage(id: id, isInstagram: isInstagram, settings: settings, time: node["time"]?.instant)
        var events = (node["messaging"]?.elements ?? []).map { MetaDirect(node: $0, page: page, isOurs: true).event }
        events += (node["standby"]?.elements ?? []).map { MetaDirect(node: $0, page: page, isOurs: false).event }
        events += (node["changes"]?.elements ?? []).map { MetaChange(node: $0, page: page).event }
        // Applications with Instagram's own login have the change directly on the entry.
        if node["field"] != nil { events.append(MetaChange(node: node, page: page).event) }
        return events.isEmpty ? [page.unsupported(node, type: "entry")] : events
    }

    private func system(_ account: String) -> InboundEvent {
        InboundEvent(
            channel: isInstagram ? "instagram" : "messenger", account: account, kind: .system, id: node.digestIdentifier, conversation: "",
            author: InboundEvent.Author(id: nil, role: .system), type: "test")
    }

    private func unsupported(_ type: String, _ node: JSONNode) -> InboundEvent {
        MetaPage(id: settings.name, isInstagram: isInstagram, settings: settings, time: nil).unsupported(node, type: type)
    }
}

/// The Page or Instagram account events belong to.
struct MetaPage {
    let id: String
    let isInstagram: Bool
    let settings: PlatformAccount
    /// When the batch was put together: what comments of Instagram are dated by.
    let time: Instant?

    var direct: String { isInstagram ? "instagram" : "messenger" }
    var publicly: String { isInstagram ? "instagram" : "facebook" }

    /// Whether `author` is the brand itself. Without that the bot would answer its own comments.
    func isSelf(_ author: String) -> Bool { author == id || settings.identities.contains(author) }

    func unsupported(_ node: JSONNode, type: String) -> InboundEvent {
        InboundEvent(
            channel: direct, account: id, kind: .unsupported, id: node.digestIdentifier, conversation: "",
            author: InboundEvent.Author(id: nil, role: .system), type: type)
    }
}
