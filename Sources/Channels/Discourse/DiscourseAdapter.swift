public import Desk

/// A forum on Discourse. The first of the account's identities is the user name that answers; the others are colleagues who write
/// there by themselves, and so are the forum's administrators and moderators, whom every post names.
///
/// A post carries nothing of the request but its text, which is no proof: an unknown delivery is for a person.
public struct DiscourseAdapter: ChannelAdapter {
    public static let route = "discourse"
    public static let channels = ["discourse"]
    /// What a new forum has set: 20 to 32,000 characters.
    public static let limit: LengthLimit? = LengthLimit(unit: .characters, most: 32_000)
    static let least = 20
    public let account: PlatformAccount

    public init(_ account: PlatformAccount) { self.account = account }

    public var handshakeIsSigned: Bool { true }

    public func handshake(_ request: InboundRequest) -> ChannelAnswer? {
        request.method == "POST" && request.headers["x-discourse-event"] == "ping" ? ChannelAnswer(status: 200) : nil
    }

    public func verify(_ request: InboundRequest, now: Instant) throws(SignatureRejection) -> Acceptance {
        let input = SignatureScheme.Input(headers: request.headers, body: request.body)
        return try SignatureScheme.discourse.verify(input, secrets: account.secrets, now: now)
    }

    /// The body is JSON, also where a setting of the forum calls it a form.
    public func parse(_ request: InboundRequest) throws(ParseFailure) -> [InboundEvent] {
        let root = try JSONNode.root(of: request.body)
        guard root.isObject else { throw .malformed }
        let name = request.headers["x-discourse-event"] ?? ""
        return [DiscourseEvent(root: root, name: name, account: account).event]
    }

    public func plan(_ reply: OutgoingReply, now: Instant) throws(ReplyRefusal) -> OutgoingRequest {
        try ReplyGate.pass(reply, limit: Self.limit, now: now)
        guard reply.text.count >= Self.least else { throw .tooShort(length: reply.text.count, least: Self.least) }
        guard Int(reply.conversation) != nil else { throw .notAddressable }
        guard account.apiBase != nil else { throw .notConfigured("api_base") }
        guard let user = account.identities.first else { throw .notConfigured("identities") }
        return OutgoingRequest(
            url: account.url("/posts", default: ""),
            headers: [
                OutgoingRequest.Header("content-type", "application/x-www-form-urlencoded"),
                OutgoingRequest.Header("accept", "application/json; charset=utf-8"),
                OutgoingRequest.Header("api-key", try account.requiredToken(), isSecret: true),
                OutgoingRequest.Header("api-username", user),
            ], body: FormFields.encoded([("raw", reply.text), ("topic_id", reply.conversation)]))
    }

    public func classify(_ answer: OutgoingAnswer) -> DeliveryOutcome {
        let json = answer.json
        if (200..<300).contains(answer.status) {
            guard let id = (json?["post"] ?? json)?["id"]?.identifier else {
                return answer.outcome(code: "none", words: nil)
            }
            return .sent(externalIds: [id])
        }
        if answer.status == 403 { return .paused(cause: "not permitted (403)") }
        if answer.status == 429 {
            return .retry(
                after: answer.retryAfter ?? OutgoingAnswer.wait(json?["extras"]?["wait_seconds"]?.integer), cause: "too many requests (429)"
            )
        }
        let words = json?["errors"]?.elements.compactMap(\.string).joined(separator: "; ")
        return answer.outcome(code: String(answer.status), words: words)
    }
}
