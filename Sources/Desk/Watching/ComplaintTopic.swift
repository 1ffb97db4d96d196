/// What dissatisfied customers write about, and where.
public struct ComplaintTopic: Sendable, Hashable, Comparable {
    /// The rulebook's name of what the customer wants, best guess; empty where nothing was recognised.
    public let intent: String
    public let door: ChannelAccount

    public init(_ intent: String?, at door: ChannelAccount) {
        self.intent = intent ?? ""
        self.door = door
    }

    public static func < (left: ComplaintTopic, right: ComplaintTopic) -> Bool {
        (left.door.channel, left.door.account, left.intent) < (right.door.channel, right.door.account, right.intent)
    }
}

extension Arrival {
    /// What the message complains of; nil where its author is not dissatisfied.
    public var complaint: ComplaintTopic? { decision.polarity < 0 ? ComplaintTopic(intent, at: message.door) : nil }
}
