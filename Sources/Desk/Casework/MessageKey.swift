/// What a message is known by: the same again is the same message.
public struct MessageKey: Sendable, Hashable {
    /// Empty where the message has none.
    public let channel: String
    public let account: String
    /// External id.
    public let id: String

    public init(channel: String, account: String, id: String) {
        self.channel = channel
        self.account = account
        self.id = id
    }
}

/// A message that is here, and where it belongs.
public struct FoundMessage: Sendable, Hashable {
    public let caseNumber: Int64
    public let message: StoredMessage

    public init(caseNumber: Int64, message: StoredMessage) {
        self.caseNumber = caseNumber
        self.message = message
    }
}
