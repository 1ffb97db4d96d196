public import Desk

/// Messenger, Instagram direct messages, and comments on Pages and Instagram posts: one application, one signature.
///
/// A batch may hold several Pages and accounts; each event names its own in `account`. The webhook of one account may
/// therefore serve them all, while replies need an account that names the id.
///
/// A direct message carries the delivery's name in `metadata`, and its echo makes sure that it arrived, where the
/// application's id is among the identities. Comments carry nothing of the kind: an unknown one is for a person.
public struct MetaAdapter: GraphAdapter {
    public static let route = "meta"
    public static let channels = ["messenger", "instagram", "facebook"]

    public static func limit(on channel: String, _ visibility: Message.Visibility) -> LengthLimit? {
        MetaReply.limit(channel: channel, isComment: visibility == .public)
    }

    public static let version = "v26.0"
    public let account: PlatformAccount

    public init(_ account: PlatformAccount) { self.account = account }

    public func parse(_ request: InboundRequest) throws(ParseFailure) -> [InboundEvent] {
        let root = try JSONNode.root(of: request.body)
        guard root.isObject else { throw .malformed }
        let isInstagram = root["object"]?.string == "instagram"
        return root["entry"]?.elements.flatMap { MetaEntry(node: $0, isInstagram: isInstagram, settings: account).events } ?? []
    }

    public func plan(_ reply: OutgoingReply, now: Instant) throws(ReplyRefusal) -> OutgoingRequest {
        let made = try MetaReply(reply: reply, account: account, now: now).call()
        return try call(made.path, made.body, contentType: made.contentType)
    }

    public var acknowledgement: ChannelAnswer { ChannelAnswer(status: 200, body: "EVENT_RECEIVED") }
}
