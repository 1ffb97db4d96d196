import IntentEngine

extension DeskWording {
    /// What the proofreader holds against a text. Its causes are English; a French reader is told the rule's in French. The
    /// remedy is in the language of the reply, where there are words to put.
    func finding(rule: String, cause: String, remedy: String) -> String {
        let cause = language == .french ? Self.french(rule) ?? cause : cause
        return remedy.isEmpty ? cause : "\(cause)\(say("\u{A0}: ", ": "))\(remedy)"
    }

    private static func french(_ rule: String) -> String? {
        if let own = rules[rule] { return own }
        let family = rule.prefix { $0 != "." }
        return rules[String(family)]
    }

    static let rules: [String: String] = [
        "F01": "Espace fine avant ce signe", "F02": "Espace insécable avant les deux-points",
        "F03": "Espaces insécables dans les guillemets",
        "F04": "Guillemets français", "F05": "Apostrophe typographique", "F06": "Forme du montant", "F07": "Espace des milliers",
        "F08": "Espace avant l’unité", "F09": "Forme de l’heure", "F10": "Premier du mois", "F11": "Minuscule aux jours et aux mois",
        "F12": "Pas d’espace avant ce signe", "F13": "Espace après ce signe", "F14": "Une seule espace", "F15": "Points de suspension",
        "F16": "Un seul signe à la fois", "F17": "Ligature œ ou æ", "F18": "Accent sur la capitale", "F19": "Élision",
        "F20": "Trait d’union",
        "F21": "Espace après le titre", "F22": "Forme de n°", "F23": "Forme du numéro de téléphone", "F24": "Reste de modèle à compléter",
        "F25": "Mot en capitales", "F26": "Tiret demi-cadratin", "F27": "Abréviation de SMS", "F28": "Tutoiement",
        "F29": "Forme de l’ordinal",
        "F30": "Majuscule ou point de phrase", "agreement": "Accord avec une personne inconnue",
        "count.apology": "Une seule excuse par réponse",
        "count.exclamation": "Trop de points d’exclamation", "count.invitation": "Une seule invitation par réponse",
        "count.question": "Une seule question par réponse", "delay": "Délai qui ne peut plus être tenu",
        "emoji": "Émoji non prévu par la marque", "grammar": "Grammaire",
        "grammar.conditional": "Mode du verbe", "grammar.contraction": "Article contracté", "grammar.homophone": "Homophone",
        "language": "Autre langue que celle du message", "leftover": "Reste de rédaction", "length": "Trop long pour le canal",
        "never_say": "Formule que la marque n’emploie pas", "never_say.blame": "Reproche au client", "never_say.order": "Ordre au client",
        "never_say.liability": "Reconnaissance de responsabilité", "never_say.promise": "Promesse non tenue par la marque",
        "never_say.vague_delay": "Délai vague", "never_say.minimising": "Minimise le problème",
        "never_say.bureaucratic": "Tournure administrative",
        "never_say.cliche": "Formule toute faite", "never_say.familiarity": "Trop familier", "never_say.sensitive": "Mot sensible",
        "never_say.identity": "Parle de robot ou de machine", "personal_data": "Donnée personnelle en public", "register": "Registre",
        "sentence_length": "Phrase trop longue", "spelling": "Orthographe", "usage": "Usage",
    ]
}
