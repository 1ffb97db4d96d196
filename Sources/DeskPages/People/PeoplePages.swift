import Desk
import Hummingbird

/// Who works at the desk, for managers. Nothing is changed here: that takes the terminal of the machine.
struct PeoplePages {
    func add(to desk: DeskRouter) { desk.get("people", needs: .manager, Self.people) }

    @Sendable private static func people(_ visit: Visit) async throws -> Response {
        let users = try await visit.parts.store.users()
        let uses = try await visit.parts.store.lastUses()
        let wording = visit.wording
        var view = visit.frame()
        view["title"] = wording(PeopleWord.peopleTitle)
        view["people"] = users.map { user -> [String: Any] in
            let use = uses[user.id]
            return [
                "name": user.name.text, "initials": Initials.of(user.name.text), "role": wording.role(user.role),
                "team": user.team.map { wording.team($0) } ?? "–", "isDisabled": user.isDisabled, "isMine": user.id == visit.user?.id,
                "seen": use.map { ["machine": wording.machine($0), "moment": wording.moment($0, now: visit.now)] as Any } ?? false,
            ]
        }
        return visit.page("people", view)
    }
}
