extension Recognizer {
    /// Words to the right of a negation that stand in its scope.
    private static let scope = 4

    /// Marks the units that a negation bears on.
    ///
    /// Scope is the verb before (« marche pas ») and up to four words after, inside the clause and up to a pause, an *et*
    /// or something new that is said or asked: “if it is not fixed by Friday you will hear from my solicitor”, “I don’t like it can
    /// you refund me”.
    /// Where ability or knowledge is denied (« je n'arrive pas à annuler ») nothing is marked: the wish still stands.
    mutating func markNegation(side: Int) {
        guard roles.contains(.negator) else { return }
        for at in units.indices where units[at].side.roles.contains(.negator) {
            guard negates(at) else { continue }
            let clause = units[at].clause
            if isNear(at, .ability, in: clause) { continue }
            let marks: Unit.Flags = isNear(at, .volition, in: clause) ? [.negated, .declined] : .negated
            if side == 0, at > 0, units[at - 1].clause == clause, !units[at].flags.contains(.afterPause) {
                units[at - 1].flags.insert(.negated)
            }
            var marked = 0
            var next = at + 1
            while next < units.count, marked < Self.scope, units[next].clause == clause, !units[next].flags.contains(.afterPause),
                marked == 0 || !(units[next].side.roles.contains(.coordinator) || isNewSubject(next, side) || startsRequest(next))
            {
                units[next].flags.formUnion(marks)
                if !units[next].side.roles.contains(.function) { marked += 1 }
                next += 1
            }
        }
    }

    /// A subject pronoun; in English, where *you* may be an object, one with an auxiliary behind it.
    private func isNewSubject(_ at: Int, _ side: Int) -> Bool {
        guard units[at].side.roles.contains(.pronoun) else { return false }
        return side == 0 || (at + 1 < units.count && !units[at + 1].side.roles.isDisjoint(with: [.subject, .request]))
    }

    /// A request, or a verb before its subject: “do I get a refund”.
    private func startsRequest(_ at: Int) -> Bool {
        let roles = units[at].side.roles
        if roles.contains(.request) { return true }
        guard roles.contains(.subject), !roles.contains(.pronoun), at + 1 < units.count else { return false }
        return units[at + 1].side.roles.contains(.pronoun)
    }

    /// Whether one of the two words before or the word after has `role`: « ne *peux* pas », « pas *pu* ».
    private func isNear(_ at: Int, _ role: GrammarRole, in clause: UInt32) -> Bool {
        for near in max(0, at - 2)...min(at + 1, units.count - 1) where near != at {
            if units[near].clause == clause, units[near].side.roles.contains(role) { return true }
        }
        return false
    }

    /// *plus*, *personne*, *point* negate after *ne* or at the end of the clause only: « plus rapide », « une personne ».
    private func negates(_ at: Int) -> Bool {
        guard units[at].side.roles.contains(.weakNegator) else { return true }
        let clause = units[at].clause
        if at + 1 == units.count || units[at + 1].clause != clause { return at > 0 && units[at - 1].clause == clause }
        if at + 1 < units.count, units[at + 1].flags.contains(.afterNe) { return true }
        var before = at
        while before >= 0, at - before <= 4, units[before].clause == clause {
            if units[before].flags.contains(.afterNe) { return true }
            before -= 1
        }
        return false
    }
}
