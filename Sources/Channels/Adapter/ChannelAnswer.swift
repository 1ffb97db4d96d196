/// What is answered to a platform that called.
public struct ChannelAnswer: Sendable, Hashable {
    public let status: Int
    public let contentType: String
    public let body: [UInt8]

    public init(status: Int, contentType: String = "text/plain; charset=utf-8", body: String = "") {
        self.status = status
        self.contentType = contentType
        self.body = Array(body.utf8)
    }
}
