extension DeskWording {
    /// What was done.
    func said(_ kind: Said.Kind, _ number: Int64?) -> String {
        let name = number.map { say("dossier \($0)", "case \($0)") } ?? ""
        let title = number.map { say("Dossier \($0)", "Case \($0)") } ?? ""
        return switch kind {
        case .approved: say("Réponse au \(name) approuvée.", "Reply to \(name) approved.")
        case .held:
            say(
                "Réponse au \(name) approuvée, retenue par le gel\u{A0}: elle partira à la levée.",
                "Reply to \(name) approved, held by the freeze: it leaves once that ends.")
        case .undone: say("Envoi annulé\u{A0}: le \(name) attend de nouveau.", "Taken back: \(name) waits again.")
        case .rejected: say("Brouillon du \(name) refusé.", "Draft of \(name) rejected.")
        case .escalated: say("\(title) confié à l’autre équipe.", "\(title) given to the other team.")
        case .noted: say("Note ajoutée.", "Note added.")
        case .claimed: say("\(title) pris.", "\(title) is yours.")
        case .released: say("\(title) libéré.", "\(title) is free again.")
        case .edited: say("Texte enregistré. Le correcteur n’a rien à redire.", "Text kept. The proofreader finds nothing.")
        case .editedWithFindings:
            say(
                "Texte enregistré, pas encore approuvé\u{A0}: le correcteur a des remarques.",
                "Text kept, not yet approved: the proofreader has remarks.")
        case .redrafted: say("Nouveau brouillon rédigé.", "A new draft was written.")
        case .restored: say("Le brouillon précédent est de retour.", "The draft before is back.")
        case .handedOver: say("\(title) confié à votre collègue.", "\(title) handed to your colleague.")
        case .takenOver:
            say("Vous répondez hors de Courtois\u{A0}: rien ne part d’ici.", "You answer outside Courtois: nothing leaves from here.")
        case .givenBack: say("\(title) repris dans Courtois.", "\(title) goes on in Courtois.")
        case .closed: say("\(title) clos.", "\(title) closed.")
        case .reopened: say("\(title) rouvert.", "\(title) reopened.")
        case .confirmed: say("Réponse notée comme arrivée.", "Reply noted as arrived.")
        case .resent: say("Réponse remise en route.", "Reply on its way again.")
        case .dropped: say("Envoi abandonné.", "Delivery given up.")
        case .frozen: say("Les envois sont gelés.", "Nothing leaves from now on.")
        case .thawed: say("Gel levé\u{A0}: les réponses repartent.", "The freeze has ended: replies leave again.")
        case .alarmEnded: say("Alerte terminée. Le gel du compte demeure.", "The alarm has ended. The account stays frozen.")
        case .passwordChanged:
            say("Mot de passe changé. Vos autres sessions sont fermées.", "Password changed. Your other sessions are closed.")
        case .queueIsEmpty:
            say("C’était le dernier\u{A0}: plus rien n’attend dans cette vue.", "That was the last: nothing else waits in this view.")
        }
    }

    /// Messages that have come in.
    func arrived(_ count: Int) -> String {
        self.count(count, ("nouveau message", "nouveaux messages"), ("new message", "new messages"))
    }
}
