public import Desk

/// WhatsApp Business by Meta's Cloud API; signed like everything of Meta's.
///
/// A reply carries the delivery's name in `biz_opaque_callback_data`, and its statuses make sure that it arrived.
///
/// Whether it still calls is not asked: it repeats a call for up to seven days, nothing says that it stops by itself, and the list
/// of its subscriptions is that of the business account, whose id no setting names.
public struct WhatsAppAdapter: GraphAdapter {
    public static let route = "whatsapp"
    public static let channels = ["whatsapp"]
    public static let version = "v23.0"
    public static let limit: LengthLimit? = LengthLimit(unit: .utf16, most: 4096)
    public let account: PlatformAccount

    public init(_ account: PlatformAccount) { self.account = account }

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
        let body = JSONValue.object([
            "messaging_product": .string("whatsapp"), "recipient_type": .string("individual"), "type": .string("text"),
            "to": isNumber ? .string(reply.conversation) : nil, "recipient": isNumber ? nil : .string(reply.conversation),
            // Comes back with what becomes of it: proof of a reply whose answer was lost.
            "biz_opaque_callback_data": .string(reply.delivery),
            "context": .object(["message_id": .string(reply.inReplyTo)]),
            "text": .object(["body": .string(reply.text), "preview_url": .bool(false)]),
        ])
        return try call("/\(try ReplyGate.pathPart(reply.account))/messages", body.bytes)
    }
}
