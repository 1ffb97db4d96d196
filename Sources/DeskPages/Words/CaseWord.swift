/// Words of a case.
enum CaseWord: String, WordList {
    case caseTitle, backToList, nextCase, caseBefore, secondReader, conversation, ourReply, note, emptyText, erasedText, erasedNote,
        restOfText, toAnswer, otherCases
    case understood, nothingUnderstood, whatTheyWant, signals, reasons, valuesFound, copy, copied, uncopied, redraftHint, otherIntent,
        redraft
    case chooseIntent, reply, approve, approveAndNext, save, acceptAndApprove, blocks, insert, changes, noReply
    case claim, release, reject, rejectReason, escalate, toTeam, escalateNote, handOver, toColleague, addNote, noteHint, takeOver
    case takeOverHint, giveBack, closeCase, closeReason, reopen, reopenReason, caseChanged, reload, conflict, yourText
    case theirText, conflictDifferences, keepMine, seeTheirs, nothingChosen, more, level, replyText, unknownValue, closedCase
    case searchBlocks, reopeningReason, closeUnanswered, duplicateReason, elsewhereReason, nothingReason, moderate, moderationHint,
        hiddenClose, hiddenReason
    case reportedClose, reportedReason, harmlessClose, harmlessReason
    case held, replaceDraft, keepDraft, restoreDraft
    case confirmDelivery, retryDelivery, dropDelivery, restored, dropRestored, keptAside, takeKept

    var texts: (french: String, english: String) {
        switch self {
        case .caseTitle: ("Dossier", "Case")
        case .backToList: ("Retour à la liste", "Back to the list")
        case .nextCase: ("Suivant", "Next")
        case .caseBefore: ("Précédent", "Previous")
        case .secondReader: ("Second lecteur requis", "Second reader required")
        case .conversation: ("Conversation", "Conversation")
        case .ourReply: ("Notre réponse", "Our reply")
        case .note: ("Note interne", "Internal note")
        case .emptyText: ("Message vide", "Empty message")
        case .erasedText: ("Message effacé", "Message erased")
        case .erasedNote: ("Note effacée", "Note erased")
        case .restOfText: ("Afficher la suite", "Show the rest")
        case .otherCases: ("Autres dossiers de cette personne", "Other cases of this person")
        case .toAnswer: ("À traiter", "To answer")
        case .understood: ("Ce qui a été compris", "What was understood")
        case .nothingUnderstood: ("Aucune demande reconnue.", "No request was recognised.")
        case .whatTheyWant: ("Demande", "Request")
        case .signals: ("Signaux", "Signals")
        case .reasons: ("Pourquoi", "Why")
        case .valuesFound: ("Repéré dans le message", "Found in the message")
        case .copy: ("Copier", "Copy")
        case .copied: ("Copié.", "Copied.")
        case .uncopied:
            ("Votre navigateur n’a pas pu copier\u{A0}: sélectionnez le texte.", "Your browser could not copy: select the text.")
        case .redraftHint: ("Autre demande\u{202F}? Rédiger plutôt pour\u{A0}:", "Something else? Draft instead for:")
        case .otherIntent: ("Une autre demande", "Another request")
        case .redraft: ("Rédiger", "Draft")
        case .chooseIntent: ("Choisir une demande", "Choose a request")
        case .reply: ("Réponse", "Reply")
        case .replyText: ("Texte de la réponse", "Text of the reply")
        case .approve: ("Approuver", "Approve")
        case .approveAndNext: ("Approuver, suivant", "Approve, next")
        case .save: ("Enregistrer", "Save")
        case .acceptAndApprove: ("Envoyer malgré les remarques", "Send in spite of the remarks")
        case .blocks: ("Insérer un texte de la marque", "Insert one of the brand’s texts")
        case .searchBlocks: ("Chercher dans ces textes", "Search these texts")
        case .insert: ("Insérer", "Insert")
        case .changes: ("Écarts avec le brouillon des règles", "Changes to the rules’ draft")
        case .noReply: ("Aucun brouillon\u{A0}: à vous d’écrire.", "No draft: it is yours to write.")
        case .claim: ("Prendre le dossier", "Take the case")
        case .release: ("Libérer le dossier", "Release the case")
        case .reject: ("Refuser le brouillon", "Reject the draft")
        case .rejectReason: ("Ce qui ne va pas", "What is wrong with it")
        case .escalate: ("Confier à une autre équipe", "Give to another team")
        case .toTeam: ("Équipe", "Team")
        case .escalateNote: ("Ce qu’elle doit savoir (facultatif)", "What they should know (optional)")
        case .handOver: ("Confier à un collègue", "Hand to a colleague")
        case .toColleague: ("Collègue", "Colleague")
        case .addNote: ("Ajouter une note", "Add a note")
        case .noteHint: ("Pour vos collègues seulement", "For colleagues only")
        case .takeOver: ("Répondre hors de Courtois", "Answer outside Courtois")
        case .takeOverHint:
            (
                "Rien ne partira d’ici tant que vous ne l’aurez pas rendue.",
                "Nothing leaves from here until you give it back."
            )
        case .giveBack: ("Reprendre dans Courtois", "Go on in Courtois")
        case .reopeningReason: ("Clos par erreur", "Closed by mistake")
        case .closeUnanswered: ("Clore sans répondre", "Close without a reply")
        case .closeCase: ("Clore le dossier", "Close the case")
        case .duplicateReason: ("Doublon", "Duplicate")
        case .elsewhereReason: ("Déjà traité ailleurs", "Dealt with elsewhere")
        case .nothingReason: ("Rien à répondre", "Nothing to answer")
        case .moderate: ("Modération", "Moderation")
        case .moderationHint:
            (
                "À modérer sur la plateforme\u{A0}: masquez ou signalez d’abord le message là-bas.",
                "To be moderated on the platform: hide or report the message there first."
            )
        case .hiddenClose: ("Masqué, clore", "Hidden, close")
        case .hiddenReason: ("Masqué sur la plateforme", "Hidden on the platform")
        case .reportedClose: ("Signalé, clore", "Reported, close")
        case .reportedReason: ("Signalé à la plateforme", "Reported to the platform")
        case .harmlessClose: ("Rien à masquer, clore", "Nothing to hide, close")
        case .harmlessReason: ("Rien à modérer", "Nothing to moderate")
        case .closeReason: ("Motif", "Reason")
        case .reopen: ("Rouvrir le dossier", "Reopen the case")
        case .reopenReason: ("Motif", "Reason")
        case .caseChanged: ("Ce dossier vient de changer.", "This case has just changed.")
        case .reload: ("Voir ce qui a changé", "See what changed")
        case .conflict: ("Le dossier a changé entre-temps", "The case has changed meanwhile")
        case .yourText: ("Votre texte", "Your text")
        case .theirText: ("Le texte actuel", "The text as it is now")
        case .conflictDifferences: ("Différences", "Differences")
        case .keepMine: ("Garder mon texte", "Keep my text")
        case .seeTheirs: ("Reprendre le dossier tel qu’il est", "Go on with the case as it is")
        case .nothingChosen:
            (
                "Ce choix n’est pas possible ici\u{A0}: choisissez dans la liste, puis recommencez.",
                "That choice is not possible here: choose from the list and try again."
            )
        case .more: ("Autres actions", "More actions")
        case .level: ("niveau", "level")
        case .unknownValue: ("non indiqué", "not given")
        case .closedCase: ("Ce dossier est clos.", "This case is closed.")
        case .held: ("Retenu", "Held")
        case .replaceDraft: ("Remplacer le brouillon", "Replace the draft")
        case .keepDraft: ("Garder le brouillon", "Keep the draft")
        case .restoreDraft: ("Revenir au brouillon précédent", "Back to the draft before")
        case .confirmDelivery: ("Elle est arrivée", "It has arrived")
        case .retryDelivery: ("L’envoyer de nouveau", "Send it again")
        case .dropDelivery: ("Abandonner l’envoi", "Give it up")
        case .restored:
            (
                "Votre dernier texte n’avait pas été enregistré\u{A0}: le voici. Relisez le dossier avant de l’envoyer.",
                "Your last text had not been kept: here it is. Read the case again before you send it."
            )
        case .keptAside: ("Le texte que vous aviez commencé est gardé de côté.", "The text you had begun is kept aside.")
        case .takeKept: ("Le reprendre", "Take it up again")
        case .dropRestored: ("L’oublier", "Forget it")
        }
    }
}
