package import Desk
internal import Synchronization

extension MemoryStore: CaseQueue {
    package func queue(_ query: QueueQuery) async -> QueuePage {
        state.withLock { state in
            let found = state.found(query)
            let items = found.prefix(query.most).compactMap { item -> QueueItem? in
                let entries = state.entries.filter { $0.caseNumber == item.number }
                guard let last = entries.last else { return nil }
                return QueueItem(
                    case: item, customer: last.message.author, text: last.text ?? "", receivedAt: last.arrival.receivedAt,
                    messages: entries.count)
            }
            return QueuePage(items: items, next: found.count > query.most ? items.last?.case.place : nil)
        }
    }

    package func file(of number: Int64) async -> CaseFile? { state.withLock { $0.file(of: number) } }

    package func message(_ key: MessageKey) async -> FoundMessage? {
        state.withLock { state in
            let known = state.keys[MemoryStore.Key(channel: key.channel, account: key.account, id: key.id)]
            return known.map { FoundMessage(caseNumber: state.entries[$0].caseNumber, message: state.entries[$0].stored) }
        }
    }

    package func waiting() async -> [WaitingCount] {
        state.withLock { state in
            Team.allCases.flatMap { team in
                Priority.allCases.compactMap { priority in
                    let count = state.cases.count { $0.status == .waiting && $0.team == team && $0.priority == priority }
                    return count > 0 ? WaitingCount(team: team, priority: priority, count: count) : nil
                }
            }
        }
    }
}

extension MemoryStore.State {
    /// The cases a query finds, in their order.
    func found(_ query: QueueQuery) -> [Case] {
        cases.filter { item in
            let signals = Set(entries.filter { $0.caseNumber == item.number }.flatMap(\.signals))
            return item.status == query.status && (query.team == nil || item.team == query.team)
                && query.filter.admits(item, signals: signals) && query.after.map { $0 < item.place } ?? true
        }.sorted { $0.place < $1.place }
    }

    func file(of number: Int64, where isShown: (MemoryStore.Entry) -> Bool = { _ in true }) -> CaseFile? {
        guard cases.indices.contains(Int(number) - 1) else { return nil }
        return CaseFile(
            case: cases[Int(number) - 1], messages: entries.filter { $0.caseNumber == number && isShown($0) }.map(\.stored),
            drafts: drafts.filter { $0.caseNumber == number }.map(\.draft), notes: notes.filter { $0.caseNumber == number }.map(\.note),
            deliveries: outbox.map(\.delivery).filter { $0.caseID == number })
    }
}

extension MemoryStore.Entry {
    var stored: StoredMessage {
        StoredMessage(
            id: message.id, text: text, author: message.author, visibility: message.visibility, kind: message.kind, rating: message.rating,
            sentAt: message.sentAt, receivedAt: arrival.receivedAt, disposition: (revision ?? arrival).decision.disposition,
            line: line, rulebook: (revision ?? arrival).rulebook, subject: message.subject, editedAt: editedAt, deletedAt: deletedAt)
    }
}
