public import Desk

/// A question to a platform: whether it still calls us for one of the account's ids.
public struct SubscriptionCheck: Sendable, Hashable {
    /// The id that is asked about, as the settings have it.
    public let subject: String
    /// Changes nothing at the platform, and may be made any number of times.
    public let request: OutgoingRequest

    public init(subject: String, request: OutgoingRequest) {
        self.subject = subject
        self.request = request
    }
}
