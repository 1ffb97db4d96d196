extension CaseFile {
    /// The message that is to be answered, as the rules read it; nil once its words are forgotten.
    public var questionMessage: Message? {
        guard let stored = question, let text = stored.text else { return nil }
        let conversation = self.case.conversation
        var message = Message(
            id: stored.id, text: text, channel: conversation.channel, account: conversation.account, conversation: conversation.thread,
            author: stored.author, visibility: stored.visibility, kind: stored.kind, rating: stored.rating, sentAt: stored.sentAt,
            language: nil)
        message.subject = stored.subject
        return message
    }

    /// Whether the customer was dissatisfied when they asked; false once the decision is forgotten.
    var isDissatisfied: Bool { (question?.line).map { DecisionReading(line: $0, scalars: 0).polarity < 0 } ?? false }

    private var question: StoredMessage? { messages.last { $0.id == self.case.question.message } ?? messages.last }
}
