public import Desk

/// The accounts of a house, each with its adapter: found by the address of a webhook, and by what a reply is for.
public struct ChannelDirectory: Sendable {
    static let kinds: [any ChannelAdapter.Type] = [
        StandardAdapter.self, MetaAdapter.self, WhatsAppAdapter.self, TelegramAdapter.self, ChatwootAdapter.self, BrevoAdapter.self,
        PostmarkAdapter.self, MailgunAdapter.self, TrustpilotAdapter.self, SlackAdapter.self, DiscourseAdapter.self,
        TwilioAdapter.self,
    ]

    /// The platforms there is an adapter for.
    public static var routes: [String] { kinds.map { $0.route } }

    /// What each channel's platform takes at most.
    public static let limits: [String: PlatformLimits] = {
        let limits = kinds.flatMap { kind in
            kind.channels.map { channel in
                (channel, PlatformLimits(inPublic: kind.limit(on: channel, .public), inPrivate: kind.limit(on: channel, .private)))
            }
        }
        return Dictionary(limits) { first, _ in first }
    }()

    let adapters: [any ChannelAdapter]

    /// What is wrong with a list of accounts.
    public enum Mistake: Error, Sendable, Hashable {
        case unknownRoute(String)
        case listedTwice(route: String, name: String)
    }

    public init(_ accounts: [PlatformAccount]) throws(Mistake) {
        var adapters: [any ChannelAdapter] = []
        for account in accounts {
            guard let kind = Self.kinds.first(where: { $0.route == account.route }) else { throw .unknownRoute(account.route) }
            if adapters.contains(where: { $0.account.route == account.route && $0.account.name == account.name }) {
                throw .listedTwice(route: account.route, name: account.name)
            }
            adapters.append(kind.init(account))
        }
        self.adapters = adapters
    }

    /// Every account's adapter, in the order of the settings.
    public var all: [any ChannelAdapter] { adapters }

    /// Accounts without a secret, `route/name`: no call of theirs can be believed.
    public var withoutSecret: [String] {
        adapters.map(\.account).filter { $0.secrets.allSatisfy(\.text.isEmpty) }.map { "\($0.route)/\($0.name)" }
    }

    /// The adapter behind `/webhooks/{route}/{name}`.
    public func adapter(route: String, name: String) -> (any ChannelAdapter)? {
        adapters.first { $0.account.route == route && $0.account.name == name }
    }

    /// The adapter a reply leaves by: of its channel, and of the account that has its name or counts it among its ids.
    ///
    /// Where one account alone carries the channel and lists no ids, it carries whatever its webhook hears of.
    public func adapter(for reply: OutgoingReply) -> (any ChannelAdapter)? {
        let carriers = adapters.filter { type(of: $0).channels.contains(reply.channel) }
        if let named = carriers.first(where: { $0.account.name == reply.account }) { return named }
        if let known = carriers.first(where: { $0.account.identities.contains(reply.account) }) { return known }
        return carriers.count == 1 ? carriers.first { $0.account.identities.isEmpty } : nil
    }
}
