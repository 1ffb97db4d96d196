public import Desk
internal import GRDB

extension SQLiteStore: CustomerRecords {
    public func export(_ customer: CustomerID, by name: String, at now: Instant) async throws(StoreFailure) -> CustomerRecord? {
        try await group.perform { session in
            let own = try session.messages(of: customer)
            if own.isEmpty { return nil }
            var cases: [Int64] = []
            for message in own where !cases.contains(message.caseNumber) { cases.append(message.caseNumber) }
            let reader = CaseFileReader(session.db)
            let files = try cases.compactMap { number in
                try CaseRecord.read(number, session.db).map { loaded in
                    let ids = Set(own.filter { $0.caseNumber == number }.map(\.externalID))
                    let file = try reader.file(loaded.item)
                    return CaseFile(
                        case: file.case, messages: file.messages.filter { ids.contains($0.id) },
                        drafts: file.drafts.filter { ids.contains($0.inReplyTo) }, notes: file.notes)
                }
            }
            try session.record(.exported, "customer", by: name, at: now, detail: "\(own.count) messages")
            let names = Set(files.flatMap(\.messages).compactMap { $0.author?.name })
            return CustomerRecord(customer: customer, names: names.sorted(), files: files)
        }
    }

    public func erase(_ customer: CustomerID, by name: String, at now: Instant) async throws(StoreFailure) -> Erasure? {
        let erasure: Erasure? = try await group.perform { session in
            let own = try session.messages(of: customer)
            if own.isEmpty { return nil }
            var drafts = 0
            for message in own {
                drafts += try session.forgetDrafts(answering: message, as: "erased:\(message.id)")
                try session.erase(message)
                try session.forgetWords(where: "sequence = ?", message.audit)
            }
            let cases = Set(own.map(\.caseNumber))
            for number in cases { try session.forgetCase(number) }
            try session.forgetExports(of: customer)
            try session.record(.erased, "customer", by: name, at: now, detail: "\(own.count) messages")
            return Erasure(messages: own.count, drafts: drafts, cases: cases.count)
        }
        if erasure != nil {
            try await sweepWords()
            try await sweep()
        }
        return erasure
    }

    /// Folds the journal into the file and empties it, so that what was forgotten is in neither. `secure_delete` has
    /// overwritten it in the file itself.
    func sweep() async throws(StoreFailure) {
        let pool = pool
        do {
            try await checkpointer.pausing { try pool.writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) } }
        } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
            // A reader still looks at the past; the journal is folded in when it is gone.
        } catch {
            throw StoreFailure(error, place: place)
        }
    }
}
