extension Case {
    /// Forgets a customer whose messages it held. With none of another's left, the conversation loses its name too and
    /// there is nobody to answer.
    public mutating func forget(isWhole: Bool) {
        version += 1
        question = Question(
            message: question.message, language: question.language, visibility: question.visibility, gravity: question.gravity)
        if isWhole {
            conversation = ConversationKey(channel: conversation.channel, account: conversation.account, name: "erased:\(number)")
            status = .closed
            claim = nil
            promisedUntil = nil
        }
    }
}

extension CaseDraft {
    /// The draft without its words and without the message it answered. What waited no longer does.
    public func forgotten(answering message: String) -> CaseDraft {
        let state: DraftState = isProposed || self.state.kind == .approved ? .superseded(.closed) : self.state.forgotten
        return CaseDraft(
            id: id, text: "", language: language, visibility: visibility, template: template, author: author, inReplyTo: message,
            findings: [], sinceVersion: sinceVersion, state: state)
    }
}

extension DraftState {
    /// The state without a colleague's words.
    fileprivate var forgotten: DraftState {
        if case .rejected(let name, _) = self { return .rejected(by: name, reason: "") }
        return self
    }
}
