/// What a program shows to be let in, as it is kept: never the token itself.
public struct AccessToken: Sendable, Hashable {
    /// The part of the token by which it is found. No secret: it names the token in lists and in the audit trail.
    public let selector: String
    /// Who acts with it, as it stands in approvals and in the audit trail. Of tokens that were not revoked, one has it.
    public let name: String
    public let role: Role
    public let scopes: Set<Scope>
    /// SHA-256 of the whole token, which is random enough that nothing slower is needed.
    public let digest: [UInt8]
    public let createdBy: String
    public let createdAt: Instant
    /// From here on it opens nothing; nil for never.
    public let expiresAt: Instant?
    public var revocation: Revocation?
    /// The hour of its last use.
    public var lastUsedAt: Instant?

    /// Who took it back, and when.
    public struct Revocation: Sendable, Hashable {
        public let by: String
        public let at: Instant

        public init(by name: String, at now: Instant) {
            by = name
            at = now
        }
    }

    public init(
        selector: String, name: String, role: Role, scopes: Set<Scope>, digest: [UInt8], createdBy: String, createdAt: Instant,
        expiresAt: Instant? = nil, revocation: Revocation? = nil, lastUsedAt: Instant? = nil
    ) {
        self.selector = selector
        self.name = name
        self.role = role
        self.scopes = scopes
        self.digest = digest
        self.createdBy = createdBy
        self.createdAt = createdAt
        self.expiresAt = expiresAt
        self.revocation = revocation
        self.lastUsedAt = lastUsedAt
    }

    /// The longest name, in characters.
    public static let longestName = 100

    /// Whether a token may have this name: something to read in the audit trail that nobody takes for the rules.
    public static func mayBeNamed(_ name: String) -> Bool {
        !name.isEmpty && name.count <= longestName && name != Colleague.rules.name && !name.hasPrefix(" ") && !name.hasSuffix(" ")
            && name.unicodeScalars.allSatisfy { !isUnreadable($0) }
    }

    /// Controls, and marks that turn the direction of writing.
    private static func isUnreadable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned: true
        default: false
        }
    }
}

extension AccessToken {
    public func isLive(at now: Instant) -> Bool { revocation == nil && expiresAt.map { now < $0 } ?? true }

    /// Who acts with it.
    public var colleague: Colleague { Colleague(name: name, role: role) }

    /// The hour that `now` falls in: a use is noted no finer, so that a busy token costs one write an hour.
    public static func hour(of now: Instant) -> Instant { Instant(seconds: now.seconds / 3600 * 3600) }

    /// The scopes as the audit trail and lists give them.
    public var scopeNames: [String] { scopes.map(\.rawValue).sorted() }
}
