public import Desk
import IntentEngine

/// Standard Webhooks 1.0.0: the door for forms, automations and software of the brand's own.
///
/// Comes in as `{"type": "message.created", "timestamp": …, "data": {"id", "conversation_id", "author", "text", …}}`; an
/// approved reply goes out, signed alike, to the address in `apiBase`.
public struct StandardAdapter: ChannelAdapter {
    public static let route = "standard"
    public static let channels = ["standard"]
    public let account: PlatformAccount

    public init(_ account: PlatformAccount) { self.account = account }

    public func verify(_ request: InboundRequest, now: Instant) throws(SignatureRejection) -> Acceptance {
        let input = SignatureScheme.Input(headers: request.headers, body: request.body)
        do throws(SignatureRejection) {
            return try SignatureScheme.standard.verify(input, secrets: account.secrets, now: now)
        } catch {
            guard account.secrets.contains(where: { $0.text.hasPrefix("whpk_") }) else { throw error }
            return try SignatureScheme.standardAsymmetric.verify(input, secrets: account.secrets, now: now)
        }
    }

    public func parse(_ request: InboundRequest) throws(ParseFailure) -> [InboundEvent] {
        let root = try JSONNode.root(of: request.body)
        guard root.isObject else { throw .malformed }
        return [StandardEvent(root: root, account: account.name).event]
    }

    public func plan(_ reply: OutgoingReply, now: Instant) throws(ReplyRefusal) -> OutgoingRequest {
        try ReplyGate.pass(reply, limit: nil, now: now)
        guard let url = account.apiBase, !url.isEmpty else { throw .notConfigured("api_base") }
        guard let secret = account.token ?? account.secrets.first(where: { !$0.text.hasPrefix("whpk_") }) else {
            throw .notConfigured("token")
        }
        return try StandardCallback.request(reply, url: url, secret: secret, now: now)
    }

    public func classify(_ answer: OutgoingAnswer) -> DeliveryOutcome { StandardCallback.classify(answer) }
}
