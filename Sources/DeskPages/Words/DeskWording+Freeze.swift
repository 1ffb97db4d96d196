import Desk

extension DeskWording {
    /// What stands over every page while something is frozen; the reason follows.
    func freeze(_ freeze: Freeze, now: Instant) -> String {
        let start = moment(freeze.at, now: now)
        let place = freeze.door.map { say(" de \(channel($0.channel)), \($0.account)", " of \(channel($0.channel)), \($0.account)") } ?? ""
        let name = freeze.by == Alarm.name ? say("l’alerte", "the alarm") : freeze.by
        return freeze.reach == .everything
            ? say(
                "Envois\(place) gelés par \(name) (\(start))\u{A0}: rien ne part, même approuvé.",
                "Replies\(place) frozen by \(name) (\(start)): nothing leaves, approved or not.")
            : say(
                "Envois automatiques\(place) gelés par \(name) (\(start)). Les réponses que vous approuvez partent.",
                "Automatic replies\(place) frozen by \(name) (\(start)). Replies that you approve leave.")
    }

    /// What leaves once a freeze ends.
    func leaving(_ count: Int, isMore: Bool) -> String {
        if count == 0 { return say("Aucune réponse n’est retenue.", "No reply is held.") }
        let number = isMore ? say("Plus de ", "More than ") : ""
        return number
            + self.count(
                count, ("réponse partira aussitôt\u{A0}:", "réponses partiront aussitôt\u{A0}:"),
                ("reply leaves at once:", "replies leave at once:"))
    }
}
