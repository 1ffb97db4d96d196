/// One account at a platform, with what it takes to hear from it and to answer by it.
public struct PlatformAccount: Sendable {
    /// The adapter's route, such as `meta`.
    public var route: String
    /// The name in the address of the webhook.
    public var name: String
    /// What requests are verified with. Several hold at once while one replaces another.
    public var secrets: [Secret]
    /// What a subscription must present before it is confirmed (Meta).
    public var verifyTokens: [Secret]
    /// What requests to the platform carry.
    public var token: Secret?
    /// Where the platform's interface is; nil for the platform's own address.
    public var apiBase: String?
    /// The address the platform calls, as it knows it; a proxy may show another one here.
    public var publicURL: String
    /// The account's own ids and addresses at the platform. What they write is never a customer's message.
    public var identities: [String]
    /// Who e-mail is sent from.
    public var sender: Sender?
    /// The domain e-mail is sent by, where it is not the sender's (Mailgun).
    public var domain: String?
    /// The version of the interface, such as `v26.0` (Meta); nil for the one this adapter was written for.
    public var apiVersion: String?
    /// Whether the platform lets people of the brand answer after its ordinary window (Meta's human agent: 7 days).
    public var hasHumanAgent: Bool
    /// What the platform is to call for, by its own names (Meta); empty for what its adapter reads.
    public var subscribedFields: [String]

    public init(
        route: String, name: String, secrets: [Secret] = [], verifyTokens: [Secret] = [], token: Secret? = nil, apiBase: String? = nil,
        publicURL: String = "", identities: [String] = [], sender: Sender? = nil, domain: String? = nil,
        apiVersion: String? = nil, hasHumanAgent: Bool = false, subscribedFields: [String] = []
    ) {
        self.route = route
        self.name = name
        self.secrets = secrets
        self.verifyTokens = verifyTokens
        self.token = token
        self.apiBase = apiBase
        self.publicURL = publicURL
        self.identities = identities
        self.sender = sender
        self.domain = domain
        self.apiVersion = apiVersion
        self.hasHumanAgent = hasHumanAgent
        self.subscribedFields = subscribedFields
    }

    /// An address with the name shown beside it.
    public struct Sender: Sendable, Hashable {
        public let address: String
        public let name: String?

        public init(address: String, name: String? = nil) {
            self.address = address
            self.name = name
        }
    }

    /// `path` below the interface's address, without doubling the stroke between them.
    func url(_ path: String, default base: String) -> String {
        var base = Substring(apiBase ?? base)
        while base.last == "/" { base.removeLast() }
        return base + path
    }

    /// The token, or the refusal to send anything without one.
    func requiredToken() throws(ReplyRefusal) -> String {
        guard let token, !token.text.isEmpty else { throw .notConfigured("token") }
        return token.text
    }
}
