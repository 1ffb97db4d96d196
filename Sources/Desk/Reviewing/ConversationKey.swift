/// What makes a conversation: the door it came by, and its own name there.
public struct ConversationKey: Sendable, Hashable {
    public let channel: String
    public let account: String
    public let name: String

    public init(channel: String, account: String, name: String) {
        self.channel = channel
        self.account = account
        self.name = name
    }

    /// The conversation of `message`: its own name, else everything its author wrote at this door, else the message alone.
    public init(of message: Message) {
        let name = message.conversation ?? message.author?.id.map { "author:" + $0 } ?? "message:" + message.id
        self.init(channel: message.channel ?? "", account: message.account, name: name)
    }
}
