public import IntentEngine

/// One thing a customer wrote, on any channel.
public struct Message: Sendable {
    /// As the channel gave it, or the number of the line.
    public var id: String
    public var text: String
    public var channel: String?
    /// Which of the brand's accounts on the channel it was written to.
    public var account: String
    public var conversation: String?
    public var author: Author?
    public var visibility: Visibility
    public var kind: Kind
    /// Stars of a review, from 1 to 5.
    public var rating: Int?
    public var sentAt: Instant?
    /// The language the channel or the sender gave.
    public var language: Language?
    /// Where the channel has subjects: what a reply repeats. Its words are part of `text` where they say something new.
    public var subject: String?

    public init(
        id: String, text: String, channel: String? = nil, account: String = Self.defaultAccount, conversation: String? = nil,
        author: Author? = nil, visibility: Visibility = .private, kind: Kind = .message, rating: Int? = nil, sentAt: Instant? = nil,
        language: Language? = nil
    ) {
        self.id = id
        self.text = text
        self.channel = channel
        self.account = account
        self.conversation = conversation
        self.author = author
        self.visibility = visibility
        self.kind = kind
        self.rating = rating
        self.sentAt = sentAt
        self.language = language
    }

    /// The account of channels that have but one.
    public static let defaultAccount = "default"

    public struct Author: Sendable, Hashable {
        public var id: String?
        public var name: String?

        public init(id: String? = nil, name: String? = nil) {
            self.id = id
            self.name = name
        }
    }

    /// Who can read the message, and so the reply.
    public enum Visibility: String, Sendable, Hashable, CaseIterable {
        case `public`, `private`
    }

    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case message, comment, review, mention, email

        /// Who can read what does not say: comments, reviews and mentions stand where everybody reads.
        public var usualVisibility: Visibility {
            switch self {
            case .comment, .review, .mention: .public
            case .message, .email: .private
            }
        }
    }
}
