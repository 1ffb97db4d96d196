/// Words of the figures page.
enum FigureWord: String, WordList {
    case figuresTitle, periodMenu, lastSeven, lastThirty, lastNinety, periodFrom, periodThrough, periodShow, periodWrong, received
    case firstAnswer, reviewWait, untouchedShare, meanPolarity, nothingMeasured, messagesByDay, byIntent, byChannel
    case byTeam, noIntent, polarityByDay, draftsByRule, draftsByRuleHint, deliveriesByOutcome, asTable, asCSV, csvMark, dayColumn
    case messagesColumn, shareColumn, negativeColumn, neutralColumn, positiveColumn, meanColumn, intentColumn, templateColumn
    case channelColumn, teamColumn, untouchedColumn, editedColumn, rejectedColumn, unreviewedColumn, outcomeColumn, byTemplate
    case nothingReceived, nothingReceivedText, nothingJudged, nothingDelivered, lessNames, moreRules, legend

    var texts: (french: String, english: String) {
        switch self {
        case .figuresTitle: ("Chiffres", "Figures")
        case .periodMenu: ("Période", "Period")
        case .lastSeven: ("7\u{A0}jours", "7 days")
        case .lastThirty: ("30\u{A0}jours", "30 days")
        case .lastNinety: ("90\u{A0}jours", "90 days")
        case .periodFrom: ("Du", "From")
        case .periodThrough: ("au", "through")
        case .periodShow: ("Afficher", "Show")
        case .periodWrong:
            (
                "Cette période n’existe pas\u{A0}: le premier jour vient avant le dernier, sur 400\u{A0}jours au plus.",
                "There is no such period: the first day comes before the last, within 400 days."
            )
        case .received: ("Messages reçus", "Messages received")
        case .firstAnswer: ("Première réponse", "First answer")
        case .reviewWait: ("Attente de relecture", "Wait for review")
        case .untouchedShare: ("Envoyés sans retouche", "Sent untouched")
        case .meanPolarity: ("Satisfaction", "Satisfaction")
        case .nothingMeasured: ("rien à mesurer", "nothing to measure")
        case .messagesByDay: ("Messages par jour", "Messages by day")
        case .byIntent: ("Demandes", "Requests")
        case .byChannel: ("Canaux", "Channels")
        case .byTeam: ("Équipes", "Teams")
        case .noIntent: ("Aucune demande reconnue", "No request recognised")
        case .polarityByDay: ("Satisfaction par jour", "Satisfaction by day")
        case .draftsByRule: ("Ce que deviennent les brouillons", "What becomes of drafts")
        case .draftsByRuleHint:
            (
                "Une règle souvent corrigée ou refusée mérite une autre réponse.",
                "A rule that is often edited or rejected deserves another reply."
            )
        case .deliveriesByOutcome: ("Envois", "Deliveries")
        case .asTable: ("Voir le tableau", "Show as a table")
        case .asCSV: ("Télécharger en CSV", "Download as CSV")
        case .csvMark: ("pour Excel", "for Excel")
        case .dayColumn: ("Jour", "Day")
        case .messagesColumn: ("Messages", "Messages")
        case .shareColumn: ("Part", "Share")
        case .negativeColumn: ("Mécontents", "Dissatisfied")
        case .neutralColumn: ("Neutres", "Neutral")
        case .positiveColumn: ("Satisfaits", "Satisfied")
        case .meanColumn: ("Moyenne", "Mean")
        case .intentColumn: ("Demande", "Request")
        case .templateColumn: ("Modèle", "Template")
        case .channelColumn: ("Canal", "Channel")
        case .teamColumn: ("Équipe", "Team")
        case .untouchedColumn: ("Sans retouche", "Untouched")
        case .editedColumn: ("Corrigés", "Edited")
        case .rejectedColumn: ("Refusés", "Rejected")
        case .unreviewedColumn: ("Automatiques", "By rules alone")
        case .outcomeColumn: ("Issue", "Outcome")
        case .byTemplate: ("Modèle par modèle", "Template by template")
        case .nothingReceived: ("Aucun message sur cette période", "No message in this period")
        case .nothingReceivedText:
            (
                "Choisissez une période plus longue, ou attendez les premiers messages de vos canaux.",
                "Choose a longer period, or wait for the first messages of your channels."
            )
        case .nothingJudged: ("Aucun brouillon n’a encore été relu.", "No draft has been reviewed yet.")
        case .nothingDelivered: ("Aucune réponse n’a été approuvée.", "No reply has been approved.")
        case .lessNames: ("Les autres demandes", "All other requests")
        case .moreRules: ("Les autres demandes, moins fréquentes", "Other requests, less frequent")
        case .legend: ("Légende", "Legend")
        }
    }
}
