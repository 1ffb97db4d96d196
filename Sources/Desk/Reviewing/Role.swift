/// What a colleague may do at the desk.
public enum Role: String, Sendable, Hashable, CaseIterable, Comparable {
    /// Looks and changes nothing.
    case reader
    /// Works on cases: claims, writes, lets go.
    case reviewer
    /// Also acts on what another holds.
    case manager

    public static func < (left: Role, right: Role) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .reader: 0
        case .reviewer: 1
        case .manager: 2
        }
    }
}
