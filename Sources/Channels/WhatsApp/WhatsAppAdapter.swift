public import Desk

/// WhatsApp Business by Meta's Cloud API; signed like everything of Meta's.
///
/// A reply carries the delivery's name in `biz_opaque_callback_data`, and its statuses make sure that it arrived.
public struct WhatsAppAdapter: ChannelAdapter {
    public static let route = "whatsapp"
    public static let channels = ["whatsapp"]
    static let version = "v23.0"
    static let limit = LengthLimit(unit: .utf16, most: 4096)
    public let account: PlatformAccount

    public init(_ account: PlatformAccount) { self.account = account }

    public func handshake(_ request: InboundRequest) -> ChannelAnswer? { GraphSubscription.answer(request, account.verifyTokens) }

    public func verify(_ request: InboundRequest, now: Instant) throws(SignatureRejection) -> Acceptance {
        let input = SignatureScheme.Input(headers: request.headers, body: request.body)
        return try SignatureScheme.meta.verify(input, secrets: account.secrets, now: now)
    }

    public func parse(_ request: InboundRequest) throws(ParseFailure) -> [InboundEvent] {
        let root = try JSONNode.root(of: request.body)
        guard root.isObject else { throw .malformed }
        return root["entry"]?.elements.flatMap { entry in
            (entry["changes"]?.elements ?? []).flatMap { WhatsAppChange(node: $0, settings: account).events }
        } ?? []
    }

    /// `to` takes a telephone number, `recipient` the id of a customer who shows none.
    public func plan(_ reply: OutgoingReply, now: Instant) throws(ReplyRefusal) -> OutgoingRequest {
        guard reply.visibility == .private else { throw .wrongVisibility }
        try ReplyGate.pass(reply, limit: Self.limit, now: now)
        guard Identifier.checked(reply.conversation) != nil, Identifier.checked(reply.inReplyTo) != nil else { throw .notAddressable }
        let isNumber = reply.conversation.utf8.allSatisfy { $0 &- 0x30 < 10 }
        let body = OutgoingJSON.object([
            ("messaging_product", .string("whatsapp")), ("recipient_type", .string("individual")), ("type", .string("text")),
            ("to", isNumber ? .string(reply.conversation) : nil), ("recipient", isNumber ? nil : .string(reply.conversation)),
            // Comes back with what becomes of it: proof of a reply whose answer was lost.
            ("biz_opaque_callback_data", .string(reply.delivery)),
            ("context", .object([("message_id", .string(reply.inReplyTo))])),
            ("text", .object([("body", .string(reply.text)), ("preview_url", .bool(false))])),
        ])
        let path = "/\(account.apiVersion ?? Self.version)/\(try ReplyGate.pathPart(reply.account))/messages"
        return OutgoingRequest(
            url: account.url(path, default: "https://graph.facebook.com"),
            headers: [
                OutgoingRequest.Header("content-type", "application/json"),
                OutgoingRequest.Header("authorization", "Bearer \(try account.requiredToken())", isSecret: true),
            ], body: body.bytes)
    }

    public func classify(_ answer: OutgoingAnswer) -> DeliveryOutcome { GraphAnswer(answer).outcome }
}
