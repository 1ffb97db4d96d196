public import Desk

/// Slack by its Events interface.
///
/// The event of a message of ours repeats nothing that only we know: an unknown delivery is for a person.
public struct SlackAdapter: ChannelAdapter {
    public static let route = "slack"
    public static let channels = ["slack"]
    /// Slack advises 4,000 characters and cuts at 40,000.
    public static let limit: LengthLimit? = LengthLimit(unit: .utf16, most: 4000)
    public let account: PlatformAccount

    public init(_ account: PlatformAccount) { self.account = account }

    public var handshakeIsSigned: Bool { true }

    public func handshake(_ request: InboundRequest) -> ChannelAnswer? {
        guard request.method == "POST", request.body.count < 4096, let root = try? JSONDocument(request.body).root,
            root["type"]?.string == "url_verification", let challenge = root["challenge"]?.string
        else { return nil }
        return ChannelAnswer(status: 200, body: challenge)
    }

    public func verify(_ request: InboundRequest, now: Instant) throws(SignatureRejection) -> Acceptance {
        let input = SignatureScheme.Input(headers: request.headers, body: request.body)
        return try SignatureScheme.slack.verify(input, secrets: account.secrets, now: now)
    }

    public func parse(_ request: InboundRequest) throws(ParseFailure) -> [InboundEvent] {
        let root = try JSONNode.root(of: request.body)
        guard root.isObject else { throw .malformed }
        return [SlackEvent(root: root, account: account).event]
    }

    public func plan(_ reply: OutgoingReply, now: Instant) throws(ReplyRefusal) -> OutgoingRequest {
        try ReplyGate.pass(reply, limit: Self.limit, now: now)
        let parts = reply.conversation.split(separator: ":")
        guard (1...2).contains(parts.count), Identifier.checked(reply.conversation) != nil else { throw .notAddressable }
        let body = JSONValue.object([
            "channel": .string(String(parts[0])), "text": .string(SlackText.escaped(reply.text)),
            "thread_ts": parts.count == 2 ? .string(String(parts[1])) : nil,
        ])
        return OutgoingRequest(
            url: account.url("/api/chat.postMessage", default: "https://slack.com"),
            headers: [
                OutgoingRequest.Header("content-type", "application/json;charset=utf-8"),
                OutgoingRequest.Header("authorization", "Bearer \(try account.requiredToken())", isSecret: true),
            ], body: body.bytes)
    }

    /// Slack answers 200 to what it refuses; the body says so. Of its own failures it says that a part may have succeeded.
    public func classify(_ answer: OutgoingAnswer) -> DeliveryOutcome {
        guard answer.status < 500, let json = answer.json, let isDone = json["ok"]?.bool else {
            return answer.outcome(code: String(answer.status), words: nil)
        }
        if isDone {
            guard let channel = json["channel"]?.identifier, let moment = json["ts"]?.identifier else {
                return .unknown(cause: "taken without a message id")
            }
            return .sent(externalIds: ["\(channel):\(moment)"])
        }
        let code = OutgoingAnswer.code(json["error"]?.string)
        switch code {
        case "invalid_auth", "not_authed", "account_inactive", "token_revoked", "token_expired", "missing_scope", "no_permission",
            "org_login_required", "ekm_access_denied", "team_access_not_granted":
            return .paused(cause: "not permitted (\(code))")
        case "ratelimited", "rate_limited": return .retry(after: answer.retryAfter, cause: "too many requests (\(code))")
        case "internal_error", "fatal_error": return .unknown(cause: "Slack does not know (\(code))")
        case "service_unavailable", "request_timeout", "team_added_to_org":
            return .retry(after: answer.retryAfter, cause: "a passing failure (\(code))")
        default: return .refused(code: code, words: code)
        }
    }
}
