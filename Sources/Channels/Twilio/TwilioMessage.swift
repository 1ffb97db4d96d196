import Cryptography
import Desk

/// What Twilio posts: a message that came in, or what became of one of the brand's.
struct TwilioMessage {
    let fields: FormFields
    let account: String

    var event: InboundEvent {
        let status = fields["MessageStatus"] ?? fields["SmsStatus"]
        guard let id = identifier("MessageSid") ?? identifier("SmsSid"), let from = identifier("From"), let to = identifier("To") else {
            return event(.unsupported, id: digest, conversation: "", type: status ?? "form")
        }
        if let status, status != "received" { return receipt(status, id, customer: to, brand: from) }
        var event = event(.message(.message), id: id, conversation: "\(from) \(to)", type: "message")
        event.author = InboundEvent.Author(id: from, name: fields["ProfileName"])
        event.attachments = (0..<max(0, min(10, Int(fields["NumMedia"] ?? "") ?? 0))).map { number in
            InboundEvent.Attachment(type: fields["MediaContentType\(number)"] ?? "file", url: fields["MediaUrl\(number)"])
        }
        if event.text.isEmpty, event.attachments.isEmpty { event.kind = .unsupported }
        return event
    }

    private func receipt(_ status: String, _ id: String, customer: String, brand: String) -> InboundEvent {
        let receipts: [String: InboundEvent.Receipt] = [
            "sent": .sent, "delivered": .delivered, "read": .read, "failed": .failed, "undelivered": .failed,
        ]
        let kind = receipts[status].map { InboundEvent.Kind.receipt($0) } ?? .system
        var event = event(kind, id: id, conversation: "\(customer) \(brand)", type: status)
        event.regarding = id
        return event
    }

    private func event(_ kind: InboundEvent.Kind, id: String, conversation: String, type: String) -> InboundEvent {
        let text = kind == .message(.message) ? fields["Body"] ?? "" : ""
        return InboundEvent(
            channel: "sms", account: account, kind: kind, id: id, conversation: conversation,
            author: InboundEvent.Author(id: nil, role: .system), text: text, type: type)
    }

    private var digest: String {
        var bytes: [UInt8] = []
        for (name, value) in fields.fields { bytes += Array(name.utf8) + [0] + Array(value.utf8) + [0] }
        return "sha256:" + Hexadecimal.text(Digest.sha256(bytes).prefix(16))
    }

    private func identifier(_ name: String) -> String? {
        fields[name].flatMap { Identifier.checked($0) }.flatMap { $0.contains(" ") ? nil : $0 }
    }
}
