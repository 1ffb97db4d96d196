/// What has passed before a message, as far as its decision depends on it: in its conversation, and at its account. Only a store knows.
public struct Exchange: Sendable, Hashable {
    /// Whether its author asked within 72 hours before, and no person has answered since (language study, § 5.2).
    public var isRepeat: Bool
    /// Replies given in it that others can read.
    public var publicReplies: Int
    /// Intents for which an alarm stands on the message's account, by name; empty for messages without a recognised one.
    public var alarms: [String] = []

    public init(isRepeat: Bool = false, publicReplies: Int = 0) {
        self.isRepeat = isRepeat
        self.publicReplies = publicReplies
    }

    /// Seconds within which asking again is asking for the same.
    public static let repeatSeconds = 72 * 3600
    /// Replies that everybody can read before a person goes on in private: an answer and a confirmation (language study, § 6.3).
    static let mostPublicReplies = 2

    /// Whether nothing more is to be proposed to a message that others can read.
    func isExhausted(_ visibility: Message.Visibility) -> Bool {
        visibility == .public && publicReplies >= Self.mostPublicReplies
    }
}
