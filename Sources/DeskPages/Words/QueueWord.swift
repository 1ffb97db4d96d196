/// Words of the queue and of searching.
enum QueueWord: String, WordList {
    case queueTitle, mine, everyone, filters, filter, clearFilters, any, team, priority, disposition, channel, signal, age
    case anonymous, withoutText, ledByYou, nothingWaits, nothingWaitsText, nothingInTeamText, nothingMine, nothingMineText, seeEveryone
    case nothingPasses, nothingPassesText, searchTitle, searchFor, nothingFound, searchHint, nextPage, firstPage, messages, views, cases
    case dueAt, isPublicHint, past, status, nothingPast, nothingPastText, nothingYet, nothingYetText, urgent, seeUrgent, undelivered,
        nothingUndelivered, nothingUndeliveredText, alarm, alarmMeans, seeAlarm, endAlarm, language = "languageFilter"

    var texts: (french: String, english: String) {
        switch self {
        case .queueTitle: ("File d’attente", "Queue")
        case .mine: ("Pour moi", "Mine")
        case .everyone: ("Tout le monde", "Everyone")
        case .past: ("Terminés", "Done")
        case .status: ("État", "State")
        case .nothingPast: ("Aucun dossier terminé", "No case is done")
        case .nothingPastText:
            (
                "Les dossiers traités ou clos se retrouvent ici, le plus récent d’abord.",
                "Cases that were answered or closed are kept here, the latest first."
            )
        case .urgent: ("Urgences", "Urgent cases")
        case .seeUrgent: ("Voir toutes les urgences", "See all urgent cases")
        case .alarm: ("Alerte", "Alarm")
        case .alarmMeans:
            (
                "Ce que personne n’a relu ne part plus de ce compte. Les personnes mécontentes à ce sujet passent aux relations publiques, avec le texte de crise.",
                "What nobody has read no longer leaves this account. Those who are dissatisfied with this go to public relations, with the crisis text."
            )
        case .seeAlarm: ("Voir les dossiers", "See the cases")
        case .endAlarm: ("Terminer l’alerte", "End the alarm")
        case .undelivered: ("Non remis", "Not delivered")
        case .nothingUndelivered: ("Tout est bien arrivé", "Everything has arrived")
        case .nothingUndeliveredText:
            (
                "Les réponses refusées par une plateforme, ou dont l’arrivée est incertaine, apparaissent ici.",
                "Replies that a platform refused, or that may not have arrived, appear here."
            )
        case .nothingYet: ("Rien jusqu’ici", "None so far")
        case .nothingYetText: ("Passez à la suite pour chercher plus loin.", "Go to the next page to look further.")
        case .views: ("Vues de la file", "Views of the queue")
        case .cases: ("Dossiers", "Cases")
        case .filters: ("Filtres", "Filters")
        case .filter: ("Filtrer", "Filter")
        case .clearFilters: ("Effacer les filtres", "Clear filters")
        case .any: ("Tous", "Any")
        case .team: ("Équipe", "Team")
        case .priority: ("Priorité", "Priority")
        case .disposition: ("Suite à donner", "What to do")
        case .channel: ("Canal", "Channel")
        case .language: ("Langue", "Language")
        case .signal: ("Signal", "Signal")
        case .age: ("Attend depuis", "Waiting for")
        case .anonymous: ("Sans nom", "No name")
        case .withoutText: ("Sans texte", "No text")
        case .ledByYou: ("Vous répondez hors de Courtois", "You answer outside Courtois")
        case .nothingWaits: ("Rien n’attend", "Nothing waits")
        case .nothingWaitsText:
            (
                "Les nouveaux messages apparaîtront ici d’eux-mêmes, dès qu’un canal en apporte.",
                "New messages appear here by themselves as soon as a channel brings them."
            )
        case .nothingInTeamText: ("Votre équipe est à jour.", "Your team is up to date.")
        case .nothingMine: ("Rien ne vous est confié", "Nothing is yours")
        case .nothingMineText:
            (
                "Ouvrez un dossier et prenez-le\u{A0}: il restera ici un quart d’heure, le temps de répondre.",
                "Open a case and take it: it stays here for a quarter of an hour, time enough to answer."
            )
        case .seeEveryone: ("Voir tous les dossiers", "See all cases")
        case .nothingPasses: ("Aucun dossier ne correspond", "No case matches")
        case .nothingPassesText: ("Retirez un filtre pour en voir davantage.", "Remove a filter to see more.")
        case .searchTitle: ("Recherche", "Search")
        case .searchFor: ("Que cherchez-vous\u{202F}?", "What are you looking for?")
        case .nothingFound: ("Aucun message trouvé", "No message found")
        case .searchHint:
            (
                "Un mot, un nom, un numéro de commande, ou #42 pour le dossier 42. Majuscules et accents ne comptent pas.",
                "A word, a name, an order number, or #42 for case 42. Case and accents do not matter."
            )
        case .nextPage: ("Suite", "Next page")
        case .firstPage: ("Début", "First page")
        case .messages: ("messages", "messages")
        case .dueAt: ("À traiter avant", "Due by")
        case .isPublicHint: ("Public", "Public")
        }
    }
}
