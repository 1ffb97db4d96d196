public import Desk

/// A bot of Telegram: private chats, groups, and the chats of a business it is connected to.
///
/// Telegram signs nothing; it repeats the secret the webhook was set with. A bot is not sent its own messages.
/// So nothing proves that a reply arrived whose answer was lost: a person looks.
public struct TelegramAdapter: ChannelAdapter {
    public static let route = "telegram"
    public static let channels = ["telegram"]
    public static let limit: LengthLimit? = LengthLimit(unit: .utf16, most: 4096)
    public let account: PlatformAccount

    public init(_ account: PlatformAccount) { self.account = account }

    public func verify(_ request: InboundRequest, now: Instant) throws(SignatureRejection) -> Acceptance {
        try SharedSecret.verify(request, in: [.header("x-telegram-bot-api-secret-token")], secrets: account.secrets)
    }

    public func parse(_ request: InboundRequest) throws(ParseFailure) -> [InboundEvent] {
        let root = try JSONNode.root(of: request.body)
        guard root.isObject else { throw .malformed }
        return [TelegramUpdate(root: root, account: account.name).event]
    }

    /// Without `parse_mode`, so that nothing in a text is taken for formatting. What is answered may be deleted by then: the reply
    /// leaves all the same.
    public func plan(_ reply: OutgoingReply, now: Instant) throws(ReplyRefusal) -> OutgoingRequest {
        try ReplyGate.pass(reply, limit: Self.limit, now: now)
        guard let place = TelegramPlace(conversation: reply.conversation), let message = TelegramPlace.message(of: reply.inReplyTo) else {
            throw .notAddressable
        }
        let answered = "{\"message_id\": \(message), \"allow_sending_without_reply\": true}"
        var fields = [("chat_id", String(place.chat)), ("text", reply.text), ("reply_parameters", answered)]
        if let thread = place.thread { fields.append(("message_thread_id", String(thread))) }
        if let topic = place.topic { fields.append(("direct_messages_topic_id", String(topic))) }
        if let connection = place.connection { fields.append(("business_connection_id", connection)) }
        let token = try ReplyGate.pathPart(try account.requiredToken())
        return OutgoingRequest(
            url: account.url("/bot\(token)/sendMessage", default: "https://api.telegram.org"),
            headers: [OutgoingRequest.Header("content-type", "application/x-www-form-urlencoded")], body: FormFields.encoded(fields))
    }

    public func classify(_ answer: OutgoingAnswer) -> DeliveryOutcome {
        guard let json = answer.json, let isDone = json["ok"]?.bool else {
            return answer.outcome(code: String(answer.status), words: nil)
        }
        if isDone, let message = json["result"]?["message_id"]?.integer, let chat = json["result"]?["chat"]?["id"]?.integer {
            return .sent(externalIds: ["\(chat):\(message)"])
        }
        if isDone { return .unknown(cause: "taken without a message id") }
        let code = json["error_code"]?.integer ?? answer.status
        let words = OutgoingAnswer.shortened(json["description"]?.string ?? "error \(code)")
        switch code {
        // An unknown token is answered like an unknown page.
        case 401, 404: return .paused(cause: "the token is not accepted (\(code))")
        case 403: return .refused(code: "403", words: words)
        case 429:
            return .retry(
                after: OutgoingAnswer.wait(json["parameters"]?["retry_after"]?.integer) ?? answer.retryAfter,
                cause: "too many requests (429)")
        case 500...: return answer.outcome(code: String(code), words: words)
        default: return .refused(code: String(code), words: words)
        }
    }
}
