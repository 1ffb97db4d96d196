/// What a platform says of whether it calls us. Bounded, and without a word of its answer.
public struct SubscriptionFinding: Sendable, Hashable {
    public let state: State
    /// What is the case, in words for whoever runs the server.
    public let cause: String
    /// What to do about it; empty where nothing is to be done.
    public let remedy: String

    /// A name for logs and figures.
    public enum State: String, Sendable, Hashable, CaseIterable {
        /// The platform calls for all that is wanted.
        case subscribed
        /// It does not call.
        case missing = "not_subscribed"
        /// It calls for a part of what is wanted.
        case incomplete
        /// It does not say so to this token.
        case refused = "token_refused"
        /// What was asked about is nothing it would call for.
        case notApplicable = "not_applicable"
        /// There was no answer, or none to be read.
        case unknown

        /// Whether messages may be lost until somebody does something.
        public var needsPerson: Bool { self == .missing || self == .incomplete || self == .refused }
    }

    public init(_ state: State, cause: String, remedy: String = "") {
        self.state = state
        self.cause = cause
        self.remedy = remedy
    }
}
