/// What `courtois.yaml` says: the accounts a house hears from and answers by, and how requests leave it.
public struct HouseSettings: Sendable, Hashable {
    /// The file of the store; nil leaves it to the user's state folder.
    public var store: String?
    public var channels: [AccountSettings] = []
    public var delivery = DeliverySettings()
    public var server = HTTPSettings()
    public var review = ReviewSettings()
    public var retention = RetentionSettings()

    public init() {}
}

/// How long things may take at the desk, in seconds. What is nil is left to it.
public struct ReviewSettings: Sendable, Hashable {
    /// How long an approval can be taken back.
    public var undo: Int?
    /// How long a claim runs.
    public var claim: Int?

    public init() {}
}

/// How many days things are kept. What is nil is left to the desk.
public struct RetentionSettings: Sendable, Hashable {
    /// What people wrote and who they are.
    public var texts: Int?

    public init() {}
}

/// How the house is called. What is nil is left to the server.
public struct HTTPSettings: Sendable, Hashable {
    public var host: String?
    public var port: Int?
    /// Connections open at once.
    public var connections: Int?
    /// Seconds a connection may be silent, and a request's header may take.
    public var idle: Int?
    /// Seconds a request may take from its header to its last byte.
    public var request: Int?
    /// Calls of one account a minute.
    public var callsPerMinute: Int?
    public var requestsPerMinute: Int?
    /// Seconds that what is under way has to end when the server stops.
    public var drain: Int?
    /// What browsers call, where a proxy stands before the server.
    public var publicURL: String?

    public init() {}
}

/// How requests leave the house.
public struct DeliverySettings: Sendable, Hashable {
    /// Requests under way at once.
    public var concurrency = 16
    /// Seconds until there must be a whole answer.
    public var timeout = 20
    /// Whether `http:` may be called.
    public var allowsHTTP = false
    /// Networks that are not public and may be called all the same, such as `10.0.0.0/8`.
    public var allowedNetworks: [String] = []
    /// A file of certificates in PEM to trust instead of the system's.
    public var certificates: String?
    /// Replies a minute, for each account of a channel.
    public var perMinute: [String: Int] = [:]

    public init() {}
}
