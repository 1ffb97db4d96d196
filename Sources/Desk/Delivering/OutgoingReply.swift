public import IntentEngine

/// An approved reply on its way out, with what an adapter needs to address it.
public struct OutgoingReply: Sendable, Hashable {
    /// The same on every try: channels with idempotency get it as their key.
    public let delivery: String
    public let channel: String
    public let account: String
    public let conversation: String
    /// External id of the message that is answered.
    public let inReplyTo: String
    public let text: String
    public let visibility: Message.Visibility
    public let approvedBy: String
    public let approvedAt: Instant
    /// After this moment the platform's reply window is closed; nil where it has none.
    public let replyUntil: Instant?
    /// Subject of the message that is answered, where the channel has subjects.
    public let subject: String?
    /// What `text` is written in.
    public let language: Language

    public init(
        delivery: String, channel: String, account: String, conversation: String, inReplyTo: String, text: String,
        visibility: Message.Visibility, approvedBy: String, approvedAt: Instant, replyUntil: Instant? = nil, subject: String? = nil,
        language: Language
    ) {
        self.delivery = delivery
        self.channel = channel
        self.account = account
        self.conversation = conversation
        self.inReplyTo = inReplyTo
        self.text = text
        self.visibility = visibility
        self.approvedBy = approvedBy
        self.approvedAt = approvedAt
        self.replyUntil = replyUntil
        self.subject = subject
        self.language = language
    }
}
