import Desk

/// A reply by e-mail, checked, as every provider sends it.
struct EmailReply {
    static let channel = "email"

    let from: PlatformAccount.Sender
    let to: String
    let subject: String
    let text: String
    /// The message that is answered; nil when it had no id of its own.
    let inReplyTo: String?
    let references: String?
    /// `auto-replied` where nobody read it before it left (RFC 3834), so that no robot answers it; nil where a person did.
    let autoSubmitted: String?

    /// The header fields of the e-mail itself, in their order, without those it does not have.
    var headers: [(name: String, value: String)] {
        let fields: [(String, String?)] = [
            ("In-Reply-To", inReplyTo), ("References", references), ("Auto-Submitted", autoSubmitted),
        ]
        return fields.compactMap { name, value in value.map { (name, $0) } }
    }

    init(_ reply: OutgoingReply, account: PlatformAccount, now: Instant) throws(ReplyRefusal) {
        guard reply.visibility == .private else { throw .wrongVisibility }
        try ReplyGate.pass(reply, limit: nil, now: now)
        guard let sender = account.sender, EmailAddress.checked(sender.address) != nil else { throw .notConfigured("sender") }
        guard let place = EmailPlace(conversation: reply.conversation) else { throw .notAddressable }
        from = PlatformAccount.Sender(address: sender.address, name: sender.name.map { Bounded.line($0, 100) })
        to = place.address
        subject = Subject.answer(to: reply.subject, in: reply.language)
        text = reply.text
        inReplyTo = EmailMessage.ids(in: reply.inReplyTo).first
        var chain = place.thread.map { [$0] } ?? []
        if let inReplyTo, chain.last != inReplyTo { chain.append(inReplyTo) }
        references = inReplyTo == nil ? nil : chain.joined(separator: " ")
        autoSubmitted = reply.approvedBy == Colleague.rules.name ? "auto-replied" : nil
    }

    /// `Marque <support@marque.example>`, the name in quotes where a mark in it would mean something.
    var mailbox: String {
        guard let name = from.name, !name.isEmpty else { return from.address }
        let isPlain = name.unicodeScalars.allSatisfy { !"()<>[]:;@\\,.\"".unicodeScalars.contains($0) }
        if isPlain { return "\(name) <\(from.address)>" }
        return "\"\(name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\" <\(from.address)>"
    }
}
