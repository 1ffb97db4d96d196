public import Desk

/// E-mail by Mailgun.
///
/// The signature stands in the form and covers timestamp and token only, not the content: the token is used once, so that
/// nobody who saw a request can send another text with it.
/// What is sent does not come back by routes: an unknown delivery is for a person.
public struct MailgunAdapter: ChannelAdapter {
    public static let route = "mailgun"
    public static let channels = ["email"]
    public let account: PlatformAccount

    public init(_ account: PlatformAccount) { self.account = account }

    /// Mailgun takes e-mail of up to 25 MB, attachments among it.
    public var largestBody: Int { 32 << 20 }

    public func verify(_ request: InboundRequest, now: Instant) throws(SignatureRejection) -> Acceptance {
        guard let form = try? MailgunForm(request, largest: largestBody) else { throw .malformed }
        return try SignatureScheme.mailgun.verify(SignatureScheme.Input(fields: form.fields), secrets: account.secrets, now: now)
    }

    public func parse(_ request: InboundRequest) throws(ParseFailure) -> [InboundEvent] {
        let form = try MailgunForm(request, largest: largestBody)
        let digest = "token:" + (form.fields["token"] ?? "")
        return [form.message.event(account: account, digest: Identifier.checked(digest) ?? "token:")]
    }

    public func plan(_ reply: OutgoingReply, now: Instant) throws(ReplyRefusal) -> OutgoingRequest {
        let email = try EmailReply(reply, account: account, now: now)
        var fields = [("from", email.mailbox), ("to", email.to), ("subject", email.subject)]
        fields += email.headers.map { ("h:\($0.name)", $0.value) }
        fields.append(("text", email.text))
        let domain = account.domain ?? String(email.from.address.split(separator: "@").last ?? "")
        return OutgoingRequest(
            url: account.url("/v3/\(try ReplyGate.pathPart(domain))/messages", default: "https://api.mailgun.net"),
            headers: [
                OutgoingRequest.Header("content-type", "application/x-www-form-urlencoded"),
                OutgoingRequest.Header("authorization", BasicCredentials.header("api", try account.requiredToken()), isSecret: true),
            ], body: FormFields.encoded(fields))
    }

    public func classify(_ answer: OutgoingAnswer) -> DeliveryOutcome {
        let json = answer.json
        if (200..<300).contains(answer.status) {
            guard let id = json?["id"]?.identifier else { return answer.outcome(code: "none", words: nil) }
            return .sent(externalIds: [id])
        }
        if answer.status == 402 || answer.status == 403 { return .paused(cause: "not permitted (\(answer.status))") }
        let words = json?["message"]?.string
        return answer.outcome(code: String(answer.status), words: words)
    }
}
