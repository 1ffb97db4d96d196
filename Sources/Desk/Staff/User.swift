/// Somebody who works at the desk by a browser.
public struct User: Sendable, Hashable {
    /// The store's number; a name may be given to somebody else later, a number never.
    public let id: Int64
    /// As it stands in approvals and in the audit trail.
    public let name: UserName
    public let role: Role
    /// Whose cases they see first.
    public let team: Team?
    /// What their password is checked against, in the text form of `PasswordHash`; the store does not read it.
    public let password: String
    public let isDisabled: Bool

    public init(id: Int64, name: UserName, role: Role, team: Team?, password: String, isDisabled: Bool) {
        self.id = id
        self.name = name
        self.role = role
        self.team = team
        self.password = password
        self.isDisabled = isDisabled
    }

    public var colleague: Colleague { Colleague(name: name.text, role: role) }
}

/// What a new user begins with.
public struct NewUser: Sendable, Hashable {
    public let name: UserName
    public let role: Role
    public let team: Team?
    public let password: String

    public init(name: UserName, role: Role, team: Team?, password: String) {
        self.name = name
        self.role = role
        self.team = team
        self.password = password
    }
}

/// What is changed of a user. Their sessions end with `password` and `disabled`, because they may be somebody else's.
public enum UserChange: Sendable, Hashable {
    case role(Role)
    case team(Team?)
    case password(String)
    case disabled(Bool)
}

/// Why a user is not added or changed.
public enum UserRefusal: Error, Sendable, Hashable {
    case nameIsTaken
    case noSuchUser
    /// Nobody would be left who may manage the desk.
    case lastManager
    /// The link was used, is over, or never was.
    case noSuchInvitation
}

extension UserChange {
    /// Whether sessions opened before it end.
    public var endsSessions: Bool {
        switch self {
        case .password, .disabled: true
        case .role, .team: false
        }
    }

    /// For the audit trail; never a password.
    public var words: String {
        switch self {
        case .role(let role): "role \(role.rawValue)"
        case .team(let team): "team \(team?.rawValue ?? "none")"
        case .password: "password"
        case .disabled(let isDisabled): isDisabled ? "disabled" : "enabled"
        }
    }
}

extension User {
    /// Whether a change takes a manager from the desk.
    public func isLost(by change: UserChange) -> Bool {
        guard role == .manager, !isDisabled else { return false }
        switch change {
        case .role(let role): return role != .manager
        case .disabled(let isDisabled): return isDisabled
        case .team, .password: return false
        }
    }
}
