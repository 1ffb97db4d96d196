import Desk

/// An e-mail as far as a desk needs it, whichever provider received it.
struct EmailMessage {
    /// `Message-ID` in its angle brackets; nil where the provider lost it.
    var id: String?
    /// The provider's own id, for messages without one.
    var providerId: String?
    var address: String?
    var name: String?
    /// Where the sender wants answers, where the provider says so beside the headers.
    var replyTo: String?
    var subject: String?
    /// What the customer wrote this time, without what they answer.
    var text: String
    /// By name in lower case.
    var headers: [(name: String, value: String)] = []
    var attachments: [InboundEvent.Attachment] = []
    var date: Instant?

    /// Identifiers in angle brackets, in order.
    static func ids(in text: String) -> [String] {
        text.split(whereSeparator: { $0.isWhitespace || $0 == "," }).prefix(200)
            .filter { $0.hasPrefix("<") && $0.hasSuffix(">") && $0.count > 2 }.compactMap { Identifier.checked(String($0)) }
    }

    func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }

    /// The first message of the thread: the root of `References`, else what it answers, else itself.
    var thread: String? {
        header("references").flatMap { Self.ids(in: $0).first } ?? header("in-reply-to").flatMap { Self.ids(in: $0).first } ?? id
    }

    /// Whether no person wrote it (RFC 3834 and what programs do in its stead): answering such a thing answers a robot,
    /// which answers.
    var isAutomatic: Bool {
        if let value = header("auto-submitted")?.trimmed.lowercased(), !value.hasPrefix("no") { return true }
        let precedence = header("precedence")?.trimmed.lowercased() ?? ""
        if ["bulk", "list", "junk", "auto_reply"].contains(precedence) { return true }
        if header("x-autoreply") != nil || header("x-autorespond") != nil || header("list-id") != nil { return true }
        if header("return-path")?.trimmed == "<>" { return true }
        if subject.map(Subject.isAutomatic) == true { return true }
        let box = (address ?? "").prefix { $0 != "@" }.lowercased()
        return box == "mailer-daemon" || box == "postmaster"
    }

    /// Who is answered: `Reply-To`, else the sender. A contact form writes from the house's own address and names the
    /// customer there.
    private var correspondent: (name: String?, address: String?) {
        let asked = Self.mailbox(replyTo ?? header("reply-to") ?? "")
        guard let address = asked.address, address.lowercased() != self.address?.lowercased() else { return (name, self.address) }
        return (asked.name, address)
    }

    func event(account: PlatformAccount, digest: String) -> InboundEvent {
        let own = account.identities + [account.sender?.address].compactMap { $0 }
        let (name, address) = correspondent
        let isOwn = address.map { address in own.contains { $0.lowercased() == address.lowercased() } } ?? false
        let id = id ?? providerId.flatMap { Identifier.checked($0) } ?? digest
        var event = InboundEvent(
            channel: EmailReply.channel, account: account.name, kind: address == nil ? .unsupported : .message(.email), id: id,
            conversation: address.map { EmailPlace(thread: thread, address: $0).conversation } ?? "",
            author: InboundEvent.Author(id: address, name: name, role: isOwn ? .own : isAutomatic ? .bot : .customer), text: text,
            sentAt: date, type: "email")
        event.subject = subject
        event.attachments = Array(attachments.prefix(50))
        event.regarding = header("in-reply-to").flatMap { Self.ids(in: $0).last }
        return event
    }

    /// `Name <a@b.example>` as its two parts.
    static func mailbox(_ text: String) -> (name: String?, address: String?) {
        guard let open = text.lastIndex(of: "<"), let close = text[open...].firstIndex(of: ">") else {
            return (nil, EmailAddress.checked(String(text.trimmed)))
        }
        var name = text[..<open].trimmed
        if name.count >= 2, name.first == "\"", name.last == "\"" { name = name.dropFirst().dropLast() }
        let plain = name.replacing("\\\"", with: "\"")
        return (plain.isEmpty ? nil : String(plain), EmailAddress.checked(String(text[text.index(after: open)..<close])))
    }
}
