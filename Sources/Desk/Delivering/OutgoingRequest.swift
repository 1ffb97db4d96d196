/// One HTTP request to a platform, complete: what an adapter plans and a transport performs.
public struct OutgoingRequest: Sendable, Hashable {
    public let method: String
    public let url: String
    public let headers: [Header]
    public let body: [UInt8]
    /// Whether the platform promises that the same request sent twice acts once. Without that, a request that was written
    /// and not answered is for a person.
    public let isIdempotent: Bool

    public init(method: String = "POST", url: String, headers: [Header], body: [UInt8], isIdempotent: Bool = false) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
        self.isIdempotent = isIdempotent
    }

    public struct Header: Sendable, Hashable {
        public let name: String
        public let value: String
        /// Whether the value must never be shown or logged.
        public let isSecret: Bool

        public init(_ name: String, _ value: String, isSecret: Bool = false) {
            self.name = name
            self.value = value
            self.isSecret = isSecret
        }
    }
}
