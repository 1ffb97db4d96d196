/// What became of an arrival.
public enum Reception: Sendable, Hashable {
    case stored(case: Int64)
    /// The message was here before: its case, and the decision that was made then.
    case duplicate(case: Int64, line: [UInt8])

    public var caseNumber: Int64 {
        switch self {
        case .stored(let number), .duplicate(let number, _): number
        }
    }
}
