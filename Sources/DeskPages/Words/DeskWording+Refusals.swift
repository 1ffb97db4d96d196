import Desk

extension DeskWording {
    /// Why something was not done, and what to do about it.
    func refusal(_ refusal: ReviewRefusal, case number: Int64) -> String {
        switch refusal {
        case .noSuchCase: self(ProblemWord.noSuchCase)
        case .stale: say("Le dossier a changé entre-temps\u{A0}: relisez-le.", "The case has changed meanwhile: read it again.")
        case .notAllowed: self(ProblemWord.notAllowed) + ". " + self(ProblemWord.notAllowedText)
        case .claimed(let claim):
            say(
                "\(claim.by) s’occupe de ce dossier. Attendez, ou demandez-lui de le libérer\u{202F}; votre texte est conservé ci-dessous.",
                "\(claim.by) has this case in hand. Wait, or ask them to release it; your text is kept below.")
        case .takenOver(let name):
            say(
                "\(name) répond hors de Courtois\u{A0}: la conversation doit d’abord y revenir.",
                "\(name) answers outside Courtois: the conversation must come back first.")
        case .noDraft: say("Aucun brouillon n’attend\u{A0}: écrivez d’abord une réponse.", "No draft waits: write a reply first.")
        case .needsSecondReader(let author):
            say(
                "Sujet sensible\u{A0}: \(author) a écrit ce texte et ne peut pas l’approuver. Une autre personne doit le faire.",
                "A sensitive matter: \(author) wrote this text and cannot approve it. Somebody else must.")
        case .hasFindings(let findings):
            findings.contains(where: \.isFinal)
                ? say(
                    "Ce texte ne peut pas partir\u{A0}: il y reste quelque chose à compléter ou à retirer. Corrigez-le ci-dessous.",
                    "This text cannot leave: something in it is unfilled or left over. Mend it below.")
                : say(
                    "Le correcteur a des remarques. Corrigez le texte, ou envoyez-le en connaissance de cause.",
                    "The proofreader has remarks. Mend the text, or send it knowingly.")
        case .tooLateToUndo:
            say("Trop tard\u{A0}: la réponse est partie, ou part à l’instant.", "Too late: the reply has left, or is leaving.")
        case .notNow(_, let status):
            say(
                "Impossible maintenant\u{A0}: le dossier est «\u{A0}\(self.status(status).lowercased())\u{A0}».",
                "Not possible now: the case is “\(self.status(status).lowercased())”.")
        case .noSuchColleague(let name):
            say(
                "Personne ici ne s’appelle \(quoted(name))\u{A0}: choisissez dans la liste.",
                "Nobody here is called \(quoted(name)): choose from the list.")
        case .onlyReads(let name):
            say(
                "\(name) ne fait que lire\u{A0}: choisissez quelqu’un qui relit.",
                "\(name) only reads: choose somebody who reviews.")
        case .isEmpty: say("Il manque un texte\u{A0}: écrivez-le, puis recommencez.", "A text is missing: write it and try again.")
        case .tooLong(_, let most):
            say("Le texte est trop long\u{A0}: \(most / 1024)\u{A0}Kio au plus.", "The text is too long: \(most / 1024) KiB at most.")
        }
    }

    /// What happened while somebody was writing.
    func conflict(_ change: ReviewRefusal.StaleChange, _ item: Case) -> String {
        if item.status == .answered {
            return say(
                "Une réponse a été approuvée pendant que vous travailliez. La vôtre n’est pas partie\u{202F}; la voici, pour ne rien perdre.",
                "A reply was approved while you were at work. Yours has not left; here it is, so that nothing is lost.")
        }
        return say(
            "Le dossier a changé depuis que vous l’avez ouvert\u{A0}: le client a écrit de nouveau, ou quelqu’un a été plus rapide. Rien n’est parti. Comparez, puis choisissez.",
            "The case has changed since you opened it: the customer wrote again, or somebody was faster. Nothing has left. Compare, then choose."
        )
    }
}
