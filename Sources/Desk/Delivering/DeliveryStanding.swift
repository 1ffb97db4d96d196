/// What must still be true for a delivery to leave: read again, in the transaction that claims it and in the one before
/// its first byte.
public struct DeliveryStanding: Sendable, Hashable {
    /// The approval was not taken back.
    public var isApproved: Bool
    /// The draft still has the version that was approved, and was not superseded.
    public var isCurrent: Bool
    /// A person has taken the conversation over, or answered it elsewhere.
    public var isTakenOver: Bool
    /// The case can still be answered.
    public var isOpen: Bool
    /// The desk, or the channel's account, is frozen (a crisis): what no person has read may not leave.
    public var isFrozen: Bool
    /// The freeze stops every reply.
    public var isHeld: Bool
    /// No person approved it: it leaves by the brand's opt-in.
    public var isUnreviewed: Bool

    public init(
        isApproved: Bool = true, isCurrent: Bool = true, isTakenOver: Bool = false, isOpen: Bool = true, isFrozen: Bool = false,
        isHeld: Bool = false, isUnreviewed: Bool = false
    ) {
        self.isApproved = isApproved
        self.isCurrent = isCurrent
        self.isTakenOver = isTakenOver
        self.isOpen = isOpen
        self.isFrozen = isFrozen
        self.isHeld = isHeld
        self.isUnreviewed = isUnreviewed
    }

    /// Why a delivery was cancelled.
    public enum Fall: String, Sendable, Hashable, CaseIterable {
        case withdrawn, superseded, takenOver = "taken_over", closed, frozen
    }

    public enum Verdict: Sendable, Hashable {
        case stands
        /// It may leave once the freeze ends.
        case waits
        case falls(Fall)
    }

    /// The first reason that applies, in this order. A freeze sends what no person has read back to one. What a person
    /// approved leaves, because that person knew of the crisis or can still take it back; where the freeze stops everything,
    /// it waits.
    public var verdict: Verdict {
        if !isApproved { return .falls(.withdrawn) }
        if !isCurrent { return .falls(.superseded) }
        if isTakenOver { return .falls(.takenOver) }
        if !isOpen { return .falls(.closed) }
        if isFrozen || isHeld, isUnreviewed { return .falls(.frozen) }
        if isHeld { return .waits }
        return .stands
    }
}
