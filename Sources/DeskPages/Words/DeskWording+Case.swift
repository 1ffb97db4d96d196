import Desk
import IntentEngine

extension DeskWording {
    func author(of draft: CaseDraft) -> String {
        draft.author.map { say("Écrit par \($0)", "Written by \($0)") } ?? say("Rédigé par les règles", "Written by the rules")
    }

    /// What has become of a draft.
    func state(_ state: DraftState) -> String {
        switch state {
        case .proposed: say("Proposé", "Proposed")
        case .approved(let approval): say("Approuvé par \(name(approval))", "Approved by \(name(approval))")
        case .sent(let approval) where approval.isUnreviewed: say("Envoyé automatiquement", "Sent automatically")
        case .sent(let approval): say("Envoyé, approuvé par \(name(approval))", "Sent, approved by \(name(approval))")
        case .undelivered(let approval): say("Non remis, approuvé par \(name(approval))", "Not delivered, approved by \(name(approval))")
        case .replaced: say("Remplacé", "Replaced")
        case .rejected(let name, let reason): say("Refusé par \(name)\u{A0}: \(reason)", "Rejected by \(name): \(reason)")
        case .superseded(let cause): superseded(cause)
        }
    }

    func name(_ approval: Approval) -> String { approval.isUnreviewed ? say("les règles", "the rules") : approval.by }

    private func superseded(_ cause: DraftState.Cause) -> String {
        switch cause {
        case .customerWroteAgain: say("Sans objet\u{A0}: le client a écrit de nouveau", "Superseded: the customer wrote again")
        case .customerEdited: say("Sans objet\u{A0}: le client a modifié son message", "Superseded: the customer changed their message")
        case .customerDeleted: say("Sans objet\u{A0}: le message a été supprimé", "Superseded: the message was deleted")
        case .answeredElsewhere: say("Sans objet\u{A0}: répondu hors de Courtois", "Superseded: answered outside Courtois")
        case .takenOver: say("Sans objet\u{A0}: conversation menée hors de Courtois", "Superseded: led outside Courtois")
        case .closed: say("Sans objet\u{A0}: dossier clos", "Superseded: closed")
        }
    }

    /// What to know before one writes.
    func replyHint(_ item: Case, _ draft: CaseDraft?, me: String, policy: ReviewPolicy) -> String? {
        if let name = item.takenOverBy {
            return name == me
                ? say(
                    "Vous répondez hors de Courtois\u{A0}: rien ne part d’ici.",
                    "You answer outside Courtois: nothing leaves from here.")
                : say("\(name) répond hors de Courtois.", "\(name) answers outside Courtois.")
        }
        guard item.status == .waiting else { return nil }
        if item.needsSecondReader, policy.hasSecondReader {
            return draft?.author == me
                ? say(
                    "Sujet sensible\u{A0}: vous avez écrit ce texte, une autre personne doit l’approuver.",
                    "A sensitive matter: you wrote this text, somebody else must approve it.")
                : say(
                    "Sujet sensible\u{A0}: si vous modifiez le texte, une autre personne devra l’approuver.",
                    "A sensitive matter: if you edit the text, somebody else must approve it.")
        }
        switch item.disposition {
        case .human where draft?.isProposed == true:
            return say(
                "Une personne doit répondre\u{A0}: le texte proposé n’est qu’une réponse d’attente.",
                "A person must answer: the text proposed is only a holding reply.")
        default: break
        }
        if case .rejected? = draft?.state { return draft.map { state($0.state) } }
        return nil
    }

    // MARK: Measures

    func length(_ reading: ReplyReading) -> String {
        let count = reading.most.map { "\(reading.length)\u{202F}/\u{202F}\($0)" } ?? String(reading.length)
        return reading.smsParts.map { "\(count) · \($0)\u{A0}SMS" } ?? count
    }

    func unit(_ reading: ReplyReading) -> String {
        switch reading.unit {
        case .characters: say("caractères", "characters")
        case .utf16: say("unités UTF-16", "UTF-16 units")
        case .bytes: say("octets", "bytes")
        case .scalars: say("caractères Unicode", "Unicode scalars")
        case .x: say("caractères au compte de X", "characters as X counts")
        case .gsm7: say("caractères SMS", "SMS characters")
        }
    }

    func verdict(_ count: Int) -> String {
        count == 0
            ? say("Le correcteur n’a rien à redire.", "The proofreader finds nothing.")
            : self.count(
                count, ("remarque du correcteur", "remarques du correcteur"), ("remark of the proofreader", "remarks of the proofreader"))
    }

    // MARK: Names of parts

    func placeholder(_ placeholder: Placeholder) -> String {
        switch placeholder {
        case .name: say("nom", "name")
        case .orderNumber: say("n° de commande", "order number")
        case .trackingNumber: say("n° de suivi", "tracking number")
        case .date: say("date", "date")
        case .amount: say("montant", "amount")
        case .delay: say("délai", "delay")
        case .asked: say("ce qui est demandé", "what is asked for")
        case .brand: say("marque", "brand")
        }
    }

    func blockGroup(_ group: ReplyBlocks.BlockGroup) -> String {
        switch group {
        case .greeting: say("Salutations", "Greetings")
        case .acknowledgement: say("Premières phrases", "First sentences")
        case .answer(let intent): self.intent(intent)
        case .request: say("Demandes", "Requests")
        case .closing: say("Formules de fin", "Closings")
        case .holding: say("Réponses d’attente", "Holding replies")
        }
    }

    /// What its author, or the platform, did with a message since; nil for what stands as it was written.
    func change(of message: StoredMessage, wasAnswered: Bool, now: Instant) -> String? {
        let what: String
        if let at = message.deletedAt {
            what = say("Supprimé ou masqué sur la plateforme", "Deleted or hidden on the platform") + " · " + moment(at, now: now)
        } else if let at = message.editedAt {
            what = say("Modifié par le client", "Changed by the customer") + " · " + moment(at, now: now)
        } else {
            return nil
        }
        return wasAnswered ? what + " · " + say("après notre réponse", "after our reply") : what
    }
}
