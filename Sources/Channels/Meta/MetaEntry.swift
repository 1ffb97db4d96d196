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
