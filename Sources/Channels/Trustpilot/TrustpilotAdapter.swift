public import Desk

/// Reviews on Trustpilot. Signs nothing: known by `Authorization`, or by a secret in the address, which is then not logged.
///
/// Its notice of a reply repeats nothing that was sent with it but the text: an unknown delivery is for a person.
public struct TrustpilotAdapter: ChannelAdapter {
    public static let route = "trustpilot"
    public static let channels = ["trustpilot"]
    public let account: PlatformAccount

    public init(_ account: PlatformAccount) { self.account = account }

    public func verify(_ request: InboundRequest, now: Instant) throws(SignatureRejection) -> Acceptance {
        try SharedSecret.verify(request, in: [.authorization, .query("secret")], secrets: account.secrets)
    }

    public func parse(_ request: InboundRequest) throws(ParseFailure) -> [InboundEvent] {
        let root = try JSONNode.root(of: request.body)
        guard root.isObject else { throw .malformed }
        return root["events"]?.elements.map { TrustpilotEvent(node: $0, account: account.name).event } ?? []
    }

    /// A reply to a review is public, and there is one: a second replaces the first.
    public func plan(_ reply: OutgoingReply, now: Instant) throws(ReplyRefusal) -> OutgoingRequest {
        guard reply.visibility == .public else { throw .wrongVisibility }
        try ReplyGate.pass(reply, limit: nil, now: now)
        let path = "/v1/private/reviews/\(try ReplyGate.pathPart(reply.inReplyTo))/reply"
        return OutgoingRequest(
            url: account.url(path, default: "https://api.trustpilot.com"),
            headers: [
                OutgoingRequest.Header("content-type", "application/json"),
                OutgoingRequest.Header("authorization", "Bearer \(try account.requiredToken())", isSecret: true),
            ], body: JSONValue.object(["message": .string(reply.text)]).bytes)
    }

    public func classify(_ answer: OutgoingAnswer) -> DeliveryOutcome {
        if (200..<300).contains(answer.status) { return .sent(externalIds: []) }
        let words = answer.json?["message"]?.string
        return answer.outcome(code: String(answer.status), words: words)
    }
}
