/// What makes a conversation: the door it came by, and its own name there.
public struct ConversationKey: Sendable, Hashable {
    public let channel: String
    public let account: String
    public let name: String

    /// Stands before the platform's name and behind it, where the name of an author follows. Below all that can be seen.
    private static let joint: Unicode.Scalar = "\u{1F}"

    public init(channel: String, account: String, name: String) {
        self.channel = channel
        self.account = account
        self.name = name
    }

    /// The conversation of `message`: its own name, else everything its author wrote at this door, else the message alone.
    ///
    /// In public many people speak under one name, and each is owed an answer: there the conversation is one author's part of it,
    /// unless both names together are longer than stores can keep.
    public init(of message: Message) {
        var name = message.conversation ?? message.author?.id.map { "author:" + $0 } ?? "message:" + message.id
        if message.visibility == .public || message.kind == .comment, let thread = message.conversation, let author = message.author?.id {
            let part = Self.start(of: thread) + author
            if part.unicodeScalars.count <= MessageBounds.conversation { name = part }
        }
        self.init(channel: message.channel ?? "", account: message.account, name: name)
    }

    /// The conversation's name on its platform: what a reply is addressed to, and what all parts of a public one have in common.
    public var thread: String {
        let scalars = name.unicodeScalars
        guard scalars.first == Self.joint, let end = scalars.lastIndex(of: Self.joint), end > scalars.startIndex else { return name }
        return String(scalars[scalars.index(after: scalars.startIndex)..<end])
    }

    /// How the names of all parts of a public conversation begin.
    public static func start(of thread: String) -> String { "\(joint)\(thread)\(joint)" }
}
