import IntentEngine

/// F18: capitals keep their accents.
struct AccentedCapitalsRule: ProofRule {
    let id = "F18"
    let languages = RuleLanguages.french
    /// Folded words that take an accent on their first E, and how they are written; names are left alone.
    private static let words: [String: String] = {
        let acute = [
            "état", "états", "équipe", "équipes", "échange", "échanges", "échanger", "échangez", "étant", "écrire",
            "écrivez", "écris", "été", "étais", "était", "étaient", "étiez", "écoute", "écouter", "également",
            "éventuellement", "évidemment", "étape", "étapes", "électronique", "éligible", "évitez", "éviter",
            "étudier", "étude", "événement", "événements", "édition", "émission", "écran", "économie", "économies",
            "épuisé", "épuisée", "étonnant", "établi", "établissement", "échéance", "échantillon", "équivalent",
            "étiquette", "étoile", "étranger", "évolution", "éclaircir",
        ]
        let grave = ["être", "êtes"]
        return Dictionary((acute + grave).map { (LetterFold.fold($0), $0) }, uniquingKeysWith: { first, _ in first })
    }()
    /// What follows the preposition À; behind the verb « A été livré » the capital is right.
    private static let afterPreposition: Set<String> = [
        "bientot", "votre", "vos", "reception", "noter", "partir", "propos", "ce", "cet", "cette", "la", "l'", "tout",
        "toute", "toutes", "tres", "demain", "defaut", "titre", "compter", "nous", "vous", "toi", "quel", "quelle",
        "notre", "present", "savoir", "cause", "defaut", "nouveau", "lundi", "mardi", "mercredi", "jeudi", "vendredi",
        "samedi", "dimanche", "plus",
    ]

    func check(_ text: ProofText, _ context: ProofContext) -> [ProofFinding] {
        text.words.indices.compactMap { index in
            let word = text.words[index]
            switch text.scalars[word.range.lowerBound] {
            case "E":
                guard let right = Self.words[word.folded], word.lower.first == "e" else { return nil }
                return text.finding(
                    id, word.range, "accent missing on a capital", remedy: text.cased(right, like: index))
            case "A" where word.folded == "a" && word.range.count == 1:
                guard let next = text.continuation(index + 1), next.before == .spaces,
                    Self.afterPreposition.contains(next.folded)
                else { return nil }
                return text.finding(id, word.range, "accent missing on a capital", remedy: "À")
            case "C" where word.lower == "ca" && !word.isAllCapitals:
                return text.finding(id, word.range, "cedilla missing on a capital", remedy: "Ça")
            default: return nil
            }
        }
    }
}
