import Desk
import IntentEngine

/// The words of the review screen, in the language of the person who sits before it.
struct ReviewWording: Sendable {
    let language: Language
    let glossary: ReviewGlossary

    init(_ language: Language, _ glossary: ReviewGlossary = ReviewGlossary()) {
        self.language = language == .french ? .french : .english
        self.glossary = glossary
    }

    func say(_ french: String, _ english: String) -> String { language == .french ? french : english }

    /// Between a word and what it stands for.
    var colon: String { say("\u{A0}: ", ": ") }

    func quoted(_ text: String) -> String { say("«\u{A0}\(text)\u{A0}»", "“\(text)”") }

    // MARK: Names

    func team(_ team: Team) -> String {
        if let title = glossary.teams[team]?[language] { return title }
        return switch team {
        case .customerService: say("Service client", "Customer service")
        case .publicRelations: say("Relations publiques", "Public relations")
        case .marketing: say("Marketing", "Marketing")
        case .businessDevelopment: say("Développement commercial", "Business development")
        case .internalCommunication: say("Communication interne", "Internal communication")
        case .legal: say("Juridique", "Legal")
        }
    }

    func intent(_ name: String) -> String { glossary.intents[name]?[language] ?? name }
    func signal(_ name: String) -> String { glossary.signals[name]?[language] ?? name }
    func reason(_ reason: String) -> String { glossary.reasons[language]?(reason) ?? reason }

    func disposition(_ disposition: Disposition) -> String {
        switch disposition {
        case .draft: say("à relire", "to review")
        case .send: say("envoi", "to send")
        case .human: say("à écrire", "to write")
        case .moderate: say("à modérer", "moderate")
        case .ignore: say("sans suite", "nothing")
        }
    }

    func status(_ status: Case.Status) -> String {
        switch status {
        case .waiting: say("en attente", "waiting")
        case .answered: say("traité", "answered")
        case .closed: say("clos", "closed")
        }
    }

    /// How many cases are listed.
    func listed(_ status: Case.Status, _ count: Int, _ more: String) -> String {
        let (french, english) = (count < 2, count == 1)
        return switch status {
        case .waiting:
            say(
                "\(count)\(more) \(french ? "dossier attend" : "dossiers attendent")",
                "\(count)\(more) \(english ? "case waits" : "cases wait")")
        case .answered:
            say(
                "\(count)\(more) \(french ? "dossier traité" : "dossiers traités")",
                "\(count)\(more) \(english ? "case" : "cases") answered")
        case .closed:
            say("\(count)\(more) \(french ? "dossier clos" : "dossiers clos")", "\(count)\(more) \(english ? "case" : "cases") closed")
        }
    }

    /// None is listed.
    func nothing(_ status: Case.Status) -> String {
        switch status {
        case .waiting: say("Rien n’attend.", "Nothing waits.")
        case .answered: say("Aucun dossier n’est traité.", "No case is answered.")
        case .closed: say("Aucun dossier n’est clos.", "No case is closed.")
        }
    }

    func role(_ role: Role) -> String {
        switch role {
        case .reader: say("lecteur", "reader")
        case .reviewer: say("relecteur", "reviewer")
        case .manager: say("responsable", "manager")
        }
    }

    func visibility(_ visibility: Message.Visibility) -> String {
        visibility == .public ? say("public", "public") : say("privé", "private")
    }

    /// What has become of a draft, in a few words.
    func state(_ state: DraftState) -> String {
        switch state {
        case .proposed: say("proposé", "proposed")
        case .approved(let approval): say("approuvé par \(approval.by)", "approved by \(approval.by)")
        case .sent(let approval): say("parti, approuvé par \(approval.by)", "sent, approved by \(approval.by)")
        case .undelivered(let approval): say("non remis, approuvé par \(approval.by)", "not delivered, approved by \(approval.by)")
        case .replaced: say("remplacé", "replaced")
        case .rejected(let name, let reason): say("refusé par \(name)\u{A0}: \(reason)", "rejected by \(name): \(reason)")
        case .superseded(let cause): superseded(cause)
        }
    }

    /// What has become of a draft whose delivery is known.
    func state(_ draft: CaseDraft, _ delivery: Delivery?) -> String {
        guard case .undelivered(let approval) = draft.state, let kind = delivery?.state.kind else { return state(draft.state) }
        return switch kind {
        case .unknown:
            say(
                "peut-être arrivé, à vérifier, approuvé par \(approval.by)", "may have arrived, to be checked, approved by \(approval.by)")
        case .dropped: say("envoi abandonné, approuvé par \(approval.by)", "given up, approved by \(approval.by)")
        default: state(draft.state)
        }
    }

    /// What a person must know of a reply before writing again, and by which commands they decide.
    func advice(_ delivery: Delivery) -> String {
        let (words, cause) =
            switch delivery.state {
            case .unknown(let cause):
                (
                    say(
                        "La réponse est peut-être arrivée\u{A0}: regardez sur la plateforme avant d’écrire de nouveau",
                        "The reply may have arrived: look at the platform before you write again"), cause
                )
            case .refused(_, let words): (say("La plateforme a refusé la réponse", "The platform refused the reply"), words)
            case .exhausted(let cause): (say("Aucun essai n’a abouti à temps", "No try succeeded in time"), cause)
            default: ("", "")
            }
        let verbs = delivery.state.kind == .unknown ? "confirm|retry|drop" : "retry|drop"
        return words + (cause.isEmpty ? "" : " (\(cause))") + say("\u{202F}; ", "; ") + "courtois outbox \(verbs) \(delivery.id)"
    }

    private func superseded(_ cause: DraftState.Cause) -> String {
        switch cause {
        case .customerWroteAgain: say("dépassé\u{A0}: le client a écrit de nouveau", "superseded: the customer wrote again")
        case .customerEdited: say("dépassé\u{A0}: le client a modifié son message", "superseded: the customer changed their message")
        case .customerDeleted: say("dépassé\u{A0}: le message a été supprimé", "superseded: the message was deleted")
        case .answeredElsewhere: say("dépassé\u{A0}: répondu ailleurs", "superseded: answered elsewhere")
        case .takenOver: say("dépassé\u{A0}: conversation reprise", "superseded: taken over")
        case .closed: say("dépassé\u{A0}: dossier clos", "superseded: closed")
        }
    }

    // MARK: Times

    /// The two largest units: `3 j 4 h`, `25 min`.
    func span(_ seconds: Int) -> String {
        let units = [(86400, say("j", "d")), (3600, "h"), (60, "min"), (1, "s")]
        let first = units.firstIndex { seconds >= $0.0 } ?? 3
        // Seconds matter only where there is nothing larger.
        let last = first == 3 ? 3 : min(first + 1, 2)
        var rest = seconds
        let parts = units[first...last].compactMap { unit -> String? in
            let count = rest / unit.0
            rest %= unit.0
            return count == 0 && unit.0 != units[first].0 ? nil : "\(count)\u{A0}\(unit.1)"
        }
        return parts.joined(separator: " ")
    }

    /// Minutes and seconds: `14:59`.
    func countdown(_ seconds: Int) -> String {
        let rest = String(seconds % 60)
        return "\(seconds / 60):" + (rest.count == 1 ? "0" : "") + rest
    }

    /// Time left until a due moment, with a minus where it is over.
    func due(_ due: Instant?, now: Instant) -> String {
        guard let due else { return "–" }
        let left = due.seconds - now.seconds
        return left < 0 ? "−" + span(-left) : span(left)
    }

    /// Day and time at the brand's place.
    func moment(_ moment: Instant) -> String {
        let text = moment.rfc3339(in: glossary.zone)
        return text.prefix(10) + " " + text.dropFirst(11).prefix(5)
    }

    /// What its author, or the platform, did with a message since; nil for what stands as it was written.
    func change(of message: StoredMessage, wasAnswered: Bool) -> String? {
        let what: String
        if let at = message.deletedAt {
            what = say("supprimé ou masqué sur la plateforme", "deleted or hidden on the platform") + " \(moment(at))"
        } else if let at = message.editedAt {
            what = say("modifié par le client", "changed by the customer") + " \(moment(at))"
        } else {
            return nil
        }
        return wasAnswered ? what + say(", après notre réponse", ", after our reply") : what
    }

    /// Whether `name` holds a case, and how long.
    func holder(_ claim: Claim, me: String, now: Instant) -> String {
        guard let left = claim.remaining(at: now) else { return claim.by == me ? say("vous", "you") : claim.by }
        return claim.by == me ? say("vous \(countdown(left))", "you \(countdown(left))") : "\(claim.by) \(span(left))"
    }

    func count(_ count: Int, _ french: (String, String), _ english: (String, String)) -> String {
        language == .french ? "\(count) \(count < 2 ? french.0 : french.1)" : "\(count) \(count == 1 ? english.0 : english.1)"
    }
}
