extension ReviewWording {
    /// The keys of a page, on one line.
    func hints(_ page: ReviewScreen.Page) -> String {
        switch page {
        case .queue:
            say(
                "Entrée ouvrir  c prendre  s confier  n noter  / filtrer  ? aide  q quitter",
                "Enter open  c claim  s escalate  n note  / filter  ? help  q quit")
        case .case:
            say(
                "a approuver  e modifier  r refuser  s confier  n noter  c prendre  Tab  ? aide",
                "a approve  e edit  r reject  s escalate  n note  c claim  Tab evidence  ? help")
        case .conflict(let conflict):
            conflict.isEdit
                ? say(
                    "Entrée relire le dossier   e reprendre votre texte   j/k défiler   q revenir",
                    "Enter read the case   e take up your text   j/k scroll   q queue")
                : say("Entrée relire le dossier   j/k défiler   q revenir", "Enter read the case   j/k scroll   q queue")
        }
    }

    /// Every key with what it does; a pair without a key is a heading.
    var help: [(key: String, meaning: String)] {
        [
            ("", say("File", "Queue")),
            (say("j k ↓ ↑", "j k ↓ ↑"), say("dossier suivant, précédent", "next case, previous case")),
            ("g G", say("premier, dernier", "first, last")),
            (say("Entrée", "Enter"), say("ouvrir le dossier", "open the case")),
            (
                "/",
                say(
                    "filtrer (ni accents ni majuscules ne comptent)\u{202F}; Échap efface",
                    "filter (accents and case do not matter); Esc clears")
            ),
            ("w", say("dossiers en attente, traités, clos", "cases that wait, answered, closed")),
            ("", say("Dossier", "Case")),
            ("Tab", say("preuve suivante, Maj-Tab précédente", "next evidence, Shift-Tab the one before")),
            (
                say("j k PgSuiv", "j k PgDn"),
                say("défiler\u{202F}; Échap ou ← revient à la file", "scroll; Esc or ← goes back to the queue")
            ),
            (
                "a",
                say(
                    "approuver\u{A0}: la réponse part à la fin du délai d’annulation",
                    "approve: the reply leaves when the time to undo is over")
            ),
            ("u", say("annuler l’approbation tant que le délai court", "take the approval back while that time runs")),
            ("e", say("modifier dans $VISUAL ou $EDITOR, puis lire les remarques", "edit in $VISUAL or $EDITOR, then read the findings")),
            ("r", say("refuser le brouillon, avec une raison", "reject the draft, with a reason")),
            ("s", say("confier à une autre équipe", "escalate to another team")),
            ("h", say("remettre à un collègue, par son nom", "hand over to a colleague, by name")),
            (
                "t",
                say(
                    "reprendre la conversation par ailleurs, ou la rendre",
                    "take the conversation over by other means, or give it back")
            ),
            ("x", say("clore, avec une raison", "close, with a reason")),
            ("o", say("rouvrir, avec une raison", "reopen, with a reason")),
            ("n", say("écrire une note pour les collègues", "write a note for colleagues")),
            ("c", say("prendre le dossier, ou le libérer", "claim the case, or release it")),
            ("R", say("relire le dossier tel qu’il est maintenant", "read the case as it is now")),
            ("q", say("revenir à la file, quitter", "back to the queue, quit")),
        ]
    }
}
