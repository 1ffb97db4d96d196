/// What a colleague does with a case.
public enum ReviewAction: Sendable, Hashable {
    /// Takes it for as long as the policy lets a claim run; again, to prolong it.
    case claim
    case release
    /// Puts a text of their own in the place of the draft, with what the proofreader holds against it.
    case edit(text: String, findings: [DraftFinding])
    /// Puts what the rules write for another intent in the place of the draft.
    case redraft(Redraft)
    /// Lets the draft go. Findings must be accepted knowingly; some cannot be.
    case approve(note: String?, acceptsFindings: Bool, delivery: String, promise: Promise? = nil)
    /// Takes an approval back before its delivery leaves.
    case undo
    case reject(reason: String)
    case escalate(to: Team, note: String?)
    case note(String)
    /// Gives the case to a colleague, until they let go of it.
    case handOver(to: String)
    /// Leads the conversation by other means from here on.
    case takeOver
    case giveBack
    /// There is nothing (more) to answer.
    case close(reason: String)
    case reopen(reason: String)

    /// The action's name in commands, refusals and the audit trail.
    public enum Name: String, Sendable, Hashable, CaseIterable {
        case claim, release, edit, redraft, approve, undo, reject, escalate, note, handOver = "hand_over", takeOver = "take_over"
        case giveBack = "give_back"
        case close, reopen
    }

    public var name: Name {
        switch self {
        case .claim: .claim
        case .release: .release
        case .edit: .edit
        case .redraft: .redraft
        case .approve: .approve
        case .undo: .undo
        case .reject: .reject
        case .escalate: .escalate
        case .note: .note
        case .handOver: .handOver
        case .takeOver: .takeOver
        case .giveBack: .giveBack
        case .close: .close
        case .reopen: .reopen
        }
    }
}

extension ReviewAction.Name {
    /// Whether it changes what others act on, so that it must name the version it saw. A claim, its release and a note do
    /// not: they take nothing away from anybody's reading.
    public var needsVersion: Bool { self != .claim && self != .release && self != .note }
}
