internal import Desk
internal import GRDB

extension WriteSession {
    /// Writes a case as it has become, and everything its effects name.
    ///
    /// - Returns: The case as it is kept.
    @discardableResult
    func write(_ loaded: CaseRecord.Loaded, _ effects: [ReviewEffect], by actor: String, at now: Instant) throws -> Case {
        var loaded = loaded
        if effects.contains(.addDraft) { loaded.item.draft?.id = try next(.drafts) }
        try apply(effects, to: &loaded.item, by: actor, at: now)
        try CaseRecord.update(loaded, db)
        return loaded.item
    }

    /// Does what the effects of a change name, beside writing the case, whose new draft has its number.
    func apply(_ effects: [ReviewEffect], to item: inout Case, by actor: String, at now: Instant) throws {
        for effect in effects {
            let verdict = try item.verdict(of: effect, at: now) { try FigureRecord.proposedTemplate(of: $0, db) }
            switch effect {
            case .addDraft: if let draft = item.draft { try DraftRecord.insert(draft, of: item.number, self) }
            case .setDraft(let id, let state): try DraftRecord.set(state, of: id, db)
            case .enqueue(let approval): try enqueue(approval, &item)
            case .withdraw(let draft, let name): try withdraw(draft, by: name, at: now)
            case .cancel(let draft, let cause): try cancel(draft, DeliveryStanding.Fall(cause), by: actor, at: now)
            case .addNote(let text): try addNote(text, to: item.number, by: actor, at: now)
            case .record(let action, let detail): try record(action, "case/\(item.number)", by: actor, at: now, detail: detail)
            }
            if let verdict { try FigureRecord.insert(verdict, of: item, db) }
        }
    }

    private func enqueue(_ approval: Approval, _ item: inout Case) throws {
        guard let draft = item.draft else { return }
        let id = try next(.approvals)
        var query = try Query(
            db,
            """
            INSERT INTO approvals (id, draft_id, approved_by, approved_at, note, undo_until, delivery, promised_until)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        query.bind(id)
        query.bind(draft.id)
        query.bind(approval.by)
        query.bind(approval.at)
        query.bind(approval.note)
        query.bind(approval.undoUntil)
        query.bind(approval.delivery)
        query.bind(approval.promisedUntil)
        try query.run()
        try DraftRecord.set(.approved(approval), of: draft.id, db)
        item.isLeaving = false
        try DeliveryRecord.insert(Delivery(id: try next(.deliveries), of: item, approvalID: id, approval), db)
    }

    private func withdraw(_ draft: Int64, by name: String, at now: Instant) throws {
        try cancel(draft, .withdrawn, by: name, at: now)
        var query = try Query(
            db, "UPDATE approvals SET withdrawn_by = ?, withdrawn_at = ? WHERE draft_id = ? AND withdrawn_at IS NULL")
        query.bind(name)
        query.bind(now)
        query.bind(draft)
        try query.run()
    }

    /// A delivery of this draft falls; one that is leased falls when its courier asks again.
    private func cancel(_ draft: Int64, _ fall: DeliveryStanding.Fall, by actor: String, at now: Instant) throws {
        try FigureRecord.deleteVerdict(on: draft, db)
        var query = try Query(
            db,
            """
            SELECT \(DeliveryRecord.columns) FROM \(DeliveryRecord.from)
            WHERE o.draft_id = ? AND o.state IN ('queued', 'waiting')
            """)
        query.bind(draft)
        guard try query.next() else { return }
        var entry = try DeliveryRecord.read(query, db)
        entry.cancel(fall)
        try DeliveryRecord.update(entry, db)
        try record(.delivery, "delivery/\(entry.delivery.id)", by: actor, at: now, detail: entry.delivery.state.kind.rawValue)
    }

    private func addNote(_ text: String, to number: Int64, by name: String, at now: Instant) throws {
        var query = try Query(db, "INSERT INTO notes (case_id, written_by, written_at, text) VALUES (?, ?, ?, ?)")
        query.bind(number)
        query.bind(name)
        query.bind(now)
        query.bind(text)
        try query.run()
    }
}
