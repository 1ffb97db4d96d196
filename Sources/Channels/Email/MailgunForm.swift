import Desk

/// The form Mailgun posts for an e-mail.
struct MailgunForm {
    let fields: FormFields
    private let files: [(name: String, type: String)]

    init(_ request: InboundRequest, largest: Int) throws(ParseFailure) {
        guard request.body.count <= largest else { throw .tooLarge }
        switch request.headers.mediaType {
        case "application/x-www-form-urlencoded":
            guard let fields = FormFields(request.body) else { throw .malformed }
            self.fields = fields
            files = []
        case "multipart/form-data":
            guard let form = MultipartForm(request.body, contentType: request.headers["content-type"] ?? "") else { throw .malformed }
            fields = FormFields(fields: form.fields)
            files = form.files
        default: throw .unexpectedMediaType
        }
    }

    var message: EmailMessage {
        var message = EmailMessage(text: text)
        if let bytes = fields["message-headers"].map({ Array($0.utf8) }), let pairs = try? JSONDocument(bytes).root.elements {
            message.headers = pairs.prefix(500).compactMap { pair in
                let parts = pair.elements
                guard parts.count == 2, let name = parts[0].string, let value = parts[1].string else { return nil }
                return (name.lowercased(), value)
            }
        }
        let sender = EmailMessage.mailbox(fields["from"] ?? message.header("from") ?? "")
        message.address = sender.address ?? EmailAddress.checked(fields["sender"])
        message.name = sender.name
        message.subject = fields["subject"] ?? message.header("subject")
        message.id = (fields["Message-Id"] ?? message.header("message-id")).flatMap { EmailMessage.ids(in: $0).first }
        for (name, field) in [("in-reply-to", "In-Reply-To"), ("references", "References")] {
            if message.header(name) == nil, let value = fields[field] { message.headers.append((name, value)) }
        }
        message.date =
            message.header("date").flatMap(MailDate.instant) ?? fields["timestamp"].flatMap { Int($0) }.flatMap { Instant(platform: $0) }
        message.attachments = files.prefix(50).map { InboundEvent.Attachment(type: $0.type, name: $0.name) }
        return message
    }

    private var text: String {
        for text in [fields["stripped-text"], fields["body-plain"]] {
            if let text, !text.trimmed.isEmpty { return String(text.trimmed) }
        }
        return HTMLText.plain(fields["stripped-html"] ?? fields["body-html"] ?? "")
    }
}
