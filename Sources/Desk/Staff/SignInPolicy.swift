/// How long people stay signed in, and how often a password may be guessed.
public struct SignInPolicy: Sendable, Hashable {
    /// Seconds without a request after which a session is over.
    public var idleSeconds: Int
    /// Seconds after which a session is over in any case.
    public var longestSeconds: Int
    /// Wrong passwords for one name until it is locked.
    public var mostFailures: Int
    /// Seconds within which they count together, and for which the name is locked then.
    public var lockSeconds: Int
    /// Seconds for which the link to the first manager holds.
    public var invitationSeconds: Int

    public init(
        idleSeconds: Int = 12 * 3600, longestSeconds: Int = 14 * 86400, mostFailures: Int = 5, lockSeconds: Int = 900,
        invitationSeconds: Int = 3600
    ) {
        self.idleSeconds = idleSeconds
        self.longestSeconds = longestSeconds
        self.mostFailures = mostFailures
        self.lockSeconds = lockSeconds
        self.invitationSeconds = invitationSeconds
    }

    /// Seconds between two notes of a session being used: each is a write.
    public static let noteSeconds = 300
}

/// Wrong passwords for one name, whether anybody has it or not.
public struct SignInFailures: Sendable, Hashable {
    public var count: Int
    /// When the first of them was given.
    public var since: Instant
    public var lockedUntil: Instant?

    public init(count: Int = 0, since: Instant, lockedUntil: Instant? = nil) {
        self.count = count
        self.since = since
        self.lockedUntil = lockedUntil
    }

    public func isLocked(at now: Instant) -> Bool { lockedUntil.map { now < $0 } ?? false }

    /// Counts one more; true when it locks the name.
    public mutating func add(at now: Instant, _ policy: SignInPolicy) -> Bool {
        if let lockedUntil, lockedUntil <= now { self = SignInFailures(since: now) }
        if now.seconds - since.seconds >= policy.lockSeconds { self = SignInFailures(since: now) }
        if isLocked(at: now) { return false }
        count += 1
        guard count >= policy.mostFailures else { return false }
        lockedUntil = now + policy.lockSeconds
        return true
    }
}
