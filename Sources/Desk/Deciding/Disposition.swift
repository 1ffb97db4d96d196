/// What happens to a message.
public enum Disposition: String, Sendable, Hashable, CaseIterable {
    /// A draft waits for approval.
    case draft
    /// The draft may leave unreviewed: the brand opted in for this intent.
    case send
    /// A person writes; the bot offers at most a holding reply.
    case human
    /// Propose to hide or report.
    case moderate
    /// Nothing to answer.
    case ignore
}
