import Channels
import Desk
import DeskServer
import HTTPTypes
import Hummingbird
import IntentEngine

/// The editor's form: keeps a text, lets it go, or puts a block into it.
struct DraftChange {
    private let visit: Visit
    private let text: String

    init(_ visit: Visit) {
        self.visit = visit
        text = visit.typed("text")
    }

    /// Keeps the text in the place of the draft.
    func keep() async throws -> Response {
        guard let file = try await CasePages.file(visit) else { return visit.problem(.noSuchCase, status: .notFound) }
        let (action, findings) = visit.edition.proofreader.edit(text, of: file)
        switch try await visit.change(file.case.number, action) {
        case .success(let item):
            return .redirect(visit.address(of: item.number, Said(findings.isEmpty ? .edited : .editedWithFindings, about: item.number)))
        case .failure(let refusal): return try await Refused(visit, file, action).response(refusal)
        }
    }

    /// Lets the text go; one that was changed is kept and proofread first.
    func approve() async throws -> Response {
        guard let file = try await CasePages.file(visit) else { return visit.problem(.noSuchCase, status: .notFound) }
        if isMade(file) { return try await approved(file.case) }
        var item = file.case
        var version: Int?
        if visit.form["text"] != nil, text != item.draft?.text || item.draft?.isProposed != true {
            let (action, findings) = visit.edition.proofreader.edit(text, of: file)
            switch try await visit.change(item.number, action) {
            case .success(let edited): item = edited
            case .failure(let refusal): return try await refused(refusal, file, action)
            }
            if !findings.isEmpty, visit.form["accept"] != "yes" {
                return .redirect(visit.address(of: item.number, Said(.editedWithFindings, about: item.number)))
            }
            version = item.version
        }
        let action = visit.edition.proofreader.approval(
            of: item, acceptsFindings: visit.form["accept"] == "yes", delivery: visit.parts.makeName(), at: visit.now)
        switch try await visit.change(item.number, action, version: version) {
        case .success(let item): return try await approved(item)
        case .failure(let refusal): return try await refused(refusal, file, action)
        }
    }

    /// Whether the form asks for what the same person has just done by the same form, and can still take back: a button that
    /// was pressed twice.
    private func isMade(_ file: CaseFile) -> Bool {
        let item = file.case
        guard let draft = item.draft, case .approved(let approval) = draft.state, approval.by == visit.colleague.name, !item.isLeaving,
            visit.now < approval.undoUntil, let seen = visit.form["version"].flatMap({ Int($0) })
        else { return false }
        if item.version == seen + 1 { return visit.form["text"] == nil || text == draft.text }
        // The text was kept first.
        guard item.version == seen + 2, draft.author == visit.colleague.name,
            case .edit(let mended, _) = visit.edition.proofreader.edit(text, of: file).action
        else { return false }
        return mended == draft.text
    }

    private func approved(_ item: Case) async throws -> Response {
        let undo = item.draft?.state.approval.map { (version: item.version, until: $0.undoUntil) }
        let said = Said(visit.holds(item) ? .held : .approved, about: item.number, undo: undo)
        guard visit.form["then"] == "next" else { return .redirect(visit.address(of: item.number, said)) }
        return .redirect(try await CasePages.next(visit, after: item, said: said))
    }

    private func refused(_ refusal: ReviewRefusal, _ file: CaseFile, _ action: ReviewAction) async throws -> Response {
        // The same form may have come twice at once.
        if let current = try await CasePages.file(visit), isMade(current) { return try await approved(current.case) }
        return try await Refused(visit, file, action).response(refusal)
    }

    /// Puts a block behind the text, for browsers without scripts. Nothing is kept yet.
    func insert() async throws -> Response {
        guard let file = try await CasePages.file(visit) else { return visit.problem(.noSuchCase, status: .notFound) }
        let intents = visit.edition.desk.rulebook.intents
        let number = visit.form["block"].flatMap { Int($0) }
        let block = ReplyBlocks(file, intents: intents, visit.edition.desk, most: intents.count, at: visit.now).blocks.first {
            $0.number == number
        }
        var unkept = CasePages.Unkept()
        unkept.text = block.map { text.isEmpty ? $0.text : text + "\n\n" + $0.text } ?? text
        return try await CasePages.page(visit, file, unkept)
    }
}
