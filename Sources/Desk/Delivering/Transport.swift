/// Carries requests to platforms.
public protocol Transport: Sendable {
    /// Performs one request once, without following redirects.
    func send(_ request: OutgoingRequest) async throws(TransportFailure) -> OutgoingAnswer
}

/// Why there is no whole answer.
public enum TransportFailure: Error, Sendable, Hashable {
    /// Not a byte of the request left: trying again can double nothing.
    case notSent(cause: String)
    /// Something of the request left, and no whole answer came.
    case interrupted(cause: String)
    /// The address is not one that may be called.
    case forbidden(cause: String)
}
