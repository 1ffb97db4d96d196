/// What came back.
public struct OutgoingAnswer: Sendable, Hashable {
    public let status: Int
    /// Names in lower case.
    public let headers: [String: String]
    /// At most as many bytes as the transport takes.
    public let body: [UInt8]
    /// Whether the body goes on beyond that.
    public let isCut: Bool

    public init(status: Int, headers: [String: String] = [:], body: [UInt8] = [], isCut: Bool = false) {
        self.status = status
        self.headers = headers
        self.body = body
        self.isCut = isCut
    }
}
