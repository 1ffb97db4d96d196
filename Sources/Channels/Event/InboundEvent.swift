public import Desk
public import IntentEngine

/// One thing that happened on a platform, whatever the platform.
public struct InboundEvent: Sendable, Hashable {
    /// What messages and replies call the channel: `instagram`, `whatsapp`, `email`.
    public var channel: String
    /// The account it happened to, as the platform calls it (Page, phone number), else as the address of the webhook does.
    public var account: String
    public var kind: Kind
    /// The platform's own id, unique in channel and account together with `kind`.
    public var id: String
    /// Whether a message came without an id that can be kept, though its sender is to give one: `id` was made of what came.
    public var isUnnamed = false
    /// Tells several events on one thing apart, such as an edit from the next.
    public var version: String?
    /// What a reply is addressed to; all that belongs together has the same.
    public var conversation: String
    /// Id of the message that this one answers, changes, deletes or confirms.
    public var regarding: String?
    /// What an edit is of.
    public var editedKind = Message.Kind.message
    /// When an edit was made; nil where the platform does not say.
    public var editedAt: Instant?
    /// The delivery that this is the echo of, where the platform repeats it: proof that a reply arrived.
    public var delivery: String?
    public var author: Author
    /// At most `longestText` bytes, with “[…]” at its end where it was cut; without NUL, which stores take for an end.
    public private(set) var text: String
    public var subject: String? { didSet { subject = subject.map { Bounded.line($0, 1000) } } }
    public var attachments: [Attachment] = []
    public var sentAt: Instant?
    public var visibility: Visibility
    /// Stars, from 1 to 5.
    public var rating: Int?
    public var language: Language?
    /// The end of the platform's reply window; nil where it has none.
    public var replyUntil: Instant?
    /// Whether the brand may answer by this application; false while somebody answers elsewhere (Meta's standby).
    public var isOurs = true
    /// The platform's name for what happened, bounded in length. For logs and for what is not supported; not for the labels
    /// of figures, as platforms invent new ones.
    public var type: String

    /// 64 KiB: far beyond what any chat takes; a longer e-mail is read to there.
    public static let longestText = 65_536

    public init(
        channel: String, account: String, kind: Kind, id: String, conversation: String, author: Author, text: String = "",
        visibility: Visibility = .private, sentAt: Instant? = nil, type: String
    ) {
        self.channel = channel
        self.account = account
        self.kind = kind
        self.id = id
        self.conversation = conversation
        self.author = author
        self.text = Bounded.text(text, bytes: Self.longestText)
        self.visibility = visibility
        self.sentAt = sentAt
        self.type = Bounded.name(type)
    }

    public enum Kind: Sendable, Hashable {
        /// Somebody wrote something.
        case message(Message.Kind)
        case edit, deletion, reaction
        /// What became of a message of the brand.
        case receipt(Receipt)
        /// The platform speaks of itself.
        case system
        /// Of a type or shape not known: kept, never refused.
        case unsupported

        public var label: String {
            switch self {
            case .message(let kind): kind.rawValue
            case .edit: "edit"
            case .deletion: "deletion"
            case .reaction: "reaction"
            case .receipt(let receipt): receipt.rawValue
            case .system: "system"
            case .unsupported: "unsupported"
            }
        }
    }

    public enum Receipt: String, Sendable, Hashable, CaseIterable {
        case sent, delivered, read, failed
    }

    /// Who can see it. What is internal is a note among colleagues.
    public enum Visibility: String, Sendable, Hashable, CaseIterable {
        case `public`, `private`, `internal`
    }

    public struct Author: Sendable, Hashable {
        public var id: String?
        public var name: String? { didSet { name = name.map { Bounded.line($0, 256) } } }
        public var handle: String? { didSet { handle = handle.map { Bounded.line($0, 256) } } }
        public var role: Role

        public init(id: String?, name: String? = nil, handle: String? = nil, role: Role = .customer) {
            self.id = id
            self.name = name.map { Bounded.line($0, 256) }
            self.handle = handle.map { Bounded.line($0, 256) }
            self.role = role
        }
    }

    public enum Role: String, Sendable, Hashable, CaseIterable {
        case customer
        /// This application, whose messages platforms echo.
        case own
        /// A colleague who answered elsewhere.
        case agent
        case bot, system
    }

    /// Something that came along. Never fetched by itself.
    public struct Attachment: Sendable, Hashable {
        public let type: String
        public let name: String?
        public let url: String?

        public init(type: String, name: String? = nil, url: String? = nil) {
            self.type = Bounded.line(type, 64)
            self.name = name.map { Bounded.line($0, 256) }
            self.url = url.map { Bounded.line($0, 2048) }
        }
    }
}
