public import IntentEngine

/// What a case must be to be shown; nil where it does not matter.
public struct QueueFilter: Sendable, Hashable {
    /// Held at this moment by a colleague, or led by them elsewhere.
    public var holder: Holder?
    public var priority: Priority?
    public var disposition: Disposition?
    public var channel: String?
    /// What it is answered in.
    public var language: Language?
    /// Fired on one of its messages.
    public var signal: String?
    /// The customer waits since then or longer.
    public var waitsSince: Instant?

    public struct Holder: Sendable, Hashable {
        public let name: String
        /// A claim that is over by then is none.
        public let now: Instant

        public init(name: String, now: Instant) {
            self.name = name
            self.now = now
        }
    }

    public init(
        holder: Holder? = nil, priority: Priority? = nil, disposition: Disposition? = nil, channel: String? = nil,
        language: Language? = nil, signal: String? = nil, waitsSince: Instant? = nil
    ) {
        self.holder = holder
        self.priority = priority
        self.disposition = disposition
        self.channel = channel
        self.language = language
        self.signal = signal
        self.waitsSince = waitsSince
    }
}

extension QueueFilter {
    /// Whether a case passes, given the signals that fired on its messages.
    public func admits(_ item: Case, signals: Set<String>) -> Bool {
        if let holder {
            let holds = item.claim.map { $0.by == holder.name && $0.isLive(at: holder.now) } ?? false
            if !holds, item.takenOverBy != holder.name { return false }
        }
        return (priority ?? item.priority) == item.priority && (disposition ?? item.disposition) == item.disposition
            && (channel ?? item.conversation.channel) == item.conversation.channel
            && (language ?? item.question.language) == item.question.language && (signal.map(signals.contains) ?? true)
            && (waitsSince ?? item.waitsSince) >= item.waitsSince
    }
}
