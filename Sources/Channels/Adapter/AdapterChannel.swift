public import Desk

/// An adapter as the courier asks it.
public struct AdapterChannel: ReplyChannel {
    private let adapter: any ChannelAdapter

    public init(_ adapter: any ChannelAdapter) { self.adapter = adapter }

    /// What is missing in the settings holds for every reply of the account; every other refusal is of this reply alone.
    public func plan(_ reply: OutgoingReply, now: Instant) -> ReplyPlan {
        do throws(ReplyRefusal) {
            return .request(try adapter.plan(reply, now: now))
        } catch {
            if case .notConfigured = error { return .paused(cause: error.words) }
            return .refused(code: error.label, words: error.words)
        }
    }

    public func classify(_ answer: OutgoingAnswer) -> DeliveryOutcome { adapter.classify(answer) }
}

extension ChannelDirectory {
    /// The channel a reply leaves by; nil when its account is not set up.
    public func channel(for reply: OutgoingReply) -> AdapterChannel? { adapter(for: reply).map(AdapterChannel.init) }
}
