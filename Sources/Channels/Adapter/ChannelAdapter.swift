public import Desk

/// What one platform needs: who really calls, what they say, and how a reply reaches them.
///
/// Pure: bytes in, values out, no clock and no network. An endpoint keeps to one order: limit of size, handshake where it
/// is unsigned, `verify`, handshake where it is signed, `parse`, one commit of everything, `acknowledgement`. A courier asks
/// `plan` for the request, performs it, and gives the answer to `classify`.
public protocol ChannelAdapter: Sendable {
    /// The name in the address of its webhook, such as `meta`.
    static var route: String { get }
    /// The channels it carries, such as `messenger` and `instagram`: what messages and replies name.
    static var channels: [String] { get }
    /// The most the platform takes; nil where none is known.
    static var limit: LengthLimit? { get }
    /// The most it takes on one of its channels, where these differ.
    static func limit(on channel: String, _ visibility: Message.Visibility) -> LengthLimit?

    init(_ account: PlatformAccount)
    var account: PlatformAccount { get }
    /// What messages and replies call the account: its name, or its ids at a platform that names them in every event. Empty
    /// where these are not listed.
    var names: [String] { get }

    /// The most bytes of a body worth reading.
    var largestBody: Int { get }

    /// The answer to a request by which the platform only makes sure that somebody is here; nil for any other.
    func handshake(_ request: InboundRequest) -> ChannelAnswer?
    /// Whether handshakes are signed, so that `verify` comes first.
    var handshakeIsSigned: Bool { get }

    /// Makes sure that the platform sent these very bytes, with any of the account's secrets.
    ///
    /// Every rejection is answered alike, with 401 and one text; only `misconfigured` is the house's own fault, 503.
    func verify(_ request: InboundRequest, now: Instant) throws(SignatureRejection) -> Acceptance

    /// What a verified request says; nothing, or a whole batch in its order.
    ///
    /// One odd element never loses the others: it is kept as unsupported, like every type not known. Throws only when
    /// the body as a whole cannot be read.
    func parse(_ request: InboundRequest) throws(ParseFailure) -> [InboundEvent]

    /// The one request that delivers `reply`, or why it must not leave.
    ///
    /// One, because of several some may arrive and some not, and no second try could tell.
    func plan(_ reply: OutgoingReply, now: Instant) throws(ReplyRefusal) -> OutgoingRequest

    /// What the platform's answer to that request means.
    func classify(_ answer: OutgoingAnswer) -> DeliveryOutcome

    /// What the platform expects once everything is stored.
    var acknowledgement: ChannelAnswer { get }

    /// The requests that find out whether the platform still calls us; none at a platform that does not stop by itself.
    ///
    /// Throws where the settings lack what it takes to ask.
    func subscriptionChecks() throws(ReplyRefusal) -> [SubscriptionCheck]

    /// What the platform's answer to such a request means.
    func subscription(in answer: OutgoingAnswer, to check: SubscriptionCheck) -> SubscriptionFinding
}

extension ChannelAdapter {
    public static var limit: LengthLimit? { nil }
    public static func limit(on channel: String, _ visibility: Message.Visibility) -> LengthLimit? { limit }
    public var names: [String] { [account.name] }
    /// 4 MiB: the largest batch that a platform documents is 3 MB.
    public var largestBody: Int { 4 << 20 }
    public func handshake(_ request: InboundRequest) -> ChannelAnswer? { nil }
    public var handshakeIsSigned: Bool { false }
    public var acknowledgement: ChannelAnswer { ChannelAnswer(status: 200) }
    public func subscriptionChecks() throws(ReplyRefusal) -> [SubscriptionCheck] { [] }

    public func subscription(in answer: OutgoingAnswer, to check: SubscriptionCheck) -> SubscriptionFinding {
        SubscriptionFinding(.notApplicable, cause: "the platform has no subscription to ask for")
    }
}
