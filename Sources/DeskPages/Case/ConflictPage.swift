import Channels
import Desk
import HTTPTypes
import Hummingbird

/// Somebody was faster: both texts, side by side, and what may be done with one's own.
struct ConflictPage {
    private let visit: Visit
    private let change: ReviewRefusal.StaleChange
    private let action: ReviewAction

    init(_ visit: Visit, _ change: ReviewRefusal.StaleChange, _ action: ReviewAction) {
        self.visit = visit
        self.change = change
        self.action = action
    }

    func response() async throws -> Response {
        guard let file = try await CasePages.file(visit) else { return visit.problem(.noSuchCase, status: .notFound) }
        let item = file.case
        let typed = visit.form["text"].map { _ in visit.typed("text") }
        let yours = typed ?? change.yours ?? ""
        var view = visit.frame()
        let wording = visit.wording
        view["title"] = wording(CaseWord.conflict)
        view["number"] = item.number
        view["base"] = Address.case(item.number)
        view["version"] = item.version
        view["from"] = CasePages.origin(visit) ?? ""
        view["lead"] = wording.conflict(change, item)
        view["yours"] = yours
        view["theirs"] = VisibleText.lines(ArraySlice((item.draft?.text ?? "").unicodeScalars))
        view["hasTheirs"] = item.draft != nil
        view["author"] = item.draft.map { wording.author(of: $0) as Any } ?? false
        view["isEdit"] = typed != nil && item.status == .waiting
        view["parts"] = WordDiff(from: item.draft?.text ?? "", to: yours).view
        view["isDifferent"] = yours != item.draft?.text
        return visit.page("conflict", view, status: .conflict)
    }
}
