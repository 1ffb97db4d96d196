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
        case revision(MessageRevision)
    }
}

/// A message that was changed or deleted on its platform, once it is here.
///
/// What is not here is none of its business; what was deleted is not changed any more, nor by a change that is older than the last.
public struct MessageRevision: Sendable {
    /// What is noted of it, as of everything that is no message.
    public let notice: PlatformNotice
    public let message: MessageKey
    /// When it happened, by the platform's clock where it says.
    public let at: Instant
    /// What is made of the message as it is now; nil where it was deleted.
    public let arrival: Arrival?

    public init(notice: PlatformNotice, message: MessageKey, at: Instant, arrival: Arrival?) {
        self.notice = notice
        self.message = message
        self.at = at
        self.arrival = arrival
    }

    /// Whether it says something new of a message as it is kept.
    public func isNews(of stored: StoredMessage) -> Bool {
        if stored.deletedAt != nil { return false }
        guard let message = arrival?.message else { return true }
        if let last = stored.editedAt, at < last { return false }
        return message.text != stored.text || message.rating != stored.rating || message.subject != stored.subject
    }
}

/// Something a platform told that is no message to answer: a receipt, a change, an echo, or what is not known.
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
