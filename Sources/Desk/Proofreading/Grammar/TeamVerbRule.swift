import IntentEngine

/// A team is one: `L’équipe est`, not `L’équipe sont`.
struct TeamVerbRule: ProofRule {
    let id = "grammar.team"
    let languages = RuleLanguages.french
    private static let teams: Set<String> = [
        "equipe", "service", "direction", "societe", "entreprise", "marque", "boutique", "personnel",
    ]
    private static let determiners: Set<String> = [
        "l'", "notre", "votre", "la", "le", "cette", "ce", "une", "un", "toute",
    ]
    private static let between: Set<String> = [
        "client", "clients", "ne", "n'", "vous", "nous", "y", "en", "le", "la", "les", "te", "t'", "entiere",
    ]
    private static let right: [String: String] = [
        "sont": "est", "ont": "a", "vont": "va", "peuvent": "peut", "font": "fait", "doivent": "doit",
        "veulent": "veut", "reviennent": "revient", "restent": "reste", "etaient": "était", "avaient": "avait",
    ]
    /// Prepositions that make the team part of another subject: « les membres de l’équipe sont ».
    private static let prepositions: Set<String> = [
        "de", "d'", "du", "des", "et", "ou", "que", "dans", "par", "pour", "avec", "toute",
    ]

    func check(_ text: ProofText, _ context: ProofContext) -> [ProofFinding] {
        text.words.indices.dropFirst().compactMap { index in
            guard Self.teams.contains(text.words[index].folded), text.words[index].before.continuesPhrase,
                Self.determiners.contains(text.words[index - 1].folded), isSubject(text, index - 1)
            else { return nil }
            var place = index + 1
            while let word = text.continuation(place), Self.between.contains(word.folded) || word.isCapitalised {
                place += 1
            }
            guard let verb = text.continuation(place), let right = singular(verb) else { return nil }
            return text.finding(id, verb.range, "plural verb behind a team", remedy: right)
        }
    }

    private func isSubject(_ text: ProofText, _ index: Int) -> Bool {
        let word = text.words[index]
        guard word.before.continuesPhrase, let before = text.word(index - 1) else { return true }
        // « Toute l’équipe » is the team all the same.
        if before.folded == "toute" { return isSubject(text, index - 1) }
        return !Self.prepositions.contains(before.folded)
    }

    private func singular(_ verb: ProofWord) -> String? {
        if let right = Self.right[verb.folded] { return right }
        guard verb.lower.hasSuffix("ront"), verb.range.count > 5, verb.folded != "affront" else { return nil }
        return verb.lower.dropLast(3) + "a"
    }
}
