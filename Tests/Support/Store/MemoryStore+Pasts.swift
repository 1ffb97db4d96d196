package import Desk
internal import Synchronization

extension MemoryStore {
    package func pasts(of askers: Set<Asker>) async -> KeptPasts {
        state.withLock { state in
            var pasts = KeptPasts(alarms: state.standingAlarms.map(\.topic))
            for asker in askers {
                guard let number = state.conversations[asker.conversation] else { continue }
                let asked = state.entries.filter { entry in
                    entry.caseNumber == number && entry.message.author?.id == asker.author && entry.stored.disposition != .ignore
                        && entry.deletedAt == nil
                }
                let answers = state.verdicts.filter { $0.caseNumber == number && state.isGiven($0.note) }
                pasts.conversations[asker] = ConversationPast(
                    lastAsked: asked.map { $0.message.sentAt ?? $0.arrival.receivedAt }.max(),
                    lastAnswered: answers.filter { $0.note.verdict != .unreviewed }.map(\.note.at).max(),
                    publicReplies: answers.count { answer in
                        answer.note.draft.map { state.drafts[Int($0) - 1].draft.visibility == .public } ?? true
                    })
            }
            return pasts
        }
    }
}

extension MemoryStore.State {
    /// Whether it is a reply that is on its way or has arrived.
    fileprivate func isGiven(_ note: VerdictNote) -> Bool {
        guard let draft = note.draft else { return note.verdict == .elsewhere }
        return [.approved, .sent].contains(drafts[Int(draft) - 1].draft.state.kind)
    }
}
