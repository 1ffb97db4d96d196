package import Desk
internal import Synchronization

extension MemoryStore: Retention {
    package func retain(_ terms: RetentionTerms, by name: String, at now: Instant) async -> RetentionReport {
        state.withLock { state in
            var (messages, drafts) = (0, 0)
            for index in state.entries.indices {
                let entry = state.entries[index]
                if state.cases[Int(entry.caseNumber) - 1].status == .waiting { continue }
                let age = now.seconds - entry.arrival.receivedAt.seconds
                guard age > terms.textDays * 86400, entry.text != nil else { continue }
                messages += 1
                drafts += state.forgetDrafts(answering: entry, as: entry.message.id)
                state.entries[index].text = nil
                state.entries[index].line = nil
                state.entries[index].message.author = nil
                state.entries[index].message.subject = nil
                state.forgetWords(audit: entry.audit)
            }
            for index in state.notes.indices where now.seconds - state.notes[index].note.at.seconds > terms.textDays * 86400 {
                if state.cases[Int(state.notes[index].caseNumber) - 1].status == .waiting { continue }
                state.notes[index].note = CaseNote(by: state.notes[index].note.by, at: state.notes[index].note.at, text: nil)
            }
            state.requests = state.requests.filter { $0.value.begunAt + RepeatableRequest.keptSeconds > now }
            let waiting = Set(state.cases.lazy.filter { $0.status == .waiting }.map { "case/\($0.number)" })
            for row in state.rows where row.detail != nil && now.seconds - row.at.seconds > terms.textDays * 86400 {
                if !waiting.contains(row.subject) { state.forgetWords(audit: row.sequence) }
            }
            state.record(.retained, "desk", by: name, at: now, detail: "\(messages) messages, \(drafts) drafts")
            return RetentionReport(messages: messages, drafts: drafts)
        }
    }
}
