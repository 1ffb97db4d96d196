/// A case with everything that belongs to it, oldest first.
public struct CaseFile: Sendable, Hashable {
    public let `case`: Case
    public let messages: [StoredMessage]
    public let drafts: [CaseDraft]
    public let notes: [CaseNote]
    /// Of its drafts that were approved; none where only what concerns one customer is shown.
    public let deliveries: [Delivery]

    public init(case: Case, messages: [StoredMessage], drafts: [CaseDraft], notes: [CaseNote], deliveries: [Delivery] = []) {
        self.case = `case`
        self.messages = messages
        self.drafts = drafts
        self.notes = notes
        self.deliveries = deliveries
    }

    /// How far the reply of a draft has come; nil where it was never approved.
    public func delivery(of draft: CaseDraft) -> Delivery? { deliveries.last { $0.draftID == draft.id } }
}

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

    public init(
        id: String, text: String?, author: Message.Author?, visibility: Message.Visibility, kind: Message.Kind, rating: Int?,
        sentAt: Instant?, receivedAt: Instant, disposition: Disposition, line: [UInt8]?, rulebook: String,
        subject: String? = nil
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
    }
}

/// What a colleague wrote for colleagues.
public struct CaseNote: Sendable, Hashable {
    public let by: String
    public let at: Instant
    /// nil once it has been erased or its time has passed.
    public let text: String?

    public init(by: String, at: Instant, text: String?) {
        self.by = by
        self.at = at
        self.text = text
    }
}

/// Everything that is kept about one customer.
public struct CustomerRecord: Sendable, Hashable {
    public let customer: CustomerID
    public let names: [String]
    /// The cases they wrote in, with the messages that are theirs.
    public let files: [CaseFile]

    public init(customer: CustomerID, names: [String], files: [CaseFile]) {
        self.customer = customer
        self.names = names
        self.files = files
    }
}
