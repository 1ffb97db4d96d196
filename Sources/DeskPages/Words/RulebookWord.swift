/// Words of the rulebook pages.
enum RulebookWord: String, WordList {
    case rulebookTitle, rulebookLead, rulesVersion, lastReading, noFindings, checkRules, notChecked
    case filesDiffer, tryMessage, tryHint, tryText, tryPublicly, tryPrivately, tryVisibility, explain, tooLongToTry, nothingToTry
    case intentsTitle, phrasesColumn, examplesColumn, teamOfIntent, priorityOfIntent, actionOfIntent, wantsOfIntent, sensitiveIntent
    case examplesOf, counterexamplesOf, noExamples, backToRules, sourceFile, intentName, explanationTitle, wordsRead, wordAsWritten
    case wordAsRead, wordCorrected, wordUnknown, wordNegated, requestsFound, stands, standsNot, confidence, evidenceOf, noPoint
    case signalsFound, valuesRead, decisionMade, draftWritten, noDraftWritten, proofRemarks, neededPoints, readIn, satisfactionRead
    case category, findingsTitle, nothingNegated, satisfactionFound
    case correctedTitle, correctedHint, correctedQuestion, correctedFrom, correctedTo, nothingCorrected, recognisedNothing

    var texts: (french: String, english: String) {
        switch self {
        case .rulebookTitle: ("Règles", "Rules")
        case .rulebookLead:
            (
                "Ce que le bureau sait reconnaître, et comment il lit un message. Les fichiers restent la source\u{A0}: rien ne se modifie ici.",
                "What the desk recognises, and how it reads a message. The files remain the source: nothing is changed here."
            )
        case .rulesVersion: ("Version en service", "Version in use")
        case .lastReading: ("Dernière lecture", "Last reading")
        case .noFindings: ("Aucune anomalie", "No finding")
        case .checkRules: ("Vérifier les règles", "Check the rules")
        case .notChecked: ("Les fichiers n’ont pas encore été vérifiés.", "The files have not been checked yet.")
        case .filesDiffer:
            (
                "Les fichiers ont changé et ne sont pas en service\u{A0}: corrigez les anomalies ci-dessous, ou attendez la prochaine lecture.",
                "The files have changed and are not in use: mend the findings below, or wait for the next reading."
            )
        case .tryMessage: ("Essayer un message", "Try a message")
        case .tryHint:
            (
                "Rien n’est gardé ni envoyé. C’est l’explication de la commande courtois explain.",
                "Nothing is kept or sent. This is what courtois explain shows."
            )
        case .tryText: ("Message d’un client", "A customer’s message")
        case .tryVisibility: ("Visible de", "Seen by")
        case .tryPublicly: ("Tout le monde", "Everybody")
        case .tryPrivately: ("La marque seule", "The brand alone")
        case .explain: ("Expliquer", "Explain")
        case .tooLongToTry:
            (
                "Ce message dépasse 4\u{202F}000 caractères\u{A0}: raccourcissez-le.",
                "This message has more than 4,000 characters: shorten it."
            )
        case .nothingToTry: ("Écrivez d’abord un message.", "Write a message first.")
        case .intentsTitle: ("Demandes reconnues", "Requests recognised")
        case .correctedTitle: ("Ce que l’équipe a lu autrement", "What the team read otherwise")
        case .correctedHint:
            (
                "Questions des 30 derniers jours auxquelles un collègue a répondu comme à une autre demande que celle reconnue. Une expression manque là, ou une autre est trop large.",
                "Questions of the last 30 days that a colleague answered as another request than the rules had recognised. A phrase is missing there, or another is too broad."
            )
        case .correctedQuestion: ("Question", "Question")
        case .correctedFrom: ("Les règles y lisaient", "The rules read")
        case .correctedTo: ("L’équipe a répondu à", "The team answered")
        case .nothingCorrected:
            (
                "Rien ces 30 derniers jours\u{A0}: chaque réponse partie allait à la demande reconnue.",
                "Nothing in the last 30 days: every answer that left was for the request recognised."
            )
        case .recognisedNothing: ("aucune demande", "no request")
        case .phrasesColumn: ("Expressions", "Phrases")
        case .examplesColumn: ("Exemples", "Examples")
        case .teamOfIntent: ("Équipe", "Team")
        case .priorityOfIntent: ("Priorité", "Priority")
        case .actionOfIntent: ("Suite", "Then")
        case .wantsOfIntent: ("Demandé au client s’il manque", "Asked for where it is missing")
        case .sensitiveIntent: ("Second lecteur requis", "Second reader required")
        case .examplesOf: ("Exemples", "Examples")
        case .counterexamplesOf: ("Contre-exemples", "Counter-examples")
        case .noExamples: ("Aucun exemple dans cette langue.", "No example in this language.")
        case .backToRules: ("Toutes les règles", "All rules")
        case .sourceFile: ("Fichier", "File")
        case .intentName: ("Nom", "Name")
        case .explanationTitle: ("Comment ce message est lu", "How this message is read")
        case .wordsRead: ("Mots", "Words")
        case .wordAsWritten: ("Écrit", "Written")
        case .wordAsRead: ("Lu", "Read")
        case .wordCorrected: ("corrigé", "corrected")
        case .wordUnknown: ("inconnu des règles", "unknown to the rules")
        case .wordNegated: ("nié", "negated")
        case .requestsFound: ("Demandes", "Requests")
        case .stands: ("retenue", "stands")
        case .standsNot: ("écartée", "does not stand")
        case .confidence: ("confiance", "confidence")
        case .evidenceOf: ("Indices", "Evidence")
        case .noPoint: ("Aucune demande n’a de point.", "No request has a point.")
        case .signalsFound: ("Signaux", "Signals")
        case .valuesRead: ("Repéré dans le message", "Found in the message")
        case .decisionMade: ("Décision", "Decision")
        case .draftWritten: ("Brouillon", "Draft")
        case .noDraftWritten: ("Aucun brouillon\u{A0}: une personne écrit.", "No draft: a person writes.")
        case .proofRemarks: ("Remarques de relecture", "Proofreading remarks")
        case .neededPoints: ("Il faut", "Needed")
        case .readIn: ("Langue", "Language")
        case .satisfactionRead: ("Ton", "Tone")
        case .satisfactionFound: ("Satisfaction", "Satisfaction")
        case .category: ("Thème", "Category")
        case .findingsTitle: ("Anomalies", "Findings")
        case .nothingNegated: ("Tous les mots ont été lus comme ils sont écrits.", "Every word was read as it was written.")
        }
    }
}
