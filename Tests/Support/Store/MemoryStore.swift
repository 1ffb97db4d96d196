internal import Cryptography
package import Desk
import IntentEngine
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
        var raw: [UInt8]?
        let audit: Int64
        var isErased = false
    }

    /// What a message is known by.
    struct Key: Hashable {
        let channel: String
        let account: String
        let id: String

        init(_ message: Message) {
            channel = message.channel ?? ""
            account = message.account
            id = message.id
        }
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
        /// Draft n at n − 1, with the case it belongs to.
        var drafts: [(caseNumber: Int64, draft: CaseDraft)] = []
        var notes: [Note] = []
        var rows: [AuditRow] = []
        var chain = AuditChain(sha256: Digest.sha256)
        var freeze: Freeze?
    }
}

extension MemoryStore.State {
    /// Writes the case as it has become, and what goes with it.
    mutating func write(_ case: Case, _ effects: [ReviewEffect], by actor: String, at now: Instant) {
        var written = `case`
        for effect in effects {
            switch effect {
            case .addDraft:
                guard var draft = written.draft else { continue }
                draft.id = Int64(drafts.count + 1)
                written.draft = draft
                drafts.append((written.number, draft))
            case .setDraft(let id, let state): drafts[Int(id) - 1].draft.state = state
            case .enqueue, .withdraw, .cancel: break
            case .addNote(let text): notes.append(.init(caseNumber: written.number, note: CaseNote(by: actor, at: now, text: text)))
            case .record(let action, let detail): record(action, "case/\(written.number)", by: actor, at: now, detail: detail)
            }
        }
        cases[Int(written.number) - 1] = written
    }

    mutating func record(
        _ action: AuditAction, _ subject: String, by actor: String, at now: Instant, detail: String? = nil, words: [UInt8]? = nil
    ) {
        let salt = (0..<16).map { _ in UInt8.random(in: .min ... .max) }
        rows.append(
            chain.add(action, subject, by: actor, at: now, detail: detail, words: words ?? Array((detail ?? "").utf8), salt: salt))
    }
}
