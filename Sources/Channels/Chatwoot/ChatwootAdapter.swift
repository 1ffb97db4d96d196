public import Desk

/// Chatwoot, a self-hosted hub of channels: webhooks of an account or an agent bot.
///
/// Chatwoot delivers once: what is missed while this is down has to be asked for. An nginx before Chatwoot itself drops the header
/// of the token that replies carry, unless it has `underscores_in_headers on`; one before this needs nothing of the kind.
///
/// A reply carries the delivery's name in its content attributes; where the version at hand keeps them, the message that
/// comes back makes sure that it arrived. Where it does not, an unknown delivery is for a person.
public struct ChatwootAdapter: ChannelAdapter {
    public static let route = "chatwoot"
    public static let channels = ["chatwoot"]
    public static let limit: LengthLimit? = LengthLimit(unit: .utf16, most: 150_000)
    public let account: PlatformAccount

    public init(_ account: PlatformAccount) { self.account = account }

    /// Signed since 4.12; older ones sign nothing and are known by a secret in the address.
    public func verify(_ request: InboundRequest, now: Instant) throws(SignatureRejection) -> Acceptance {
        if request.headers.values("x-chatwoot-signature").isEmpty, FormFields(request.query.utf8)?["secret"] != nil {
            return try SharedSecret.verify(request, in: [.query("secret")], secrets: account.secrets)
        }
        let input = SignatureScheme.Input(headers: request.headers, body: request.body)
        return try SignatureScheme.chatwoot.verify(input, secrets: account.secrets, now: now)
    }

    public func parse(_ request: InboundRequest) throws(ParseFailure) -> [InboundEvent] {
        let root = try JSONNode.root(of: request.body)
        guard root.isObject else { throw .malformed }
        return [ChatwootEvent(root: root, account: account.name).event]
    }

    public func plan(_ reply: OutgoingReply, now: Instant) throws(ReplyRefusal) -> OutgoingRequest {
        try ReplyGate.pass(reply, limit: Self.limit, now: now)
        let parts = reply.conversation.split(separator: "/")
        guard parts.count == 2, parts.allSatisfy({ Int($0) != nil }) else { throw .notAddressable }
        guard account.apiBase != nil else { throw .notConfigured("api_base") }
        let body = JSONValue.object([
            "content": .string(reply.text), "message_type": .string("outgoing"), "private": .bool(false),
            // Comes back with the message where Chatwoot keeps it. Not `source_id`: what has one is taken for sent already.
            "content_attributes": .object([ChatwootEvent.deliveryKey.description: .string(reply.delivery)]),
        ])
        return OutgoingRequest(
            url: account.url("/api/v1/accounts/\(parts[0])/conversations/\(parts[1])/messages", default: ""),
            headers: [
                OutgoingRequest.Header("content-type", "application/json"),
                OutgoingRequest.Header("api_access_token", try account.requiredToken(), isSecret: true),
            ], body: body.bytes)
    }

    public func classify(_ answer: OutgoingAnswer) -> DeliveryOutcome {
        let json = answer.json
        if (200..<300).contains(answer.status) {
            guard let id = json?["id"]?.identifier else { return answer.outcome(code: "none", words: nil) }
            return .sent(externalIds: [id])
        }
        let words = json?["error"]?.string ?? json?["description"]?.string ?? json?["message"]?.string
        return answer.outcome(code: String(answer.status), words: words)
    }
}
