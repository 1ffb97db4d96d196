/// What a courier asks for.
public struct DeliveryClaim: Sendable, Hashable {
    /// At most so many deliveries in all.
    public var most: Int
    /// At most so many of one account, so that a slow one does not take every place.
    public var mostPerAccount: Int
    public var worker: String
    /// How long the lease runs, from now on.
    public var seconds: Int
    /// Accounts that may not be called yet.
    public var withheld: Set<ChannelAccount>

    public init(most: Int, mostPerAccount: Int, worker: String, seconds: Int, withheld: Set<ChannelAccount> = []) {
        self.most = most
        self.mostPerAccount = mostPerAccount
        self.worker = worker
        self.seconds = seconds
        self.withheld = withheld
    }
}
