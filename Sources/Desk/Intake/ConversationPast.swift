/// Who writes, and where: what is asked of a conversation's past.
public struct Asker: Sendable, Hashable {
    public let conversation: ConversationKey
    public let author: String?

    /// Nil for a message that belongs to no conversation: it has no past.
    public init?(of message: Message) {
        guard message.conversation != nil || message.author?.id != nil else { return nil }
        conversation = ConversationKey(of: message)
        author = message.author?.id
    }
}

/// What has passed in a conversation, for one who writes in it.
public struct ConversationPast: Sendable, Hashable {
    /// When they last asked something, by their platform's clock where it says.
    public var lastAsked: Instant?
    /// When a person last answered there, here or elsewhere.
    public var lastAnswered: Instant?
    /// Replies given there that others can read.
    public var publicReplies: Int

    public init(lastAsked: Instant? = nil, lastAnswered: Instant? = nil, publicReplies: Int = 0) {
        self.lastAsked = lastAsked
        self.lastAnswered = lastAnswered
        self.publicReplies = publicReplies
    }

    /// What it means for a message of this moment.
    func exchange(before moment: Instant) -> Exchange {
        let isRepeat = lastAsked.map { asked in
            (0...Exchange.repeatSeconds).contains(moment.seconds - asked.seconds) && lastAnswered.map { $0 < asked } ?? true
        }
        return Exchange(isRepeat: isRepeat ?? false, publicReplies: publicReplies)
    }
}

/// What a store has of the past when messages are to be decided.
public struct KeptPasts: Sendable, Hashable {
    public var conversations: [Asker: ConversationPast]
    /// What alarms stand for.
    public var alarms: [ComplaintTopic]

    public init(_ conversations: [Asker: ConversationPast] = [:], alarms: [ComplaintTopic] = []) {
        self.conversations = conversations
        self.alarms = alarms
    }
}

/// What has passed in conversations: as the store had it, and what came since and is on its way there.
///
/// What is on its way counts whether the store has it by now or not, so that decisions do not depend on how fast it is.
public struct ConversationPasts: Sendable {
    private var kept = KeptPasts()
    /// When they last asked, in two generations: when the younger is full the older is forgotten.
    private var young: [Asker: Instant] = [:]
    private var old: [Asker: Instant] = [:]

    /// Far more than are ever on their way at once.
    private static let capacity = 4096

    public init() {}

    /// Takes what the store has, in the place of what it had.
    public mutating func replace(_ kept: KeptPasts) { self.kept = kept }

    /// What has passed before `message`, which came in at `now`.
    public func exchange(before message: Message, at now: Instant) -> Exchange {
        var exchange = Exchange()
        if let asker = Asker(of: message) {
            var past = kept.conversations[asker] ?? ConversationPast()
            past.lastAsked = [past.lastAsked, young[asker] ?? old[asker]].compactMap(\.self).max()
            exchange = past.exchange(before: min(message.sentAt ?? now, now))
        }
        if !kept.alarms.isEmpty { exchange.alarms = kept.alarms.filter { $0.door == message.door }.map(\.intent) }
        return exchange
    }

    /// Takes note of a message that was decided.
    public mutating func note(_ arrival: Arrival) {
        guard arrival.decision.disposition != .ignore, let asker = Asker(of: arrival.message) else { return }
        let last = young[asker] ?? old[asker]
        if young.count >= Self.capacity { (old, young) = (young, [:]) }
        let moment = arrival.message.sentAt ?? arrival.receivedAt
        young[asker] = last.map { max($0, moment) } ?? moment
    }
}
