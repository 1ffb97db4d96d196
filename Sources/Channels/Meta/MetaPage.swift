import Desk

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
