internal import Desk
internal import GRDB
internal import IntentEngine

/// Drafts with their approvals.
enum DraftRecord {
    static let columns = """
        d.id, d.text, d.language, d.visibility, d.template, d.author, d.in_reply_to, d.findings, d.since_version, d.state, d.state_by,
        d.state_reason, a.approved_by, a.approved_at, a.note, a.undo_until, a.delivery, a.promised_until
        """
    static let count: Int32 = 18
    static let join = "LEFT JOIN approvals a ON a.id = d.approval_id"

    /// The draft whose columns start at `start`.
    static func read(_ query: borrowing Query, at start: Int32, _ db: Database) throws -> CaseDraft {
        let id = query.number(start)
        let language: Language = try query.choice(start + 2)
        let visibility: Message.Visibility = try query.choice(start + 3)
        let findings = query.int(start + 7) > 0 ? try self.findings(of: id, db) : []
        return CaseDraft(
            id: id, text: query.text(start + 1), language: language, visibility: visibility, template: query.optionalText(start + 4),
            author: query.optionalText(start + 5), inReplyTo: query.text(start + 6), findings: findings,
            sinceVersion: query.int(start + 8), state: try state(query, at: start + 9))
    }

    private static func state(_ query: borrowing Query, at start: Int32) throws -> DraftState {
        let kind: DraftState.Kind = try query.choice(start)
        var approval: Approval {
            Approval(
                by: query.text(start + 3), at: query.moment(start + 4), note: query.optionalText(start + 5),
                undoUntil: query.moment(start + 6), delivery: query.text(start + 7),
                promisedUntil: query.optionalMoment(start + 8))
        }
        switch kind {
        case .proposed: return .proposed
        case .approved: return .approved(approval)
        case .sent: return .sent(approval)
        case .undelivered: return .undelivered(approval)
        case .replaced: return .replaced
        case .rejected: return .rejected(by: query.text(start + 1), reason: query.text(start + 2))
        case .superseded: return .superseded(try query.choice(start + 2))
        }
    }

    private static func findings(of draft: Int64, _ db: Database) throws -> [DraftFinding] {
        var query = try Query(
            db, "SELECT rule, span_start, span_end, cause, remedy FROM draft_findings WHERE draft_id = ? ORDER BY place")
        query.bind(draft)
        var findings: [DraftFinding] = []
        while try query.next() {
            findings.append(
                DraftFinding(rule: query.text(0), span: query.int(1)..<query.int(2), cause: query.text(3), remedy: query.text(4)))
        }
        return findings
    }

    static func read(_ id: Int64, _ db: Database) throws -> CaseDraft? {
        var query = try Query(db, "SELECT \(columns) FROM drafts d \(join) WHERE d.id = ?")
        query.bind(id)
        return try query.next() ? try read(query, at: 0, db) : nil
    }

    /// Keeps a draft in its state; one that was let go as proposed, because its approval's row refers to it and comes after.
    static func insert(_ draft: CaseDraft, of number: Int64, _ session: WriteSession) throws {
        var query = try session.query(
            """
            INSERT INTO drafts (
                id, case_id, text, language, visibility, template, author, in_reply_to, findings, since_version, state, state_by, state_reason)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        query.bind(draft.id)
        query.bind(number)
        query.bind(draft.text)
        query.bind(draft.language.rawValue)
        query.bind(draft.visibility.rawValue)
        query.bind(draft.template)
        query.bind(draft.author)
        query.bind(draft.inReplyTo)
        query.bind(draft.findings.count)
        query.bind(draft.sinceVersion)
        let state = draft.state.approval == nil ? draft.state : .proposed
        query.bind(state.kind.rawValue)
        bindCause(of: state, &query)
        try query.run()
        for (place, finding) in draft.findings.enumerated() {
            var query = try session.query(
                "INSERT INTO draft_findings (draft_id, place, rule, span_start, span_end, cause, remedy) VALUES (?, ?, ?, ?, ?, ?, ?)")
            query.bind(draft.id)
            query.bind(place)
            query.bind(finding.rule)
            query.bind(finding.span.lowerBound)
            query.bind(finding.span.upperBound)
            query.bind(finding.cause)
            query.bind(finding.remedy)
            try query.run()
        }
    }

    /// Gives a draft another state. An approval is looked up by what platforms know its delivery by.
    static func set(_ state: DraftState, of id: Int64, _ db: Database) throws {
        let approval = state.approval
        var query = try Query(db, approval == nil ? settingWithout : setting)
        query.bind(state.kind.rawValue)
        bindCause(of: state, &query)
        if let approval { query.bind(approval.delivery) }
        query.bind(id)
        try query.run()
    }

    /// Who brought a state about, and why.
    private static func bindCause(of state: DraftState, _ query: inout Query) {
        var (name, reason): (String?, String?) = (nil, nil)
        if case .rejected(let by, let why) = state { (name, reason) = (by, why) }
        if case .superseded(let cause) = state { reason = cause.rawValue }
        query.bind(name)
        query.bind(reason)
    }

    private static let setting = """
        UPDATE drafts SET state = ?, state_by = ?, state_reason = ?, approval_id = (SELECT id FROM approvals WHERE delivery = ?)
        WHERE id = ?
        """
    private static let settingWithout = "UPDATE drafts SET state = ?, state_by = ?, state_reason = ?, approval_id = NULL WHERE id = ?"
}
