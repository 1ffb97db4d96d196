/// One HTTP request as it came, before anybody believes it.
public struct InboundRequest: Sendable {
    public let method: String
    /// What stands behind the question mark, as it came.
    public let query: String
    public let headers: HeaderList
    /// The exact bytes: signatures hold for these and for no other spelling of the same content.
    public let body: [UInt8]

    public init(method: String = "POST", query: String = "", headers: HeaderList = HeaderList([]), body: [UInt8]) {
        self.method = method
        self.query = query
        self.headers = headers
        self.body = body
    }
}
