/// What the desk keeps about one customer, for them and for those who must forget it.
public protocol CustomerRecords: Sendable {
    /// Everything kept about the author of this id, on every channel or on one; nil where there is nothing.
    func export(_ customer: CustomerID, by name: String, at now: Instant) async throws(StoreFailure) -> CustomerRecord?

    /// Removes identity and texts: messages, drafts, notes and audit details of the author. Counts, figures and the audit
    /// chain stay. What was to be delivered to them is dropped.
    func erase(_ customer: CustomerID, by name: String, at now: Instant) async throws(StoreFailure) -> Erasure?
}

/// A customer as a channel names them.
public struct CustomerID: Sendable, Hashable {
    public let id: String
    /// nil for every channel.
    public let channel: String?

    public init(_ id: String, channel: String? = nil) {
        self.id = id
        self.channel = channel
    }
}

/// What an erasure removed.
public struct Erasure: Sendable, Hashable {
    public let messages: Int
    public let drafts: Int
    public let cases: Int

    public init(messages: Int, drafts: Int, cases: Int) {
        self.messages = messages
        self.drafts = drafts
        self.cases = cases
    }
}
