import Cryptography
import Desk

/// Lets people in: checks passwords, counts wrong ones, opens sessions.
///
/// A name nobody has is treated as one somebody has, to the time it takes: its password is checked against a hash that
/// nothing matches.
struct PasswordAuthenticator: Sendable {
    private let store: any Staff
    private let policy: SignInPolicy
    private let work: SecretWork
    private let random: @Sendable () -> [UInt8]
    private let nobody: PasswordHash?

    enum Answer: Sendable {
        case opened(Token)
        /// Name or password is wrong; which of them is not said.
        case wrong
        case locked(until: Instant)
        case busy
    }

    init(store: any Staff, policy: SignInPolicy, work: SecretWork, random: @escaping @Sendable () -> [UInt8]) {
        self.store = store
        self.policy = policy
        self.work = work
        self.random = random
        nobody = PasswordHash("$scrypt$ln=15,r=8,p=3$\(String(repeating: "A", count: 22))$\(String(repeating: "A", count: 43))")
    }

    func signIn(_ name: String, _ password: String, at now: Instant) async throws(StoreFailure) -> Answer {
        let userName = UserName(name)
        let digest = Self.digest(of: userName?.key ?? name)
        if let failures = try await store.failures(for: digest), failures.isLocked(at: now), let until = failures.lockedUntil {
            return .locked(until: until)
        }
        var user: User?
        if let userName { user = try await store.user(named: userName) }
        let hash = user.flatMap { PasswordHash($0.password) } ?? nobody
        guard let hash, password.utf8.count <= NewPassword.mostBytes else { return .wrong }
        guard let matches = await work.matches(password, hash) else { return .busy }
        guard matches, let user, !user.isDisabled else {
            let failures = try await store.addFailure(for: digest, of: user?.name, policy, at: now)
            if failures.isLocked(at: now), let until = failures.lockedUntil { return .locked(until: until) }
            return .wrong
        }
        return .opened(try await open(user, at: now))
    }

    /// A session of somebody who is known to be who they are.
    func open(_ user: User, at now: Instant) async throws(StoreFailure) -> Token {
        let token = Token(random)
        try await store.openSession(NewSession(digest: token.digest, user: user.id, name: Self.digest(of: user.name.key)), at: now)
        return token
    }

    /// The hash of a new password; nil when too many are asking.
    func hash(_ password: String) async -> String? { await work.hash(password, salt: Array(random().prefix(16)))?.text }

    private static func digest(of key: String) -> [UInt8] { Digest.sha256(Array("courtois name ".utf8) + Array(key.utf8)) }
}
