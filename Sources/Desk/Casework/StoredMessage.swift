/// A message as it is kept.
public struct StoredMessage: Sendable, Hashable {
    /// External id.
    public let id: String
    /// nil once it has been erased or its time has passed.
    public let text: String?
    public let author: Message.Author?
    public let visibility: Message.Visibility
    public let kind: Message.Kind
    public let rating: Int?
    public let sentAt: Instant?
    public let receivedAt: Instant
    public let disposition: Disposition
    /// The decision as it was made, one JSON object; nil once it has been erased or its time has passed.
    public let line: [UInt8]?
    public let rulebook: String
    /// Where the channel has subjects.
    public let subject: String?
    /// When its author last changed it; what is kept is what it says since.
    public let editedAt: Instant?
    /// When it was deleted or hidden on its platform.
    public let deletedAt: Instant?

    public init(
        id: String, text: String?, author: Message.Author?, visibility: Message.Visibility, kind: Message.Kind, rating: Int?,
        sentAt: Instant?, receivedAt: Instant, disposition: Disposition, line: [UInt8]?, rulebook: String,
        subject: String? = nil, editedAt: Instant? = nil, deletedAt: Instant? = nil
    ) {
        self.id = id
        self.text = text
        self.author = author
        self.visibility = visibility
        self.kind = kind
        self.rating = rating
        self.sentAt = sentAt
        self.receivedAt = receivedAt
        self.disposition = disposition
        self.line = line
        self.rulebook = rulebook
        self.subject = subject
        self.editedAt = editedAt
        self.deletedAt = deletedAt
    }
}
