/// One door to a platform: what is limited, paused and resumed as one.
public struct ChannelAccount: Sendable, Hashable {
    public let channel: String
    public let account: String

    public init(channel: String, account: String) {
        self.channel = channel
        self.account = account
    }
}

extension Message {
    public var door: ChannelAccount { ChannelAccount(channel: channel ?? "", account: account) }
}

extension OutgoingReply {
    public var door: ChannelAccount { ChannelAccount(channel: channel, account: account) }
}
