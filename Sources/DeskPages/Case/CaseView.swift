import Desk
import DeskServer
import IntentEngine

/// Everything the page of a case shows.
struct CaseView {
    private(set) var view: [String: Any]

    init(_ visit: Visit, _ file: CaseFile, _ unkept: CasePages.Unkept, colleagues: [User], others: OtherCases) {
        let (wording, item) = (visit.wording, file.case)
        let origin = CasePages.origin(visit)
        view = visit.frame()
        let customer = file.customer
        let name = VisibleText.line(customer?.name ?? customer?.id ?? wording(QueueWord.anonymous), most: 80)
        view["title"] = wording.say("Dossier \(item.number)", "Case \(item.number)")
        view["customer"] = name
        view["number"] = item.number
        view["version"] = item.version
        view["base"] = Address.case(item.number)
        view["from"] = origin ?? ""
        // Also where the page answers a form.
        view["here"] = Address.with(Address.case(item.number), origin.map { [("from", $0)] } ?? [])
        view["back"] = origin ?? "/"
        view["next"] = Address.with(Address.case(item.number) + "/next", origin.map { [("from", $0)] } ?? [])
        view["before"] = Address.with(Address.case(item.number) + "/before", origin.map { [("from", $0)] } ?? [])
        view["alert"] = unkept.alert.map { $0 as Any } ?? false
        view["confirmation"] = Self.confirmation(visit, file, unkept) ?? false
        view["facts"] = CaseFacts(visit, file).view
        view["timeline"] = CaseTimeline(visit, file).view
        view["others"] = others.view ?? false
        view["understood"] = UnderstoodView(visit, file).view
        view["mayAct"] = visit.colleague.role >= .reviewer
        view["moderation"] =
            visit.colleague.role >= .reviewer && item.status == .waiting && item.disposition == .moderate && item.draft?.isProposed != true
        view["reply"] = ReplyView(visit, file, unkept).view
        view["undelivered"] = DeliveryView(visit, file)?.view ?? false
        view["work"] = WorkView(visit, file, unkept, colleagues: colleagues).view
    }

    /// What is asked before another draft takes the place of what is said to a signal that calls for a person.
    private static func confirmation(_ visit: Visit, _ file: CaseFile, _ unkept: CasePages.Unkept) -> Any? {
        guard let intent = unkept.redraft else { return nil }
        let wording = visit.wording
        let signals = file.gates(visit.edition).map(wording.signal).joined(separator: ", ")
        return [
            "intent": intent,
            "words": wording.say(
                "Une personne doit répondre à ce dossier (\(signals)). Son brouillon serait remplacé par une réponse type\u{A0}: \(wording.intent(intent)).",
                "This case calls for a person (\(signals)). A stock reply would take the place of its draft: \(wording.intent(intent))."),
        ]
    }
}

/// What stands over a case.
struct CaseFacts {
    let view: [String: Any]

    init(_ visit: Visit, _ file: CaseFile) {
        let (wording, item) = (visit.wording, file.case)
        var facts: [String: Any] = [
            "priority": item.priority.rawValue, "priorityName": wording.priority(item.priority),
            "channel": wording.channel(item.conversation.channel), "account": item.conversation.account,
            "hasAccount": item.conversation.account != Message.defaultAccount, "team": wording.team(item.team),
            "visibility": wording.visibility(item.question.visibility), "isPublic": item.question.visibility == .public,
            "language": wording.language(item.question.language), "kind": item.disposition.rawValue,
            "disposition": wording.disposition(item.disposition), "isWaiting": item.status == .waiting,
            "status": visit.holds(item) ? wording(CaseWord.held) : wording.status(item.status),
            "needsSecondReader": item.needsSecondReader && visit.parts.policy.hasSecondReader,
            "holder": HolderView.view(item, visit) ?? false, "due": false, "replyUntil": false,
            "intent": item.intent.map { wording.intent($0) as Any } ?? false,
        ]
        if item.status == .waiting, let due = item.due {
            let left = wording.due(due, now: visit.now)
            facts["due"] = [
                "text": left.text, "machine": wording.machine(due), "moment": wording.moment(due, now: visit.now),
                "class": left.isLate ? "late" : left.isSoon ? "soon" : "calm",
            ]
        }
        facts["promised"] =
            item.promisedUntil.map { wording.promised($0, now: visit.now) as Any } ?? false
        if let until = item.question.replyUntil {
            facts["replyUntil"] =
                visit.now < until
                ? wording.say("Réponse possible jusqu’au ", "Replies are taken until ") + wording.moment(until, now: visit.now)
                : wording.say("La plateforme n’accepte plus de réponse", "The platform takes no more replies")
        }
        view = facts
    }
}

/// The conversation, what left the desk and what colleagues noted, in the order it happened.
struct CaseTimeline {
    let view: [[String: Any]]

    init(_ visit: Visit, _ file: CaseFile) {
        var events: [(at: Instant, order: Int, view: [String: Any])] = []
        let question = file.case.question.message
        for (index, message) in file.messages.enumerated() {
            events.append((message.sentAt ?? message.receivedAt, 0, Self.message(message, index, question, visit, file)))
        }
        for draft in file.drafts {
            guard let approval = draft.state.approval, !draft.text.isEmpty else { continue }
            events.append((approval.at, 1, Self.reply(draft, file.delivery(of: draft), approval, visit)))
        }
        for note in file.notes { events.append((note.at, 2, Self.note(note, visit))) }
        view = events.enumerated().sorted { ($0.element.at, $0.element.order, $0.offset) < ($1.element.at, $1.element.order, $1.offset) }
            .map(\.element.view)
    }

    private static func blank(_ kind: String, _ at: Instant, _ visit: Visit) -> [String: Any] {
        [
            "isMessage": kind == "message", "isReply": kind == "reply", "isNote": kind == "note", "machine": visit.wording.machine(at),
            "moment": visit.wording.moment(at, now: visit.now), "isErased": false, "isEmpty": false, "folded": false, "rating": false,
            "subject": false,
            "isQuestion": false, "parts": [String](), "changed": false,
        ]
    }

    private static func message(
        _ message: StoredMessage, _ index: Int, _ question: String, _ visit: Visit, _ file: CaseFile
    ) -> [String: Any] {
        let wording = visit.wording
        var view = blank("message", message.sentAt ?? message.receivedAt, visit)
        view["author"] = VisibleText.line(message.author?.name ?? message.author?.id ?? wording(QueueWord.anonymous), most: 80)
        view["visibility"] = wording.visibility(message.visibility)
        view["isQuestion"] = message.id == question && file.case.status == .waiting
        if let rating = message.rating { view["rating"] = wording.say("\(rating) sur 5", "\(rating) out of 5") }
        if let subject = message.subject, !subject.isEmpty {
            view["subject"] = ["parts": [Self.stretch(MarkedText.Stretch(text: VisibleText.line(subject)), "", [], wording)]]
        }
        if let change = wording.change(of: message, wasAnswered: file.wasAnswered(before: message), now: visit.now) {
            view["changed"] = change
        }
        guard let text = message.text else {
            view["isErased"] = true
            return view
        }
        view["isEmpty"] = !text.contains { !$0.isWhitespace }
        let evidence = file.reading(of: message).evidence
        let marked = MarkedText(text, subject: message.subject, evidence)
        let stretches = { (part: [MarkedText.Stretch], offset: Int) in
            part.enumerated().map { Self.stretch($1, "e\(index)-\($0 + offset)", evidence, wording) }
        }
        let count = marked.heading.count
        // The same words once, with what speaks in them.
        if count > 0 { view["subject"] = ["parts": stretches(marked.heading, 0)] }
        view["parts"] = stretches(marked.shown, count)
        if !marked.folded.isEmpty { view["folded"] = ["parts": stretches(marked.folded, count + marked.shown.count)] }
        return view
    }

    private static func stretch(
        _ stretch: MarkedText.Stretch, _ id: String, _ evidence: [DecisionReading.Evidence], _ wording: DeskWording
    ) -> [String: Any] {
        var view: [String: Any] = ["text": stretch.text, "link": stretch.link.map { $0 as Any } ?? false, "mark": false]
        if !stretch.evidence.isEmpty {
            view["mark"] = [
                "id": id,
                // The strongest: nobody reads more of a tip.
                "tips": stretch.evidence.sorted { evidence[$0].points > evidence[$1].points }.prefix(6).map { index -> [String: Any] in
                    let item = evidence[index]
                    let title =
                        switch item.owner {
                        case .intent(let name, _): wording.intent(name)
                        case .signal(let name, _): wording.signal(name)
                        }
                    return [
                        "owner": title, "points": wording.count(item.points, ("point", "points"), ("point", "points")),
                        "phrase": item.phrase, "source": item.source,
                    ]
                },
            ]
        }
        return view
    }

    private static func reply(_ draft: CaseDraft, _ delivery: Delivery?, _ approval: Approval, _ visit: Visit) -> [String: Any] {
        var view = blank("reply", approval.at, visit)
        view["author"] = visit.wording.author(of: draft)
        view["state"] = visit.wording.state(draft, delivery)
        view["text"] = VisibleText.lines(ArraySlice(draft.text.unicodeScalars))
        view["isAlarm"] = draft.state.kind == .undelivered
        return view
    }

    private static func note(_ note: CaseNote, _ visit: Visit) -> [String: Any] {
        var view = blank("note", note.at, visit)
        view["author"] = note.by
        view["text"] = note.text.map { VisibleText.lines(ArraySlice($0.unicodeScalars)) as Any } ?? visit.wording(CaseWord.erasedNote)
        return view
    }
}

extension [DecisionReading.Value] {
    /// Each once, in the order found.
    fileprivate var unique: Self {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}

/// What the rules made of the question: what is wanted, what else it may be, signals, reasons, values.
struct UnderstoodView {
    let view: [String: Any]

    /// Other requests offered on a key.
    private static let mostChoices = 3

    init(_ visit: Visit, _ file: CaseFile) {
        let (wording, item) = (visit.wording, file.case)
        let question = file.messages.last { $0.id == item.question.message } ?? file.messages.last
        let reading = question.map { file.reading(of: $0) } ?? DecisionReading()
        let decider = visit.edition.desk.decider
        let told = ReasonTranslation(policy: decider.policy, brand: decider.brand, to: wording.language)
        let offered = Self.offered(visit, file)
        let others = (reading.intents + reading.candidates).filter { $0.name != item.intent && offered.contains($0.name) }
        let mayRedraft = visit.colleague.role >= .reviewer && item.status == .waiting && question?.text != nil
        let listed = Set(others.prefix(Self.mostChoices).map(\.name) + [item.intent].compactMap(\.self))
        let rest = offered.subtracting(listed).map { ($0, wording.intent($0)) }.sorted { $0.1 < $1.1 }
        view = [
            "intents": reading.intents.map {
                [
                    "name": wording.intent($0.name), "points": wording.count($0.points, ("point", "points"), ("point", "points")),
                ] as [String: Any]
            },
            "hasIntents": !reading.intents.isEmpty, "intent": item.intent.map { wording.intent($0) as Any } ?? false,
            "signals": reading.signals.map { ["name": wording.signal($0.name), "level": $0.level] as [String: Any] },
            "hasSignals": !reading.signals.isEmpty, "reasons": reading.reasons.map { told($0) }, "hasReasons": !reading.reasons.isEmpty,
            "values": reading.values.unique.map { value -> [String: Any] in
                let shown = wording.shown(value.kind, value.text)
                return [
                    "kind": wording.value(value.kind), "text": VisibleText.line(shown.text, most: 80),
                    "copied": VisibleText.line(shown.copied, most: 400),
                ]
            }, "hasValues": !reading.values.isEmpty, "mayRedraft": mayRedraft,
            "choices": others.prefix(Self.mostChoices).enumerated().map {
                [
                    "digit": $0 + 1, "intent": $1.name, "name": wording.intent($1.name),
                    "points": wording.count($1.points, ("point", "points"), ("point", "points")),
                ] as [String: Any]
            }, "hasChoices": !others.isEmpty,
            "rest": rest.map { ["intent": $0.0, "name": $0.1] as [String: Any] },
        ]
    }

    /// Requests for which the brand has a text here. Where a signal calls for a person, no courtesy takes the place of what is
    /// said to it.
    private static func offered(_ visit: Visit, _ file: CaseFile) -> Set<String> {
        let (desk, question) = (visit.edition.desk, file.case.question)
        let policies = desk.decider.policy.intents
        let isGated = !file.gates(visit.edition).isEmpty
        let language = Language.ruled.contains(question.language) ? question.language : .french
        let names = desk.rulebook.intents.enumerated().filter { number, _ in
            !(isGated && policies[number].isCourtesy)
                && !desk.library.entries(ReplyLibrary.Key(.body(number), language, question.visibility)).isEmpty
        }
        return Set(names.map(\.element))
    }
}
