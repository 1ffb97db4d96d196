public import Desk

extension ChannelDirectory {
    /// What a name says of where replies leave.
    public enum Doors: Sendable, Hashable {
        case known([ChannelAccount])
        /// An account of the settings whose messages are named by ids that the settings do not list.
        case unnamed
        case unknown
    }

    /// Where the replies of an account leave: by its name in the settings, such as `mailgun/contact`, or as messages and
    /// deliveries name it, such as `email/contact`.
    public func doors(of name: ChannelAccount) -> Doors {
        if let adapter = adapter(route: name.channel, name: name.account) {
            return adapter.doors.isEmpty ? .unnamed : .known(adapter.doors)
        }
        let isCarried = adapters.contains { adapter in
            type(of: adapter).channels.contains(name.channel) && (adapter.names.isEmpty || adapter.names.contains(name.account))
        }
        return isCarried ? .known([name]) : .unknown
    }

    /// The accounts of one route, each with where its replies leave; none where that is any account of the route's channels.
    public func doors(ofRoute route: String) -> [[ChannelAccount]] {
        adapters.filter { type(of: $0).route == route }.map(\.doors)
    }

    /// The channels that a route carries.
    public static func channels(of route: String) -> [String] { kinds.first { $0.route == route }?.channels ?? [] }
}

extension ChannelAdapter {
    fileprivate var doors: [ChannelAccount] {
        Self.channels.flatMap { channel in names.map { ChannelAccount(channel: channel, account: $0) } }
    }
}
