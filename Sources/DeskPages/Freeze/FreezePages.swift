import Desk
import HTTPTypes
import Hummingbird

/// Stops what leaves, in a crisis, and lets it leave again: for managers, who see what would leave before they do.
struct FreezePages {
    /// Replies listed that a freeze holds.
    private static let mostListed = 200
    /// Bytes of a reason.
    private static let mostBytes = 4096

    func add(to desk: DeskRouter) {
        desk.get("freeze", needs: .manager) { visit in try await Self.page(visit) }
        desk.post("freeze", needs: .manager) { visit in
            let reason = visit.typed("reason")
            guard reason.contains(where: { !$0.isWhitespace }), reason.utf8.count <= Self.mostBytes,
                let reach = Freeze.Reach(rawValue: visit.typed("reach"))
            else { return try await Self.page(visit, alert: visit.wording(FreezeWord.freezeNeedsReason), status: .unprocessableContent) }
            try await visit.parts.store.freeze(Freeze(by: visit.colleague.name, at: visit.now, reason: reason, reach: reach))
            return .redirect(Address.with("/freeze", Said(.frozen).fields))
        }
        desk.post("thaw", needs: .manager) { visit in
            for freeze in visit.freezes { try await visit.parts.store.thaw(freeze.door, by: visit.colleague.name, at: visit.now) }
            return .redirect(Address.with("/freeze", Said(.thawed).fields))
        }
    }

    private static func page(_ visit: Visit, alert: String? = nil, status: HTTPResponse.Status = .ok) async throws -> Response {
        let wording = visit.wording
        var view = visit.frame()
        let held = try await visit.parts.store.deliveries([.queued, .waiting, .leased], after: 0, most: mostListed).filter {
            visit.freezes.holds($0.reply.door)
        }
        view["title"] = wording(FreezeWord.freezeTitle)
        view["alert"] = alert.map { $0 as Any } ?? false
        view["reason"] = visit.typed("reason")
        view["isFrozen"] = !visit.freezes.isEmpty
        view["isStopped"] = visit.freezes.contains { $0.door == nil && $0.reach == .everything }
        view["leaving"] = wording.leaving(held.count, isMore: held.count == mostListed)
        view["held"] = held.map { delivery -> [String: Any] in
            [
                "address": Address.case(delivery.caseID), "name": wording.say("Dossier \(delivery.caseID)", "Case \(delivery.caseID)"),
                "channel": wording.channel(delivery.reply.channel), "by": delivery.reply.approvedBy,
                "moment": wording.moment(delivery.reply.approvedAt, now: visit.now), "machine": wording.machine(delivery.reply.approvedAt),
                "text": VisibleText.line(delivery.reply.text, most: 400),
            ]
        }
        view["hasHeld"] = !held.isEmpty
        return visit.page("freeze", view, status: status)
    }
}
