import Desk

/// One case as a line of a list.
struct QueueRow {
    let view: [String: Any]

    /// - Parameters:
    ///   - list: Address of the list, to which one comes back from the case.
    ///   - scope: Whose cases are listed; nil where they are anybody’s.
    init(_ item: QueueItem, _ visit: Visit, _ undelivered: Undelivered, from list: String, of scope: QueueAddress.Scope? = nil) {
        let (wording, found) = (visit.wording, item.case)
        let name = item.customer?.name ?? item.customer?.id
        var view: [String: Any] = [
            "number": found.number, "address": Address.with(Address.case(found.number), [("from", list)]),
            "priority": found.priority.rawValue, "priorityName": wording.priority(found.priority),
            "name": VisibleText.line(name ?? wording(QueueWord.anonymous), most: 60), "text": VisibleText.line(Self.text(item)),
            "isErased": item.text.isEmpty, "channel": wording.channel(found.conversation.channel), "team": wording.team(found.team),
            "disposition": wording.disposition(found.disposition), "kind": found.disposition.rawValue,
            "intent": found.intent.map { wording.intent($0) as Any } ?? false, "ago": wording.ago(item.receivedAt, now: visit.now),
            "received": wording.machine(item.receivedAt), "receivedName": wording.moment(item.receivedAt, now: visit.now),
            "more": item.messages > 1 ? item.messages as Any : false, "isPublic": found.question.visibility == .public,
            "status": visit.holds(found)
                ? wording(CaseWord.held) as Any : found.status == .waiting ? false : wording.status(found.status) as Any, "due": false,
            "holder": false,
            "alarm": undelivered.mark(found, wording).map { $0 as Any } ?? false,
            // What is the rule goes without saying: a draft to be read, in the team one looks at.
            "isMarked": found.status == .waiting && found.disposition != .draft,
            "showsTeam": scope != .team || visit.user?.team == nil,
        ]
        if found.status == .waiting, let due = found.due {
            let left = wording.due(due, now: visit.now)
            view["due"] = [
                "text": left.text, "machine": wording.machine(due), "moment": wording.moment(due, now: visit.now),
                "class": left.isLate ? "late" : left.isSoon ? "soon" : "calm",
            ]
        }
        view["promised"] = found.promisedUntil.map { wording.promised($0, now: visit.now) as Any } ?? false
        view["holder"] = HolderView.view(found, visit) ?? false
        self.view = view
    }

    /// The words, with the subject told from what follows where they begin with it.
    private static func text(_ item: QueueItem) -> String {
        guard let subject = item.case.question.subject, !subject.isEmpty, item.text.hasPrefix(subject + "\n") else { return item.text }
        return subject + " · " + item.text.dropFirst(subject.count).drop { $0.isWhitespace }
    }
}

/// Who has a case in hand.
enum HolderView {
    static func view(_ item: Case, _ visit: Visit) -> Any? {
        let wording = visit.wording
        if let name = item.takenOverBy {
            let isMine = name == visit.colleague.name
            return [
                "initials": Initials.of(name), "isMine": isMine,
                "text": isMine
                    ? wording(QueueWord.ledByYou) : wording.say("\(name) répond hors de Courtois", "\(name) answers outside Courtois"),
            ]
        }
        guard let claim = item.claim, claim.isLive(at: visit.now) else { return nil }
        let left = claim.remaining(at: visit.now).map { wording.say(", encore ", ", ") + wording.span($0) + wording.say("", " left") } ?? ""
        let isMine = claim.by == visit.colleague.name
        return [
            "initials": Initials.of(claim.by), "isMine": isMine,
            "text": isMine
                ? wording.say("À vous", "Yours") + left
                : wording.say("\(claim.by) s’en occupe", "\(claim.by) has it") + left,
        ]
    }
}
