/// How soon a person must see it: 1 people, law, fraud, reputation … 4 information and praise.
public enum Priority: Int, Sendable, Hashable, CaseIterable, Comparable {
    case p1 = 1
    case p2, p3, p4

    /// `P1` … `P4`.
    public init?(name: String) {
        guard name.count == 2, name.hasPrefix("P"), let number = Int(name.dropFirst()) else { return nil }
        self.init(rawValue: number)
    }

    /// More pressing is smaller.
    public static func < (left: Priority, right: Priority) -> Bool { left.rawValue < right.rawValue }
}
