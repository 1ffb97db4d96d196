/// One account at a platform, as `courtois.yaml` has it.
public struct AccountSettings: Sendable, Hashable {
    /// The platform, such as `telegram`.
    public var channel: String
    /// The name in the address of its webhook.
    public var account: String
    /// What its requests are verified with.
    public var secrets: [SecretSource] = []
    /// What a subscription must present (Meta).
    public var verifyTokens: [SecretSource] = []
    /// What requests to the platform carry.
    public var token: SecretSource?
    public var apiBase: String?
    public var publicURL: String?
    /// Ids and addresses of the account at the platform.
    public var identities: [String] = []
    /// The address e-mail is sent from, and the name shown beside it.
    public var sender: String?
    public var senderName: String?
    public var domain: String?
    public var apiVersion: String?
    public var hasHumanAgent = false
    /// What the platform is to call for, by its own names (Meta); empty for what its adapter reads.
    public var subscribedFields: [String] = []

    public init(channel: String, account: String) {
        self.channel = channel
        self.account = account
    }
}
