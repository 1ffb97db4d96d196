import IntentEngine

/// Participles: those that agree with a subject in sight (`votre commande a été expédiée`), and those behind avoir.
struct ParticipleRule: ProofRule {
    let id = "grammar.participle"
    let languages = RuleLanguages.french
    private static let adverbs: Set<String> = [
        "bien", "sincerement", "vraiment", "tres", "tout", "toutes", "profondement", "egalement", "deja", "pas",
        "encore", "toujours", "actuellement", "malheureusement",
    ]
    private static let singular: Set<String> = [
        "désolé", "désolée", "navré", "navrée", "ravi", "ravie", "touché", "touchée", "conscient", "consciente",
        "attentif", "enchanté", "enchantée", "confus",
    ]
    private static let determiners: Set<String> = ["votre", "notre", "la", "cette", "une", "ta"]
    private static let auxiliaries: Set<String> = ["est", "sera", "serait", "etait"]

    func check(_ text: ProofText, _ context: ProofContext) -> [ProofFinding] {
        text.words.indices.compactMap { plural(text, $0) ?? feminine(text, $0) ?? infinitive(text, $0) }
    }

    /// `Nous sommes désolé`
    private func plural(_ text: ProofText, _ index: Int) -> ProofFinding? {
        guard text.words[index].folded == "nous", let verb = text.continuation(index + 1), verb.folded == "sommes"
        else { return nil }
        let place = skipped(text, index + 2)
        guard let word = text.continuation(place), Self.singular.contains(word.lower), word.folded != "confus" else {
            return nil
        }
        return text.finding(id, word.range, "singular behind nous", remedy: word.lower + "s")
    }

    /// `Votre commande a été expédié`
    private func feminine(_ text: ProofText, _ index: Int) -> ProofFinding? {
        guard FrenchNouns.feminine.contains(text.words[index].folded), let determiner = text.word(index - 1),
            Self.determiners.contains(determiner.folded), !isComplement(text, index - 1),
            let verb = text.continuation(index + 1)
        else { return nil }
        var place = index + 2
        if verb.folded == "a" || verb.folded == "avait" {
            place = skipped(text, place)
            guard text.continuation(place)?.lower == "été" else { return nil }
            place += 1
        } else if !Self.auxiliaries.contains(verb.folded) {
            return nil
        }
        place = skipped(text, place)
        guard let participle = text.continuation(place), participle.range.count > 3,
            participle.lower.hasSuffix("é")
                || ["parti", "transmis", "remis", "prete", "fini", "garanti"].contains(participle.lower)
        else { return nil }
        return text.finding(id, participle.range, "masculine behind a feminine subject", remedy: participle.lower + "e")
    }

    /// `Nous avons bien noter`
    private func infinitive(_ text: ProofText, _ index: Int) -> ProofFinding? {
        guard ["avons", "avez", "ai"].contains(text.words[index].lower) else { return nil }
        let place = skipped(text, index + 1)
        guard let verb = text.continuation(place), verb.before == .spaces, verb.lower.hasSuffix("er"),
            verb.range.count > 4, !verb.isCapitalised
        else { return nil }
        return text.finding(id, verb.range, "infinitive behind avoir", remedy: verb.lower.dropLast(2) + "é")
    }

    /// Whether the noun is not the subject: « le délai de la commande est passé ».
    private func isComplement(_ text: ProofText, _ index: Int) -> Bool {
        guard text.words[index].before.continuesPhrase, let before = text.word(index - 1) else { return false }
        return ["de", "d'", "a", "sur", "pour", "dans", "et", "avec", "par", "apres", "concernant", "sous"].contains(
            before.folded)
    }

    private func skipped(_ text: ProofText, _ index: Int) -> Int {
        var place = index
        while let word = text.continuation(place), Self.adverbs.contains(word.folded) { place += 1 }
        return place
    }
}
