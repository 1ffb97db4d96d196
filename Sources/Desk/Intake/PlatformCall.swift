/// What one verified call of a platform brings, to be kept as one.
public struct PlatformCall: Sendable {
    /// Where it came in: the route and the account in the address.
    public let door: ChannelAccount
    /// What no second call may bring again; nil where the platform has nothing of the kind.
    public let onceKey: String?
    /// In the order they happened, as far as the platform keeps it.
    public let items: [Item]
    public let at: Instant

    public init(door: ChannelAccount, onceKey: String?, items: [Item], at now: Instant) {
        self.door = door
        self.onceKey = onceKey
        self.items = items
        at = now
    }

    public enum Item: Sendable {
        case arrival(Arrival)
        case notice(PlatformNotice)
    }
}

/// Something a platform told that is no message to answer: a receipt, an edit, an echo, or what is not known.
///
/// Noted without its content and without a name of anybody's, so that it can be counted and nothing need be forgotten.
public struct PlatformNotice: Sendable, Hashable {
    public let channel: String
    public let account: String
    /// What kind of thing happened.
    public let kind: String
    /// The platform's name for it, bounded in length.
    public let type: String
    /// The same when it comes again. Kept as a digest.
    public let onceKey: String
    /// The conversation that a colleague has answered elsewhere.
    public let answeredElsewhere: ConversationKey?
    /// When that was, by the platform's clock; nil where it does not say.
    public let answeredAt: Instant?
    /// What the platform calls the answer. Where it is the id of a reply that was sent from here, nobody answered elsewhere.
    public let answerID: String?
    /// The reply of ours whose arrival this proves.
    public let echo: Echo?

    /// A reply of ours, as the platform shows it.
    public struct Echo: Sendable, Hashable {
        /// What the request carried: `OutgoingReply.delivery`.
        public let delivery: String
        /// What the platform calls the message.
        public let externalID: String

        public init(delivery: String, externalID: String) {
            self.delivery = delivery
            self.externalID = externalID
        }
    }

    public init(
        channel: String, account: String, kind: String, type: String, onceKey: String, answeredElsewhere: ConversationKey? = nil,
        answeredAt: Instant? = nil, answerID: String? = nil, echo: Echo? = nil
    ) {
        self.channel = channel
        self.account = account
        self.kind = kind
        self.type = type
        self.onceKey = onceKey
        self.answeredElsewhere = answeredElsewhere
        self.answeredAt = answeredAt
        self.answerID = answerID
        self.echo = echo
    }
}

/// What became of a call.
public enum CallReception: Sendable, Hashable {
    /// One result for each arrival, in their order, and how many notices were new.
    case heard([Result<Reception, StoreFailure>], notices: Int)
    /// It was heard before; nothing was changed.
    case replayed
}
