extension CaseFile {
    /// The message that is to be answered, as the rules read it; nil once its words are forgotten.
    public var questionMessage: Message? {
        guard let stored = messages.last(where: { $0.id == self.case.question.message }) ?? messages.last, let text = stored.text else {
            return nil
        }
        let conversation = self.case.conversation
        var message = Message(
            id: stored.id, text: text, channel: conversation.channel, account: conversation.account, conversation: conversation.name,
            author: stored.author, visibility: stored.visibility, kind: stored.kind, rating: stored.rating, sentAt: stored.sentAt,
            language: nil)
        message.subject = stored.subject
        return message
    }
}
