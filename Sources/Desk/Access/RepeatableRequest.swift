/// A request that its sender may send again without having it done again.
public struct RepeatableRequest: Sendable, Hashable {
    /// SHA-256 of the sender and the key they chose.
    public let key: [UInt8]
    /// SHA-256 of what is asked: another request under the same key is a mistake of the sender's.
    public let fingerprint: [UInt8]

    public init(key: [UInt8], fingerprint: [UInt8]) {
        self.key = key
        self.fingerprint = fingerprint
    }

    /// How long an answer is kept, in seconds: a day.
    public static let keptSeconds = 86400
    /// From here on, in seconds, who began a request is taken to have died before its answer.
    public static let patience = 60
    /// The most requests kept; the oldest go.
    public static let most = 100_000
}

/// What a request is to the desk when it comes in.
public enum RequestStanding: Sendable, Hashable {
    /// Nobody asked this before, or nobody lived to answer: to be done, then `finish` or `abandon`.
    case new
    case answered(KeptAnswer)
    /// The same request is being done at this moment.
    case underWay
    /// The key was given to another request.
    case another
}

/// An answer as it was given first.
public struct KeptAnswer: Sendable, Hashable {
    public let status: Int
    public let contentType: String
    public let location: String?
    public let etag: String?
    public let body: [UInt8]
    /// The case the answer tells of: erasing its customer erases the answer.
    public let caseNumber: Int64?

    public init(status: Int, contentType: String, location: String?, etag: String?, body: [UInt8], caseNumber: Int64?) {
        self.status = status
        self.contentType = contentType
        self.location = location
        self.etag = etag
        self.body = body
        self.caseNumber = caseNumber
    }
}
