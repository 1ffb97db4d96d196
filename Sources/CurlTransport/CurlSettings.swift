/// What may be called, how long, and how much is read.
public struct CurlSettings: Sendable {
    /// Until there is a connection, TLS included; milliseconds.
    public var connectTimeout = 5_000
    /// Until there is a whole answer; milliseconds. A courier's lease must be longer.
    public var totalTimeout = 20_000
    /// Bytes of a body that are kept. The rest is not read, and the connection is closed.
    public var answerLimit = 1 << 20
    /// Bytes of all headers of an answer; more breaks it off.
    public var headerLimit = 64 << 10
    /// Connections kept to one host, and in all.
    public var connectionsPerHost = 8
    public var connections = 64
    /// Seconds for which an idle connection is used again. Shorter than the idle limits of servers (nginx: 75 s), so that a
    /// request seldom meets a connection that is about to be closed.
    public var idleSeconds = 20
    /// Whether `http:` may be called, not only `https:`.
    public var allowsPlainHTTP = false
    /// Non-public networks that may be called.
    public var allowedNetworks: [NetworkRange] = []
    /// A file of certificates in PEM to trust, instead of the system's.
    public var certificates: String?
    public var userAgent = "courtois"

    public init() {}
}
