/// Where a message of Telegram stands: chat, and thread, topic or business connection in it. Written in one line, such as
/// `-100123/thread:7`. Ids need more than 32 bits.
struct TelegramPlace: Hashable {
    var chat: Int
    var thread: Int?
    var topic: Int?
    var connection: String?

    init(chat: Int, thread: Int? = nil, topic: Int? = nil, connection: String? = nil) {
        self.chat = chat
        self.thread = thread
        self.topic = topic
        self.connection = connection
    }

    var conversation: String {
        var text = String(chat)
        if let thread { text += "/thread:\(thread)" }
        if let topic { text += "/topic:\(topic)" }
        if let connection { text += "/business:\(connection)" }
        return text
    }

    /// Reads what `conversation` wrote; nil for anything else.
    init?(conversation: String) {
        let parts = conversation.split(separator: "/", omittingEmptySubsequences: false)
        guard let chat = Int(parts[0]) else { return nil }
        self.init(chat: chat)
        for part in parts.dropFirst() {
            guard let colon = part.firstIndex(of: ":") else { return nil }
            let value = part[part.index(after: colon)...]
            switch part[..<colon] {
            case "thread": thread = Int(value)
            case "topic": topic = Int(value)
            case "business": connection = String(value)
            default: return nil
            }
        }
        guard self.conversation == conversation else { return nil }
    }

    /// The number of a message in its chat, of `chat:message`: numbers are unique only there.
    static func message(of id: String) -> Int? {
        let parts = id.split(separator: ":")
        guard parts.count == 2, Int(parts[0]) != nil else { return nil }
        return Int(parts[1])
    }
}
