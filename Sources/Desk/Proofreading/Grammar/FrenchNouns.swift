/// Countable nouns of customer care, singular and plural, folded; those that look alike in both are left out.
enum FrenchNouns {
    static let pluralBySingular: [String: String] = Dictionary(
        uniqueKeysWithValues: [
            "jour", "heure", "minute", "semaine", "article", "produit", "commande", "euro", "point", "an", "annee",
            "exemplaire", "piece", "retour", "echange", "message", "etoile", "personne", "photo", "nuit", "billet",
            "place", "facture", "livraison", "remboursement", "carte", "compte", "client", "demande", "reclamation",
            "question", "reponse", "adresse", "reservation", "offre", "donnee", "document", "attente", "information",
            "coordonnee", "reference", "conseiller", "equipe", "service", "boutique", "magasin", "modele",
        ].map { ($0, $0 + "s") })
    static let singularByPlural: [String: String] = Dictionary(
        uniqueKeysWithValues: pluralBySingular.map { ($0.value, $0.key) })
    /// Singular nouns in the feminine, folded, that are often the subject of a passive verb.
    static let feminine: Set<String> = [
        "commande", "demande", "reclamation", "livraison", "facture", "adresse", "reference", "candidature",
        "annulation", "reservation", "carte", "expedition", "reponse", "inscription", "photo", "piece", "question",
    ]
}
