import Channels
import Desk
import DeskServer
import HTTPTypes
import Hummingbird
import IntentEngine

/// Every change of a case, by a form: done, then a redirection to what it has become; or refused, with what was typed kept.
struct ReviewRoutes {
    func add(to desk: DeskRouter) {
        add("claim", to: desk, .claimed) { _, _ in .claim }
        add("release", to: desk, .released) { _, _ in .release }
        add("undo", to: desk, .undone) { _, _ in .undo }
        add("rejection", to: desk, .rejected) { visit, _ in .reject(reason: visit.typed("reason")) }
        add("note", to: desk, .noted) { visit, _ in .note(visit.typed("note")) }
        add("takeover", to: desk, .takenOver) { _, _ in .takeOver }
        add("return", to: desk, .givenBack) { _, _ in .giveBack }
        add("closing", to: desk, .closed) { visit, _ in .close(reason: visit.typed("reason")) }
        add("reopening", to: desk, .reopened) { visit, _ in .reopen(reason: visit.typed("reason")) }
        add("escalation", to: desk, .escalated) { visit, _ in
            let note = visit.typed("note")
            return Team(rawValue: visit.typed("team")).map { .escalate(to: $0, note: note.isEmpty ? nil : note) }
        }
        add("assignment", to: desk, .handedOver) { visit, _ in .handOver(to: visit.typed("to")) }
        add("draft/previous", to: desk, .restored) { visit, file in file.wayBack(visit.edition) }
        desk.post("cases/:case/redraft", needs: .reviewer) { visit in
            guard let file = try await CasePages.file(visit) else { return visit.problem(.noSuchCase, status: .notFound) }
            var rules = visit.edition.desk
            let action = try? rules.redraft(file, as: visit.typed("intent"), at: visit.now)
            // What is said to a signal that calls for a person is not replaced by a slip.
            if action != nil, visit.form["confirmed"] != "yes", !file.gates(visit.edition).isEmpty {
                return try await CasePages.page(visit, file, CasePages.Unkept(redraft: visit.typed("intent")))
            }
            return try await Self.change(visit, file, action, .redrafted)
        }
        desk.post("cases/:case/draft", needs: .reviewer) { visit in try await DraftChange(visit).keep() }
        desk.post("cases/:case/approval", needs: .reviewer) { visit in try await DraftChange(visit).approve() }
        desk.post("cases/:case/block", needs: .reviewer) { visit in try await DraftChange(visit).insert() }
    }

    /// A change that needs nothing but what its form says.
    private func add(
        _ name: String, to desk: DeskRouter, _ said: Said.Kind,
        _ action: @escaping @Sendable (Visit, CaseFile) async throws -> ReviewAction?
    ) {
        desk.post("cases/:case/\(name)", needs: .reviewer) { visit in
            guard let file = try await CasePages.file(visit) else { return visit.problem(.noSuchCase, status: .notFound) }
            return try await Self.change(visit, file, try await action(visit, file), said)
        }
    }

    private static func change(_ visit: Visit, _ file: CaseFile, _ action: ReviewAction?, _ said: Said.Kind) async throws -> Response {
        guard let action else {
            let unkept = CasePages.Unkept(alert: visit.wording(CaseWord.nothingChosen), status: .unprocessableContent)
            return try await CasePages.page(visit, file, unkept)
        }
        switch try await visit.change(file.case.number, action) {
        case .success(let item): return .redirect(try await target(visit, item, said))
        case .failure(let refusal): return try await Refused(visit, file, action).response(refusal)
        }
    }

    /// Where a change leads: what leaves one's hands leads on, the rest stays.
    private static func target(_ visit: Visit, _ item: Case, _ said: Said.Kind) async throws -> String {
        let words = Said(said, about: item.number, version: said == .closed ? item.version : nil)
        switch said {
        case .escalated, .handedOver, .closed: return try await CasePages.next(visit, after: item, said: words)
        default: return visit.address(of: item.number, words)
        }
    }
}

extension Visit {
    /// What a form says in a field, with plain line ends.
    func typed(_ name: String) -> String { (form[name] ?? "").withPlainLineEnds }

    /// Applies a change as of the version the page showed.
    func change(_ number: Int64, _ action: ReviewAction, version: Int? = nil) async throws -> Result<Case, ReviewRefusal> {
        let seen = version ?? form["version"].flatMap { Int($0) }
        return try await parts.store.review(ReviewChange(number, version: seen, action, by: colleague, at: now))
    }

    /// A case's page, with what was done to it.
    func address(of number: Int64, _ said: Said) -> String {
        Address.with(Address.case(number), said.fields + (CasePages.origin(self).map { [("from", $0)] } ?? []))
    }
}

/// A change that was not made: why, and what was typed.
struct Refused {
    private let visit: Visit
    private let file: CaseFile
    private let action: ReviewAction

    init(_ visit: Visit, _ file: CaseFile, _ action: ReviewAction) {
        self.visit = visit
        self.file = file
        self.action = action
    }

    func response(_ refusal: ReviewRefusal) async throws -> Response {
        if case .stale(let change) = refusal { return try await ConflictPage(visit, change, action).response() }
        var unkept = CasePages.Unkept(alert: visit.wording.refusal(refusal, case: file.case.number))
        unkept.status = Self.status(refusal)
        unkept.text = visit.form["text"].map { _ in visit.typed("text") }
        if action.name == .reject || action.name == .close || action.name == .reopen { unkept.reason = visit.typed("reason") }
        if action.name == .note || action.name == .escalate { unkept.note = visit.typed("note") }
        if case .hasFindings(let findings) = refusal { unkept.offersAcceptance = !findings.contains(where: \.isFinal) }
        // What became of the case meanwhile is shown, not what it was.
        let current = try await CasePages.file(visit) ?? file
        return try await CasePages.page(visit, current, unkept)
    }

    static func status(_ refusal: ReviewRefusal) -> HTTPResponse.Status {
        switch refusal {
        case .noSuchCase: .notFound
        case .notAllowed: .forbidden
        case .stale, .claimed, .takenOver, .noDraft, .tooLateToUndo, .notNow: .conflict
        case .needsSecondReader, .hasFindings, .isEmpty, .tooLong, .noSuchColleague, .onlyReads: .unprocessableContent
        }
    }
}
