import Channels
import Desk
import DeskServer
import HTTPTypes
import Hummingbird

/// One case: what was written, what was understood, and the reply at work.
struct CasePages {
    func add(to desk: DeskRouter) {
        desk.get("cases/:case") { visit in
            guard let file = try await Self.file(visit) else { return visit.problem(.noSuchCase, status: .notFound) }
            return try await Self.page(visit, file)
        }
        desk.get("cases/:case/next") { visit in
            guard let file = try await Self.file(visit) else { return visit.problem(.noSuchCase, status: .notFound) }
            return .redirect(try await Self.next(visit, after: file.case, said: nil))
        }
        desk.get("cases/:case/before") { visit in
            guard let file = try await Self.file(visit) else { return visit.problem(.noSuchCase, status: .notFound) }
            return .redirect(try await Self.before(visit, file.case))
        }
        desk.post("cases/:case/proof", needs: .reviewer) { visit in
            guard let file = try await Self.file(visit) else { return Response(status: .notFound) }
            return Proof(visit, file).response
        }
    }

    static func file(_ visit: Visit) async throws -> CaseFile? {
        guard let number = visit.caseNumber else { return nil }
        return try await visit.parts.store.file(of: number).map { visit.edition.proofreader.reading($0, at: visit.now) }
    }

    /// What a change left unsaid: words that were not kept, and why.
    struct Unkept {
        var alert: String?
        var text: String?
        var reason: String?
        var note: String?
        /// The request another draft is asked for, which is to be confirmed first.
        var redraft: String?
        /// Whether the text may go in spite of what is held against it.
        var offersAcceptance = false
        var status = HTTPResponse.Status.ok
    }

    static func page(_ visit: Visit, _ file: CaseFile, _ unkept: Unkept = Unkept()) async throws -> Response {
        let colleagues = try await visit.parts.store.users().filter { !$0.isDisabled && $0.role >= .reviewer && $0.id != visit.user?.id }
        let others = try await OtherCases(visit, file)
        let view = CaseView(visit, file, unkept, colleagues: colleagues, others: others).view
        return visit.page("case", view, status: unkept.status)
    }

    /// The queue a case was opened from.
    static func origin(_ visit: Visit) -> String? { Address.own(visit.form["from"] ?? visit.query["from"]) }

    /// Cases looked through for the one before another; who works further down goes back to the list.
    private static let mostBefore = 500

    /// The case before this one in the queue it was opened from; the list where there is none.
    private static func before(_ visit: Visit, _ item: Case) async throws -> String {
        let origin = Self.origin(visit)
        var address = QueueAddress(origin: origin, user: visit.user)
        if let origin, address.scope == .past || address.scope == .undelivered || origin.hasPrefix("/search") { return origin }
        address.after = nil
        let page = try await visit.parts.store.queue(address.query(visit, most: mostBefore))
        guard let found = page.items.last(where: { $0.case.place < item.place }),
            found.case.number != page.items.last?.case.number || page.next == nil
        else { return origin ?? address.text }
        return Address.with(Address.case(found.case.number), origin.map { [("from", $0)] } ?? [])
    }

    /// The case behind this one in the queue it was opened from; the list where there is none.
    static func next(_ visit: Visit, after item: Case, said: Said?) async throws -> String {
        let origin = Self.origin(visit)
        var address = QueueAddress(origin: origin, user: visit.user)
        // What was looked for, or waits no longer, is no queue to work through.
        if let origin, address.scope == .past || address.scope == .undelivered || origin.hasPrefix("/search") {
            return Address.with(origin, said?.fields ?? [])
        }
        address.after = item.place
        let page = try await visit.parts.store.queue(address.query(visit, most: 1))
        var fields = said?.fields ?? []
        if let found = page.items.first {
            if let origin { fields.append(("from", origin)) }
            return Address.with(Address.case(found.case.number), fields)
        }
        address.after = nil
        if fields.isEmpty { fields = Said(.queueIsEmpty).fields }
        return Address.with(address.text, fields)
    }
}
