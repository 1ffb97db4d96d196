import Channels
import Desk
import HTTPTypes
import Hummingbird

/// What a person decides of a reply that did not arrive, or may have, by the forms of its case's page.
struct DeliveryRoutes {
    func add(to desk: DeskRouter) {
        add("confirmation", to: desk, .confirmed) { store, id, name, now in
            try await store.confirm(id, externalIds: [], by: name, now: now)
        }
        add("retry", to: desk, .resent) { store, id, name, now in try await store.retry(id, by: name, now: now) }
        add("drop", to: desk, .dropped) { store, id, name, now in try await store.drop(id, by: name, now: now) }
    }

    private func add(
        _ name: String, to desk: DeskRouter, _ said: Said.Kind,
        _ decide: @escaping @Sendable (any DeskStore, Int64, String, Instant) async throws -> OutboxAnswer
    ) {
        desk.post("cases/:case/delivery/\(name)", needs: .reviewer) { visit in
            guard let file = try await CasePages.file(visit), let id = Int64(visit.typed("delivery")),
                file.deliveries.contains(where: { $0.id == id })
            else { return visit.problem(.noSuchCase, status: .notFound) }
            let answer = try await decide(visit.parts.store, id, visit.colleague.name, visit.now)
            guard let refusal = visit.wording.refusal(answer) else {
                return .redirect(visit.address(of: file.case.number, Said(said, about: file.case.number)))
            }
            let current = try await CasePages.file(visit) ?? file
            return try await CasePages.page(visit, current, CasePages.Unkept(alert: refusal, status: .conflict))
        }
    }
}
