internal import Cryptography
package import Desk
internal import Synchronization

/// The desk's store in memory: what the conformance kit says, in its plainest form, for tests that need no disk.
package final class MemoryStore: Sendable {
    let state: Mutex<State>
    let policy: ReviewPolicy

    package init(policy: ReviewPolicy = ReviewPolicy()) {
        self.policy = policy
        state = Mutex(State())
    }

    /// One message with the case it belongs to.
    struct Entry {
        let number: Int64
        let caseNumber: Int64
        let key: Key
        var message: Message
        var text: String?
        let arrival: Arrival
        var line: [UInt8]?
        var audit: Int64
        var isErased = false
        /// What was made of it since its author changed it.
        var revision: Arrival?
        var editedAt: Instant?
        var deletedAt: Instant?

        /// What it complains of as its author last had it.
        var complaint: ComplaintTopic? { (revision ?? arrival).complaint }
        var writtenAt: Instant { message.sentAt ?? arrival.receivedAt }

        /// Names of all signals that ever fired on it.
        var signals: [String] { arrival.signals + (revision?.signals ?? []) }
    }

    /// What a message is known by.
    struct Key: Hashable {
        let channel: String
        let account: String
        let id: String

        init(channel: String, account: String, id: String) {
            self.channel = channel
            self.account = account
            self.id = id
        }

        init(_ message: Message) { self.init(channel: message.channel ?? "", account: message.account, id: message.id) }
    }

    /// A request that may come again, and its answer once there is one.
    struct Repeated {
        let fingerprint: [UInt8]
        var begunAt: Instant
        var answer: KeptAnswer?
    }

    /// What became of a draft, with the case it belongs to and, for the first answer there, when that began.
    struct Verdict {
        let caseNumber: Int64
        let note: VerdictNote
        let openedAt: Instant?
    }

    struct Note {
        let caseNumber: Int64
        var note: CaseNote
    }

    struct State {
        /// Case n at n − 1.
        var cases: [Case] = []
        var conversations: [ConversationKey: Int64] = [:]
        var entries: [Entry] = []
        var keys: [Key: Int] = [:]
        /// Calls and notices.
        var heard: Set<[String]> = []
        /// Draft n at n − 1, with the case it belongs to.
        var drafts: [(caseNumber: Int64, draft: CaseDraft)] = []
        var notes: [Note] = []
        var rows: [AuditRow] = []
        var chain = AuditChain(sha256: Digest.sha256)
        var freezes: [Freeze] = []
        /// Alarm n at n − 1.
        var alarms: [Alarm] = []
        /// Numbers of those that stand.
        var standing: Set<Int64> = []
        var outbox: [OutboxEntry] = []
        /// Approvals taken back.
        var withdrawn: Set<Int64> = []
        var approvals: Int64 = 0
        var paused: [ChannelAccount: String] = [:]
        var tokens: [AccessToken] = []
        var requests: [[UInt8]: Repeated] = [:]
        var verdicts: [Verdict] = []
        /// User n at n − 1.
        var users: [User] = []
        var sessions: [[UInt8]: Session] = [:]
        var failures: [[UInt8]: SignInFailures] = [:]
        var invitation: (digest: [UInt8], until: Instant)?
    }
}

extension MemoryStore.State {
    /// Writes the case as it has become, and what goes with it.
    mutating func write(_ case: Case, _ effects: [ReviewEffect], by actor: String, at now: Instant) {
        var written = `case`
        for effect in effects {
            let verdict = written.verdict(of: effect, at: now) { proposedTemplate(of: $0) }
            switch effect {
            case .addDraft:
                guard var draft = written.draft else { continue }
                draft.id = Int64(drafts.count + 1)
                written.draft = draft
                drafts.append((written.number, draft))
            case .setDraft(let id, let state): drafts[Int(id) - 1].draft.state = state
            case .enqueue(let approval):
                approvals += 1
                if let id = written.draft?.id { drafts[Int(id) - 1].draft.state = .approved(approval) }
                outbox.append(OutboxEntry(Delivery(id: Int64(outbox.count + 1), of: written, approvalID: approvals, approval)))
                written.isLeaving = false
            case .withdraw(let draft, _): cancel(draft, .withdrawn, by: actor, at: now)
            case .cancel(let draft, let cause): cancel(draft, DeliveryStanding.Fall(cause), by: actor, at: now)
            case .addNote(let text): notes.append(.init(caseNumber: written.number, note: CaseNote(by: actor, at: now, text: text)))
            case .record(let action, let detail): record(action, "case/\(written.number)", by: actor, at: now, detail: detail)
            }
            if let verdict { add(verdict, of: written) }
        }
        cases[Int(written.number) - 1] = written
    }

    /// A delivery of this draft falls; one that is leased falls when its courier asks again.
    private mutating func cancel(_ draft: Int64, _ fall: DeliveryStanding.Fall, by actor: String, at now: Instant) {
        verdicts.removeAll { $0.note.draft == draft }
        guard let index = outbox.lastIndex(where: { $0.delivery.draftID == draft && $0.delivery.state.kind.isUnderWay }) else { return }
        if fall == .withdrawn { withdrawn.insert(outbox[index].delivery.approvalID) }
        if outbox[index].lease != nil { return }
        outbox[index].cancel(fall)
        record(.delivery, "delivery/\(outbox[index].delivery.id)", by: actor, at: now, detail: "cancelled")
    }

    mutating func record(
        _ action: AuditAction, _ subject: String, by actor: String, at now: Instant, detail: String? = nil, words: [UInt8]? = nil
    ) {
        let salt = (0..<16).map { _ in UInt8.random(in: .min ... .max) }
        rows.append(
            chain.add(action, subject, by: actor, at: now, detail: detail, words: words ?? Array((detail ?? "").utf8), salt: salt))
    }
}
