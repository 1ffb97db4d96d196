/// What the server keeps to, whoever calls.
public struct ServerSettings: Sendable, Hashable {
    public var host = "127.0.0.1"
    /// 0 for one of the system's choice.
    public var port = 8080
    /// Connections open at once; more wait in the system's queue.
    public var connections = 1024
    /// Milliseconds a connection may be silent, and a request's header may take.
    public var idle = 30_000
    /// Milliseconds a request may take from its header to its last byte.
    public var request = 15_000
    /// Calls of one account a minute.
    public var callsPerMinute = 60_000
    /// Bytes of large bodies held at a time, over all connections. Not less than the largest body of a channel.
    public var largeBodies = 128 << 20
    /// Requests of one token a minute.
    public var requestsPerMinute = 6000
    /// Milliseconds that what is under way has to end when the server stops.
    public var drain = 20_000

    public init() {}

    /// All header fields of a request together, in bytes. Signatures and tokens take some hundred.
    static let headerBytes = 16 << 10
    static let headerFields = 100
    /// The body of a request of the API: a message of a quarter of a million characters.
    static let bodyBytes = 256 << 10
}
