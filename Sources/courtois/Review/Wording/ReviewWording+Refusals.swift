import Desk

extension ReviewWording {
    /// Why the desk did not do what was asked, and what can be done about it.
    func refusal(_ refusal: ReviewRefusal, case number: Int64) -> String {
        switch refusal {
        case .noSuchCase: say("Le dossier \(number) n’existe plus.", "Case \(number) is no longer there.")
        case .stale(let change):
            say(
                "Le dossier a changé\u{A0}: vous aviez lu la version \(change.seen), il en est à la version \(change.current).",
                "The case has changed: you saw version \(change.seen), it is now at version \(change.current).")
        case .notAllowed(_, let role):
            say("Il faut pour cela être \(self.role(role)).", "This needs the role of a \(self.role(role)).")
        case .claimed(let claim):
            say(
                "\(claim.by) tient ce dossier. Un responsable peut agir malgré cela.",
                "\(claim.by) holds this case. A manager may act all the same.")
        case .takenOver(let name):
            say(
                "\(name) mène cette conversation par ailleurs. Il faut d’abord qu’elle soit rendue.",
                "\(name) leads this conversation by other means. It must be given back first.")
        case .noDraft:
            say("Aucun brouillon n’attend\u{A0}: écrivez-en un avec e.", "No draft waits: write one with e.")
        case .needsSecondReader(let name):
            say(
                "Sujet sensible\u{A0}: il faut un second lecteur. \(name) a écrit ce texte et ne peut pas le laisser partir\u{202F}; "
                    + "une autre personne doit l’approuver.",
                "A sensitive matter needs a second reader. \(name) wrote this text and cannot let it go; somebody else must approve it.")
        case .hasFindings(let findings):
            findings.contains(where: \.isFinal)
                ? say(
                    "Ce texte a des restes de rédaction\u{A0}: il ne peut pas partir. Corrigez-le avec e.",
                    "Something is left over in this text: it cannot leave. Mend it with e.")
                : say("Le correcteur a des remarques sur ce texte.", "The proofreader holds something against this text.")
        case .tooLateToUndo:
            say("Trop tard\u{A0}: la réponse est partie ou va partir.", "Too late: the reply has left, or is about to.")
        case .notNow(_, let status):
            say(
                "Le dossier est \(self.status(status))\u{A0}: ce n’est pas possible maintenant.",
                "The case is \(self.status(status)): this does nothing there.")
        case .isEmpty: say("Il faut un texte.", "A text is needed.")
        case .noSuchColleague(let name):
            say(
                "Personne ici ne s’appelle \(quoted(name))\u{A0}: vérifiez le nom (courtois user list).",
                "Nobody here is called \(quoted(name)): check the name (courtois user list).")
        case .onlyReads(let name):
            say("\(name) ne fait que lire\u{A0}: choisissez un relecteur.", "\(name) only reads: choose a reviewer.")
        case .tooLong(_, let most): say("Le texte dépasse \(most) octets.", "The text is longer than \(most) bytes.")
        }
    }

    /// What was done.
    func done(_ step: ReviewScreen.Step, case number: Int64) -> String {
        switch step {
        case .claim: say("Dossier \(number) pris.", "Case \(number) is yours.")
        case .release: say("Dossier \(number) libéré.", "Case \(number) is free again.")
        case .approve: say("Réponse au dossier \(number) approuvée.", "Reply to case \(number) approved.")
        case .undo:
            say("Approbation annulée\u{A0}: le dossier \(number) attend de nouveau.", "Approval taken back: case \(number) waits again.")
        case .reject: say("Brouillon du dossier \(number) refusé.", "Draft of case \(number) rejected.")
        case .escalate(let team, _):
            say("Dossier \(number) confié à l’équipe \(self.team(team)).", "Case \(number) given to \(self.team(team)).")
        case .takeOver:
            say(
                "Vous menez la conversation du dossier \(number)\u{A0}: rien ne part d’ici jusqu’à ce que vous la rendiez (t).",
                "You lead the conversation of case \(number): nothing leaves from here until you give it back (t).")
        case .giveBack: say("Conversation du dossier \(number) rendue.", "Conversation of case \(number) given back.")
        case .handOver(let name): say("Dossier \(number) remis à \(name).", "Case \(number) handed over to \(name).")
        case .close: say("Dossier \(number) clos\u{A0}: o pour le rouvrir.", "Case \(number) closed: o reopens it.")
        case .reopen: say("Dossier \(number) rouvert.", "Case \(number) waits again.")
        case .note: say("Note ajoutée au dossier \(number).", "Note added to case \(number).")
        case .edit(_, let findings):
            findings.isEmpty
                ? say("Texte enregistré. Rien à redire\u{A0}: a pour l’approuver.", "Text kept. Nothing against it: a approves it.")
                : say(
                    "Texte enregistré, avec \(count(findings.count, ("remarque", "remarques"), ("", ""))) du correcteur ci-dessus.",
                    "Text kept, with \(count(findings.count, ("", ""), ("finding", "findings"))) of the proofreader above.")
        }
    }
}

extension ReviewWording {
    /// The case is no longer what the person reads.
    var changed: String {
        say("Ce dossier a changé entre-temps\u{A0}: relisez-le.", "This case has changed meanwhile: read it again.")
    }
}
