/// Words of the list of keys.
enum KeyWord: String, WordList {
    case keysTitle, keysEverywhere, keysQueue, keysCase, keySearch, keyUndo, keyQueue, keyHelp, keyMove, keyOpen, keyNextCase, keyApprove
    case keyApproveNext, keyEdit, keyReject, keyEscalate, keyNote, keyClaim, keyIntent, keyClose, keysNote

    var texts: (french: String, english: String) {
        switch self {
        case .keysTitle: ("Raccourcis clavier", "Keyboard shortcuts")
        case .keysEverywhere: ("Partout", "Everywhere")
        case .keysQueue: ("Dans la file", "In the queue")
        case .keysCase: ("Dans un dossier", "In a case")
        case .keySearch: ("Rechercher", "Search")
        case .keyUndo: ("Annuler le dernier envoi", "Undo the last approval")
        case .keyQueue: ("Aller à la file", "Go to the queue")
        case .keyHelp: ("Cette aide", "This list")
        case .keyMove: ("Dossier suivant, précédent", "Next, previous case")
        case .keyOpen: ("Ouvrir", "Open")
        case .keyNextCase: ("Dossier suivant, précédent", "Next, previous case")
        case .keyApprove: ("Approuver", "Approve")
        case .keyApproveNext: ("Approuver et passer au suivant", "Approve and go on")
        case .keyEdit: ("Modifier la réponse", "Edit the reply")
        case .keyReject: ("Refuser le brouillon", "Reject the draft")
        case .keyEscalate: ("Confier à une autre équipe", "Give to another team")
        case .keyNote: ("Écrire une note", "Write a note")
        case .keyClaim: ("Prendre ou libérer le dossier", "Take or release the case")
        case .keyClose: ("Clore le dossier, après modération ou avec un motif", "Close the case, once moderated or with a reason")
        case .keyIntent: ("Rédiger pour une autre demande", "Redraft for another request")
        case .keysNote:
            (
                "Ces touches n’agissent pas pendant que vous écrivez. Échap quitte un champ. Elles se désactivent dans le menu du compte.",
                "These keys do nothing while you type. Escape leaves a field. The account menu turns them off."
            )
        }
    }
}
