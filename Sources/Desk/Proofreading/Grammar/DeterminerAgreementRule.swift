import IntentEngine

/// A determiner and its noun agree in number: `vos articles`, `votre demande`.
struct DeterminerAgreementRule: ProofRule {
    let id = "grammar.determiner"
    let languages = RuleLanguages.french
    private static let plural: Set<String> = [
        "vos", "nos", "tes", "mes", "ses", "ces", "plusieurs", "quelques", "des", "aux", "les",
    ]
    private static let singular: Set<String> = [
        "votre", "notre", "ton", "ta", "mon", "ma", "cet", "cette", "un", "une", "chaque", "aucun", "aucune", "au",
        "du",
    ]

    private static let verbs: Set<String> = [
        "demande", "commande", "place", "facture", "echange", "adresse", "reference", "compte", "conseiller", "modele",
    ]

    func check(_ text: ProofText, _ context: ProofContext) -> [ProofFinding] {
        text.words.indices.compactMap { index in
            let determiner = text.words[index]
            guard let noun = text.continuation(index + 1), noun.before == .spaces, noun.range.count > 3,
                !noun.isCapitalised, determiner.lower != "dès"
            else { return nil }
            if Self.plural.contains(determiner.folded), FrenchNouns.pluralBySingular[noun.folded] != nil,
                !isVerb(noun, determiner)
            {
                return text.finding(
                    id, text.span(index..<index + 2), "singular noun",
                    remedy: "\(text.string(determiner.range)) \(noun.lower)s")
            }
            guard Self.singular.contains(determiner.folded), FrenchNouns.singularByPlural[noun.folded] != nil else {
                return nil
            }
            return text.finding(
                id, text.span(index..<index + 2), "plural noun",
                remedy: "\(text.string(determiner.range)) \(noun.lower.dropLast())")
        }
    }

    /// « Il les demande », « pour les conseiller »: behind `les` a noun may be a verb.
    private func isVerb(_ noun: ProofWord, _ determiner: ProofWord) -> Bool {
        determiner.folded == "les" && Self.verbs.contains(noun.folded)
    }
}
