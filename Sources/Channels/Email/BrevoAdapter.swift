public import Desk

/// E-mail by Brevo: inbound parsing in, transactional e-mail out.
///
/// Brevo signs nothing: known by `Authorization`, or by a secret in the address, which is then not logged.
/// What is sent does not come back by inbound parsing: an unknown delivery is for a person.
public struct BrevoAdapter: ChannelAdapter {
    public static let route = "brevo"
    public static let channels = ["email"]
    public let account: PlatformAccount

    public init(_ account: PlatformAccount) { self.account = account }

    public var largestBody: Int { 32 << 20 }

    public func verify(_ request: InboundRequest, now: Instant) throws(SignatureRejection) -> Acceptance {
        try SharedSecret.verify(request, in: [.authorization, .query("secret")], secrets: account.secrets)
    }

    public func parse(_ request: InboundRequest) throws(ParseFailure) -> [InboundEvent] {
        let root = try JSONNode.root(of: request.body, limits: JSONDocument.Limits(bytes: largestBody))
        guard root.isObject else { throw .malformed }
        return root["items"]?.elements.map { item in
            Self.message(item).event(account: account, digest: item.digestIdentifier)
        } ?? []
    }

    private static func message(_ item: JSONNode) -> EmailMessage {
        var message = EmailMessage(text: text(item))
        message.id = item["MessageId"]?.string.flatMap { EmailMessage.ids(in: $0).first }
        message.providerId = item["Uuid"]?.elements.first?.string ?? item["Uuid"]?.string
        message.address = EmailAddress.checked(item["From"]?["Address"]?.string)
        message.name = item["From"]?["Name"]?.string
        message.replyTo = item["ReplyTo"]?["Address"]?.string.map { "\(item["ReplyTo"]?["Name"]?.string ?? "") <\($0)>" }
        message.subject = item["Subject"]?.string
        message.date = item["SentAtDate"]?.string.flatMap { MailDate.instant($0) ?? Instant(rfc3339: $0) }
        for (name, value) in item["Headers"]?.members ?? [] {
            for text in [value.string].compactMap({ $0 }) + value.elements.compactMap(\.string) {
                message.headers.append((name.lowercased(), text))
            }
        }
        if let answered = item["InReplyTo"]?.string, message.header("in-reply-to") == nil {
            message.headers.append(("in-reply-to", answered))
        }
        message.attachments = (item["Attachments"]?.elements ?? []).prefix(50).map {
            InboundEvent.Attachment(type: $0["ContentType"]?.string ?? "file", name: $0["Name"]?.string)
        }
        return message
    }

    private static func text(_ item: JSONNode) -> String {
        for text in [item["ExtractedMarkdownMessage"]?.string, item["RawTextBody"]?.string] {
            if let text, !text.trimmed.isEmpty { return String(text.trimmed) }
        }
        return HTMLText.plain(item["RawHtmlBody"]?.string ?? "")
    }

    public func plan(_ reply: OutgoingReply, now: Instant) throws(ReplyRefusal) -> OutgoingRequest {
        let email = try EmailReply(reply, account: account, now: now)
        let headers = JSONValue.object(email.headers.map { JSONValue.Member(name: $0.name, value: .string($0.value)) })
        let body = JSONValue.object([
            "headers": email.headers.isEmpty ? nil : headers,
            "sender": .object(["email": .string(email.from.address), "name": email.from.name.map { .string($0) }]),
            "to": .array([.object(["email": .string(email.to)])]), "subject": .string(email.subject),
            "textContent": .string(email.text),
        ])
        return OutgoingRequest(
            url: account.url("/v3/smtp/email", default: "https://api.brevo.com"),
            headers: [
                OutgoingRequest.Header("content-type", "application/json"),
                OutgoingRequest.Header("api-key", try account.requiredToken(), isSecret: true),
            ], body: body.bytes)
    }

    public func classify(_ answer: OutgoingAnswer) -> DeliveryOutcome {
        let json = answer.json
        if (200..<300).contains(answer.status) {
            guard let id = (json?["messageId"] ?? json?["messageIds"]?.elements.first)?.identifier else {
                return answer.outcome(code: "none", words: nil)
            }
            return .sent(externalIds: [id])
        }
        let code = OutgoingAnswer.code(json?["code"]?.string ?? String(answer.status))
        if answer.status == 429 {
            let reset = OutgoingAnswer.wait(answer.headers["x-sib-ratelimit-reset"].flatMap { Int($0) })
            return .retry(after: answer.retryAfter ?? reset, cause: "too many requests (\(code))")
        }
        if answer.status == 402 || answer.status == 403 { return .paused(cause: "not permitted (\(code))") }
        return answer.outcome(code: code, words: json?["message"]?.string)
    }
}
