/// How long what a message is known by may be: what every store can keep.
public enum MessageBounds {
    public static let channel = 200
    public static let account = 200
    public static let conversation = 1000
    public static let id = 1000
    /// A conversation without a name of its own is named by its author.
    public static let author = 990
    public static let name = 1000

    /// What no store will take of a message, field by field, with the rule that is broken.
    public static func faults(of message: Message) -> [(field: String, rule: String)] {
        var faults: [(field: String, rule: String)] = []
        func check(_ field: String, _ text: String?, _ least: Int, _ most: Int) {
            guard let text else { return }
            let count = text.unicodeScalars.count
            if count < least || count > most { faults.append((field, "must have \(least) to \(most) characters")) }
            if text.unicodeScalars.contains("\0") { faults.append((field, "must not hold the character U+0000")) }
        }
        check("id", message.id, 1, id)
        check("channel", message.channel, 0, channel)
        check("account", message.account, 1, account)
        check("conversation", message.conversation, 1, conversation)
        check("author/id", message.author?.id, 0, author)
        check("author/name", message.author?.name, 0, name)
        return faults
    }
}
