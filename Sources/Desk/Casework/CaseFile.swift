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
