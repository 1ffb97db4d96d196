package import Desk
internal import Synchronization

extension MemoryStore: CustomerRecords {
    package func export(_ customer: CustomerID, by name: String, at now: Instant) async -> CustomerRecord? {
        state.withLock { state in
            let own = state.entries.filter { $0.isOf(customer) }
            if own.isEmpty { return nil }
            var numbers: [Int64] = []
            for entry in own where !numbers.contains(entry.caseNumber) { numbers.append(entry.caseNumber) }
            let record = CustomerRecord(
                customer: customer, names: Set(own.compactMap { $0.message.author?.name }).sorted(),
                files: numbers.compactMap { state.exported($0, customer) })
            state.record(.exported, "customer", by: name, at: now, detail: "\(own.count) messages")
            return record
        }
    }

    package func erase(_ customer: CustomerID, by name: String, at now: Instant) async -> Erasure? {
        state.withLock { state in
            let own = state.entries.indices.filter { state.entries[$0].isOf(customer) }
            if own.isEmpty { return nil }
            var drafts = 0
            var cases: Set<Int64> = []
            for index in own {
                let entry = state.entries[index]
                cases.insert(entry.caseNumber)
                drafts += state.forgetDrafts(answering: entry, as: "erased:\(entry.number)")
                state.entries[index].forget(as: "erased:\(entry.number)")
                state.keys[entry.key] = nil
                state.keys[MemoryStore.Key(state.entries[index].message)] = index
                state.forgetWords(audit: entry.audit)
            }
            for number in cases { state.forgetCase(number) }
            state.record(.erased, "customer", by: name, at: now, detail: "\(own.count) messages")
            return Erasure(messages: own.count, drafts: drafts, cases: cases.count)
        }
    }
}

extension MemoryStore.Entry {
    func isOf(_ customer: CustomerID) -> Bool {
        message.author?.id == customer.id && (customer.channel == nil || message.channel == customer.channel)
    }

    mutating func forget(as id: String) {
        message.id = id
        message.author = nil
        message.subject = nil
        message.text = ""
        text = nil
        line = nil
        isErased = true
    }
}

extension MemoryStore.State {
    /// A case as its customer may see it: their messages, and the drafts that answer them.
    fileprivate func exported(_ number: Int64, _ customer: CustomerID) -> CaseFile? {
        guard let file = file(of: number, where: { $0.isOf(customer) }) else { return nil }
        let ids = Set(file.messages.map(\.id))
        return CaseFile(
            case: file.case, messages: file.messages, drafts: file.drafts.filter { ids.contains($0.inReplyTo) }, notes: file.notes)
    }

    /// Empties the drafts that answer a message; how many.
    mutating func forgetDrafts(answering entry: MemoryStore.Entry, as message: String) -> Int {
        let own = drafts.indices.filter { drafts[$0].caseNumber == entry.caseNumber && drafts[$0].draft.inReplyTo == entry.message.id }
        for index in own {
            let id = drafts[index].draft.id
            for delivery in outbox.indices where outbox[delivery].delivery.draftID == id { outbox[delivery].forget(by: "erasure") }
            drafts[index].draft = drafts[index].draft.forgotten(answering: message)
        }
        return own.count
    }

    mutating func forgetWords(audit sequence: Int64) {
        let row = rows[Int(sequence) - 1]
        rows[Int(sequence) - 1] = AuditRow(
            sequence: row.sequence, at: row.at, actor: row.actor, action: row.action, subject: row.subject, detail: nil, salt: nil,
            digest: row.digest, hash: row.hash)
    }

    /// Once no message of a case is left, what identifies it goes as well: its conversation's name, its notes, the words of
    /// its audit rows.
    fileprivate mutating func forgetCase(_ number: Int64) {
        for row in rows where row.subject == "case/\(number)" && row.action != .received { forgetWords(audit: row.sequence) }
        for index in notes.indices where notes[index].caseNumber == number {
            notes[index].note = CaseNote(by: notes[index].note.by, at: notes[index].note.at, text: nil)
        }
        requests = requests.filter { $0.value.answer?.caseNumber != number }
        var item = cases[Int(number) - 1]
        conversations[item.conversation] = nil
        item.forget(isWhole: entries.allSatisfy { $0.caseNumber != number || $0.isErased })
        conversations[item.conversation] = number
        item.draft = item.draft.flatMap { current in drafts.first { $0.draft.id == current.id }?.draft }
        cases[Int(number) - 1] = item
    }
}
