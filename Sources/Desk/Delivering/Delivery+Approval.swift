extension Delivery {
    /// The delivery of the case's draft, which `approval` let go.
    public init(id: Int64, of case: Case, approvalID: Int64, _ approval: Approval) {
        let draft = `case`.draft
        let reply = OutgoingReply(
            delivery: approval.delivery, channel: `case`.conversation.channel, account: `case`.conversation.account,
            conversation: `case`.conversation.thread, inReplyTo: draft?.inReplyTo ?? "", text: draft?.text ?? "",
            visibility: draft?.visibility ?? .private, approvedBy: approval.by, approvedAt: approval.at,
            replyUntil: `case`.question.replyUntil,
            subject: `case`.question.subject, language: draft?.language ?? `case`.question.language)
        self.init(
            id: id, caseID: `case`.number, draftID: draft?.id ?? 0, approvalID: approvalID, reply: reply, state: .queued, attempts: 0,
            queuedAt: approval.at, dueAt: approval.undoUntil, expires: Self.expiry(queuedAt: approval.at, replyUntil: reply.replyUntil))
    }
}
