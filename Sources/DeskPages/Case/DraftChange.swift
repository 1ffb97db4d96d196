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
        let (action, findings) = visit.edition.proofreader.edit(text, of: file.case)
        switch try await visit.change(file.case.number, action) {
        case .success(let item):
            return .redirect(visit.address(of: item.number, Said(findings.isEmpty ? .edited : .editedWithFindings, about: item.number)))
        case .failure(let refusal): return try await Refused(visit, file, action).response(refusal)
        }
    }

    /// Lets the text go; one that was changed is kept and proofread first.
    func approve() async throws -> Response {
        guard let file = try await CasePages.file(visit) else { return visit.problem(.noSuchCase, status: .notFound) }
        var item = file.case
        if visit.form["text"] != nil, text != item.draft?.text || item.draft?.isProposed != true {
            let (action, findings) = visit.edition.proofreader.edit(text, of: item)
            switch try await visit.change(item.number, action) {
            case .success(let edited): item = edited
            case .failure(let refusal): return try await Refused(visit, file, action).response(refusal)
            }
            if !findings.isEmpty, visit.form["accept"] != "yes" {
                return .redirect(visit.address(of: item.number, Said(.editedWithFindings, about: item.number)))
            }
            return try await approve(item, file, version: item.version)
        }
        return try await approve(item, file, version: nil)
    }

    private func approve(_ item: Case, _ file: CaseFile, version: Int?) async throws -> Response {
        let action = ReviewAction.approve(
            note: nil, acceptsFindings: visit.form["accept"] == "yes", delivery: visit.parts.makeName())
        switch try await visit.change(item.number, action, version: version) {
        case .success(let approved):
            let undo = approved.draft?.state.approval.map { (version: approved.version, until: $0.undoUntil) }
            let said = Said(.approved, about: approved.number, undo: undo)
            guard visit.form["then"] == "next" else { return .redirect(visit.address(of: approved.number, said)) }
            return .redirect(try await CasePages.next(visit, after: file.case, said: said))
        case .failure(let refusal):
            var shown = file
            if version != nil, let current = try await CasePages.file(visit) { shown = current }
            return try await Refused(visit, shown, action).response(refusal)
        }
    }

    /// Puts a block behind the text, for browsers without scripts. Nothing is kept yet.
    func insert() async throws -> Response {
        guard let file = try await CasePages.file(visit) else { return visit.problem(.noSuchCase, status: .notFound) }
        let intents = visit.edition.desk.rulebook.intents
        let number = visit.form["block"].flatMap { Int($0) }
        let block = ReplyBlocks(file, intents: intents, visit.edition.desk, most: intents.count).blocks.first { $0.number == number }
        var unkept = CasePages.Unkept()
        unkept.text = block.map { text.isEmpty ? $0.text : text + "\n\n" + $0.text } ?? text
        return try await CasePages.page(visit, file, unkept)
    }
}
