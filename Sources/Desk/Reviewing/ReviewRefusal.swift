/// Why the desk does not do what a colleague asked.
public enum ReviewRefusal: Error, Sendable, Hashable {
    case noSuchCase
    /// The case has changed since the colleague saw it.
    case stale(StaleChange)
    /// The role that would be needed.
    case notAllowed(ReviewAction.Name, needs: Role)
    /// A colleague holds it.
    case claimed(Claim)
    /// A colleague leads the conversation by other means.
    case takenOver(by: String)
    /// There is no draft that waits.
    case noDraft
    /// Who wrote the text cannot let it go.
    case needsSecondReader(author: String)
    /// The proofreader holds something against the text that was not accepted, or cannot be.
    case hasFindings([DraftFinding])
    /// The delivery has left, or is leaving.
    case tooLateToUndo
    /// The case is not in a state in which this can be done.
    case notNow(ReviewAction.Name, Case.Status)
    /// A text, a reason or a name is missing.
    case isEmpty(ReviewAction.Name)
    case tooLong(ReviewAction.Name, mostBytes: Int)
    /// Nobody of that name works here.
    case noSuchColleague(String)
    /// Who would get the case can do nothing with it.
    case onlyReads(String)

    /// What another change has made of it meanwhile.
    public struct StaleChange: Sendable, Hashable {
        public let seen: Int
        public let current: Int
        /// The text that was acted on: the one handed in, or the draft of the version seen.
        public var yours: String?
        /// The draft as it stands now.
        public let theirs: String?

        public init(seen: Int, current: Int, yours: String?, theirs: String?) {
            self.seen = seen
            self.current = current
            self.yours = yours
            self.theirs = theirs
        }
    }

    /// Bounded, so that it can label a figure.
    public var label: String {
        switch self {
        case .noSuchCase: "no_such_case"
        case .stale: "stale"
        case .notAllowed: "not_allowed"
        case .claimed: "claimed"
        case .takenOver: "taken_over"
        case .noDraft: "no_draft"
        case .needsSecondReader: "needs_second_reader"
        case .hasFindings: "has_findings"
        case .tooLateToUndo: "too_late_to_undo"
        case .notNow: "not_now"
        case .isEmpty: "is_empty"
        case .tooLong: "too_long"
        case .noSuchColleague: "no_such_colleague"
        case .onlyReads: "only_reads"
        }
    }
}

extension ReviewRefusal {
    /// The refusal of a stale change with the text that was acted on, which stores look up: `draft` gives the text that was
    /// current at a version.
    public func completed(_ draft: (Int) -> String?) -> ReviewRefusal {
        guard case .stale(var change) = self, change.yours == nil else { return self }
        change.yours = draft(change.seen)
        return .stale(change)
    }
}
