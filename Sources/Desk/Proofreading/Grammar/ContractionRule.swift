import IntentEngine

/// `de le`, `de les`, `à le` and `à les` contract before a noun, and stay before a verb: `de le faire`.
struct ContractionRule: ProofRule {
    let id = "grammar.contraction"
    let languages = RuleLanguages.french
    private static let right: [String: String] = ["de le": "du", "de les": "des", "à le": "au", "à les": "aux"]
    /// Nouns that end as infinitives do.
    private static let nouns: Set<String> = [
        "dossier", "courrier", "panier", "fichier", "calendrier", "papier", "premier", "dernier", "chantier",
        "conseiller", "titre", "nombre", "centre", "livre", "chiffre", "contraire", "soir", "membre", "votre",
        "notre", "autre", "commentaire", "formulaire", "partenaire", "destinataire", "affaire", "horaire", "avoir",
        "devoir", "plaisir", "loisir", "cuir", "exemplaire", "registre", "litre", "metre", "cadre", "ordre",
        "atelier", "metier", "quartier", "cahier", "sommaire", "salaire", "loyer", "mobilier", "panneau", "service",
        "offres", "montre", "lettre", "propre", "meme",
    ]
    /// What stands between a pronoun and its verb.
    private static let betweenVerb: Set<String> = [
        "lui", "leur", "y", "en", "ne", "bien", "mieux", "tout", "plus", "faire",
    ]
    /// Towns whose article contracts; in the name of a person it does not.
    private static let towns: Set<String> = [
        "mans", "havre", "puy", "touquet", "creusot", "cannet", "raincy", "bourget", "ulis", "mureaux", "lilas",
        "sables", "pecq", "vesinet", "grau", "mee", "perreux", "herbiers", "andelys", "pavillons",
    ]

    func check(_ text: ProofText, _ context: ProofContext) -> [ProofFinding] {
        text.words.indices.compactMap { index in
            let preposition = text.words[index]
            guard let article = text.continuation(index + 1), article.before == .spaces, !article.isAllCapitals,
                let right = Self.right["\(preposition.lower) \(article.lower)"],
                let next = text.continuation(index + 2),
                next.before == .spaces, takesContraction(article, next)
            else { return nil }
            return text.finding(
                id, text.span(index..<index + 2), "article not contracted", remedy: text.cased(right, like: index))
        }
    }

    private func takesContraction(_ article: ProofWord, _ next: ProofWord) -> Bool {
        if article.isCapitalised { return Self.towns.contains(next.folded) }
        if Self.nouns.contains(next.folded) { return true }
        guard !Self.betweenVerb.contains(next.folded) else { return false }
        return !["er", "ir", "re", "oir"].contains { next.lower.hasSuffix($0) }
    }
}
