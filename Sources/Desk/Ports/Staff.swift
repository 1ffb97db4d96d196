/// The people who work by a browser, and their sessions. Secrets come as digests and hashes: no store could give one away.
public protocol Staff: Sendable {
    /// Everybody, by name.
    func users() async throws(StoreFailure) -> [User]
    func user(named name: UserName) async throws(StoreFailure) -> User?

    func add(_ user: NewUser, by name: String, at now: Instant) async throws(StoreFailure) -> Result<User, UserRefusal>
    func change(_ name: UserName, _ change: UserChange, by actor: String, at now: Instant) async throws(StoreFailure) -> Result<
        User, UserRefusal
    >

    /// Wrong passwords given for a name, by the digest of its key; nil where there are none.
    func failures(for digest: [UInt8]) async throws(StoreFailure) -> SignInFailures?

    /// Counts a wrong password. `name` is nil where nobody has that name; then only a lock is recorded.
    func addFailure(
        for digest: [UInt8], of name: UserName?, _ policy: SignInPolicy, at now: Instant
    ) async throws(StoreFailure) -> SignInFailures

    /// Opens a session, and forgets the wrong passwords given before it.
    func openSession(_ session: NewSession, at now: Instant) async throws(StoreFailure)

    /// Whose session it is; nil where it is over, closed, or its user disabled.
    func session(_ digest: [UInt8], _ policy: SignInPolicy, at now: Instant) async throws(StoreFailure) -> Session?

    /// Notes that a session is used.
    func noteUse(of digest: [UInt8], at now: Instant) async throws(StoreFailure)

    func closeSession(_ digest: [UInt8], at now: Instant) async throws(StoreFailure)

    /// When each user's sessions were used last, by their numbers; those without a session are left out.
    func lastUses() async throws(StoreFailure) -> [Int64: Instant]

    /// Closes every session of a user; how many.
    @discardableResult
    func closeSessions(of user: Int64, by actor: String, at now: Instant) async throws(StoreFailure) -> Int

    /// Whether there is a manager who can sign in.
    func hasManager() async throws(StoreFailure) -> Bool

    /// Takes note of a link that makes one manager, in the place of those before.
    func invite(_ digest: [UInt8], until: Instant, at now: Instant) async throws(StoreFailure)

    /// Whether the link would hold now.
    func isInvited(_ digest: [UInt8], at now: Instant) async throws(StoreFailure) -> Bool

    /// Uses the link up and adds the user, or neither.
    func accept(_ digest: [UInt8], _ user: NewUser, at now: Instant) async throws(StoreFailure) -> Result<User, UserRefusal>
}

public struct NewSession: Sendable, Hashable {
    /// SHA-256 of the token that the browser keeps.
    public let digest: [UInt8]
    public let user: Int64
    /// Digest of the key of the name that was given.
    public let name: [UInt8]

    public init(digest: [UInt8], user: Int64, name: [UInt8]) {
        self.digest = digest
        self.user = user
        self.name = name
    }
}

public struct Session: Sendable, Hashable {
    public let user: User
    public let openedAt: Instant
    public let usedAt: Instant

    public init(user: User, openedAt: Instant, usedAt: Instant) {
        self.user = user
        self.openedAt = openedAt
        self.usedAt = usedAt
    }

    public func isLive(_ policy: SignInPolicy, at now: Instant) -> Bool {
        now < usedAt + policy.idleSeconds && now < openedAt + policy.longestSeconds
    }
}
