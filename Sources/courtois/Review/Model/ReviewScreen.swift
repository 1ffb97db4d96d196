import Desk

/// The review screen as a value: takes keys and answers, says what is to be done, and never does it itself.
///
/// A shell performs what `handle` returns before it hands over the next key, so that nothing is ever under way while a
/// person acts. `ReviewScreen+Drawing` turns the value into what is shown.
struct ReviewScreen: Sendable {
    /// Where the person is.
    enum Page: Hashable, Sendable {
        case queue
        case `case`
        case conflict(Conflict)
    }

    /// What lies over the page and has the keys.
    enum Overlay: Hashable, Sendable {
        case help(top: Int)
        case input(Input)
        case teams(Subject, selected: Int)
        /// Whether a draft may go in spite of what the proofreader holds against it.
        case acceptance(Subject)
    }

    /// A line that is asked for.
    struct Input: Hashable, Sendable {
        enum Purpose: Hashable, Sendable {
            case filter(before: String)
            case reason(Subject)
            case note(Subject)
            case handOver(Subject)
            case closing(Subject)
            case reopening(Subject)
            case escalation(Subject, Team)
        }

        let purpose: Purpose
        var line: LineEditor
    }

    /// The case an action is about, at the version that was seen.
    struct Subject: Hashable, Sendable {
        let number: Int64
        let version: Int
    }

    /// A step of the review.
    enum Step: Hashable, Sendable {
        case claim, release, undo, takeOver, giveBack
        case approve(acceptsFindings: Bool)
        case reject(reason: String)
        case escalate(Team, note: String?)
        case note(String)
        case handOver(to: String)
        case close(reason: String)
        case reopen(reason: String)
        case edit(text: String, findings: [DraftFinding])
    }

    /// What the shell is to do.
    enum Action: Hashable, Sendable {
        case quit, suspend, redraw
        /// Read the queue.
        case refresh
        /// Read a case and show it.
        case open(Int64)
        case review(Subject, Step)
        /// Let the colleague write, beginning with `text`, and review what they wrote as an edit.
        case edit(Subject, text: String)
    }

    /// Something that is said once.
    struct Notice: Hashable, Sendable {
        let text: String
        let isAlarm: Bool
    }

    /// An approval of this person's that can still be taken back.
    struct Pending: Hashable, Sendable {
        let subject: Subject
        let until: Instant
    }

    let colleague: Colleague
    let wording: ReviewWording
    var size: ScreenSize
    private(set) var now: Instant

    var page = Page.queue
    var overlay: Overlay?
    var notice: Notice?
    var pending: [Pending] = []
    var queue = QueueList()
    /// Which cases are listed.
    var status = Case.Status.waiting
    var open: OpenCase?
    private var refreshedAt: Instant

    /// Seconds between two looks at the queue.
    private static let refreshSeconds = 5

    init(colleague: Colleague, wording: ReviewWording, size: ScreenSize, now: Instant) {
        self.colleague = colleague
        self.wording = wording
        self.size = size
        self.now = now
        refreshedAt = now
    }

    /// Takes a key.
    mutating func handle(_ key: Key) -> Action? {
        switch key {
        case .control("l"): return .redraw
        case .control("z"): return .suspend
        case .control("c"):
            // First leaves what is being typed, then the program.
            if overlay == nil { return .quit }
            return overlayKey(.escape)
        default: break
        }
        notice = nil
        if overlay != nil { return overlayKey(key) }
        switch page {
        case .queue: return queueKey(key)
        case .case: return caseKey(key)
        case .conflict(let conflict): return conflictKey(key, conflict)
        }
    }

    /// Lets time pass.
    mutating func tick(_ time: Instant) -> Action? {
        now = time
        pending.removeAll { $0.until <= time }
        // A clock that was put back must not stop the looks.
        guard time.seconds - refreshedAt.seconds >= Self.refreshSeconds || time < refreshedAt else { return nil }
        refreshedAt = time
        return .refresh
    }

    mutating func resize(_ size: ScreenSize) {
        self.size = size
        queue.follow(rows: queueRows)
        settle()
    }

    mutating func say(_ text: String, alarm: Bool = false) { notice = Notice(text: text, isAlarm: alarm) }

    /// Keys that mean the same on the queue and in a case.
    mutating func commonKey(_ key: Key, _ item: Case?) -> Action? {
        let subject = item.map { Subject(number: $0.number, version: $0.version) }
        switch key {
        case .character("?"): overlay = .help(top: 0)
        case .character("u"): return undo(item)
        case .character("c"):
            guard let item, let subject else { return nil }
            let claim = claim(of: item)
            return .review(subject, claim?.by == colleague.name ? .release : .claim)
        case .character("n"):
            ask(subject.map(Input.Purpose.note))
        case .character("s"):
            if let subject { overlay = .teams(subject, selected: 0) }
        case .character("h"): ask(subject.map(Input.Purpose.handOver))
        default: break
        }
        return nil
    }

    /// Asks for a line, where there is a case it is about.
    mutating func ask(_ purpose: Input.Purpose?) {
        if let purpose { overlay = .input(Input(purpose: purpose, line: LineEditor())) }
    }

    /// The hold that somebody has on a case now; the queue may know better than a case that was opened before.
    func claim(of item: Case) -> Claim? {
        let listed = queue.items.first { $0.case.number == item.number }?.case
        guard let claim = (listed ?? item).claim, claim.isLive(at: now) else { return nil }
        return claim
    }

    /// The latest approval, or the one that the open case shows.
    private mutating func undo(_ item: Case?) -> Action? {
        if let item, case .approved(let approval) = item.draft?.state, now < approval.undoUntil {
            return .review(Subject(number: item.number, version: item.version), .undo)
        }
        if let last = pending.last(where: { now < $0.until }) { return .review(last.subject, .undo) }
        say(wording.say("Aucune approbation à annuler.", "There is no approval to take back."), alarm: true)
        return nil
    }
}
