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

    /// Whether a reply had been let go to what a message said before it was last changed or deleted.
    public func wasAnswered(before message: StoredMessage) -> Bool {
        guard let changedAt = [message.editedAt, message.deletedAt].compactMap(\.self).max() else { return false }
        return drafts.contains { $0.inReplyTo == message.id && $0.state.approval.map { $0.at <= changedAt } ?? false }
    }
}
