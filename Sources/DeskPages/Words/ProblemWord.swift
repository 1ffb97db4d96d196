/// Words for what stands in the way, and what to do about it.
enum ProblemWord: String, WordList {
    case forged, forgedText, notAllowed, notAllowedText, storeFailed, storeFailedText, noSuchCase, noSuchCaseText, noSuchPage
    case noSuchPageText, backToQueue, sessionEnded, sessionEndedText, tooLarge, tooLargeText, noForm, noFormText, typedText

    var texts: (french: String, english: String) {
        switch self {
        case .forged: ("Cette demande n’a pas été acceptée", "This request was not accepted")
        case .forgedText:
            (
                "Elle ne vient pas d’une page ouverte de ce bureau, ou la page date d’avant votre connexion. Rien n’a changé. Revenez en arrière, rechargez la page, puis recommencez.",
                "It did not come from an open page of this desk, or the page is older than your session. Nothing was changed. Go back, reload the page and try again."
            )
        case .notAllowed: ("Votre rôle ne le permet pas", "Your role does not allow this")
        case .notAllowedText:
            (
                "Demandez à un responsable de le faire, ou de changer votre rôle.",
                "Ask a manager to do it, or to change your role."
            )
        case .storeFailed: ("Le bureau ne peut pas lire ses données", "The desk cannot read its data")
        case .storeFailedText:
            (
                "Rien n’a changé. Réessayez dans un instant\u{202F}; si cela persiste, prévenez la personne qui administre le serveur\u{A0}: ses journaux disent pourquoi.",
                "Nothing was changed. Try again in a moment; if it goes on, tell whoever runs the server: its log says why."
            )
        case .noSuchCase: ("Ce dossier n’existe pas", "There is no such case")
        case .noSuchCaseText:
            ("Vérifiez son numéro, ou retrouvez-le par la recherche.", "Check its number, or find it by searching.")
        case .noSuchPage: ("Cette page n’existe pas", "There is no such page")
        case .noSuchPageText: ("L’adresse est peut-être incomplète.", "The address may be incomplete.")
        case .sessionEnded: ("Votre session est terminée", "Your session has ended")
        case .sessionEndedText:
            (
                "Rien n’a changé. Connectez-vous de nouveau, puis recommencez depuis le dossier.",
                "Nothing was changed. Sign in again, then try again from the case."
            )
        case .tooLarge: ("C’est trop long", "This is too long")
        case .tooLargeText:
            (
                "Rien n’a changé\u{A0}: un formulaire porte 512\u{A0}Kio au plus. Revenez en arrière et raccourcissez le texte.",
                "Nothing was changed: a form holds 512 KiB at most. Go back and shorten the text."
            )
        case .noForm: ("Ce n’est pas un formulaire du bureau", "This is no form of the desk")
        case .noFormText: ("Rien n’a changé. Passez par une page du bureau.", "Nothing was changed. Go by a page of the desk.")
        case .typedText:
            ("Votre texte, qui n’a pas été enregistré\u{A0}: copiez-le", "Your text, which was not kept: copy it")
        case .backToQueue: ("Retour à la file", "Back to the queue")
        }
    }
}
