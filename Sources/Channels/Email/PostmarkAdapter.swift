public import Desk

/// E-mail by Postmark. Signs nothing: known by `Authorization`, or by a secret in the address, which is then not logged.
///
/// What is sent does not come back by the inbound hook: an unknown delivery is for a person.
public struct PostmarkAdapter: ChannelAdapter {
    public static let route = "postmark"
    public static let channels = ["email"]
    public let account: PlatformAccount

    public init(_ account: PlatformAccount) { self.account = account }

    /// Attachments are in the body: Postmark takes up to 35 MB of them.
    public var largestBody: Int { 50 << 20 }

    public func verify(_ request: InboundRequest, now: Instant) throws(SignatureRejection) -> Acceptance {
        try SharedSecret.verify(request, in: [.authorization, .query("secret")], secrets: account.secrets)
    }

    public func parse(_ request: InboundRequest) throws(ParseFailure) -> [InboundEvent] {
        let root = try JSONNode.root(of: request.body, limits: JSONDocument.Limits(bytes: largestBody))
        guard root.isObject else { throw .malformed }
        return [Self.message(root).event(account: account, digest: root.digestIdentifier)]
    }

    /// Postmark's `MessageID` is its own; that of the e-mail is among the headers.
    private static func message(_ root: JSONNode) -> EmailMessage {
        var message = EmailMessage(text: text(root))
        message.headers = (root["Headers"]?.elements ?? []).prefix(500).compactMap { header in
            guard let name = header["Name"]?.string, let value = header["Value"]?.string else { return nil }
            return (name.lowercased(), value)
        }
        message.id = message.header("message-id").flatMap { EmailMessage.ids(in: $0).first }
        message.providerId = root["MessageID"]?.string
        let sender = EmailMessage.mailbox(root["From"]?.string ?? "")
        message.address = EmailAddress.checked(root["FromFull"]?["Email"]?.string) ?? sender.address
        message.name = root["FromFull"]?["Name"]?.string.flatMap { $0.isEmpty ? nil : $0 } ?? root["FromName"]?.string ?? sender.name
        message.replyTo = root["ReplyTo"]?.string.flatMap { $0.isEmpty ? nil : $0 }
        message.subject = root["Subject"]?.string
        message.date = root["Date"]?.string.flatMap { MailDate.instant($0) ?? Instant(rfc3339: $0) }
        message.attachments = (root["Attachments"]?.elements ?? []).prefix(50).map {
            InboundEvent.Attachment(type: $0["ContentType"]?.string ?? "file", name: $0["Name"]?.string)
        }
        return message
    }

    private static func text(_ root: JSONNode) -> String {
        for text in [root["StrippedTextReply"]?.string, root["TextBody"]?.string] {
            if let text, !text.trimmed.isEmpty { return String(text.trimmed) }
        }
        return HTMLText.plain(root["HtmlBody"]?.string ?? "")
    }

    public func plan(_ reply: OutgoingReply, now: Instant) throws(ReplyRefusal) -> OutgoingRequest {
        let email = try EmailReply(reply, account: account, now: now)
        let headers = email.headers.map { JSONValue.object(["Name": .string($0.name), "Value": .string($0.value)]) }
        let body = JSONValue.object([
            "From": .string(email.mailbox), "To": .string(email.to), "Subject": .string(email.subject),
            "Headers": headers.isEmpty ? nil : .array(headers), "TextBody": .string(email.text),
        ])
        return OutgoingRequest(
            url: account.url("/email", default: "https://api.postmarkapp.com"),
            headers: [
                OutgoingRequest.Header("content-type", "application/json"), OutgoingRequest.Header("accept", "application/json"),
                OutgoingRequest.Header("x-postmark-server-token", try account.requiredToken(), isSecret: true),
            ], body: body.bytes)
    }

    /// 10 is a wrong token; 405 an account without credit; 400, 401 and 412 a sender that may not send; 100 says that the interface is
    /// closed for maintenance.
    public func classify(_ answer: OutgoingAnswer) -> DeliveryOutcome {
        let json = answer.json
        let error = json?["ErrorCode"]?.integer
        if (200..<300).contains(answer.status), error == 0 {
            guard let id = json?["MessageID"]?.identifier else { return .unknown(cause: "taken without a message id") }
            return .sent(externalIds: [id])
        }
        let code = error.map(String.init) ?? String(answer.status)
        if let error, [10, 400, 401, 405, 412].contains(error) { return .paused(cause: "not permitted (\(code))") }
        if error == 100 { return .retry(after: answer.retryAfter, cause: "a passing failure (100)") }
        if (200..<300).contains(answer.status), error != nil {
            return .refused(code: code, words: OutgoingAnswer.shortened(json?["Message"]?.string ?? "error \(code)"))
        }
        return answer.outcome(code: code, words: json?["Message"]?.string)
    }
}
