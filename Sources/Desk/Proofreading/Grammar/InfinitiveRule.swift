import IntentEngine

/// Behind a modal verb or a preposition comes an infinitive: `Vous pouvez nous contacter`, not `contactez`.
struct InfinitiveRule: ProofRule {
    let id = "grammar.infinitive"
    let languages = RuleLanguages.french
    private static let modals: Set<String> = [
        "pouvez", "pourriez", "devez", "souhaitez", "voulez", "veuillez", "pouvons", "vouloir", "pourrez", "allons",
        "allez",
    ]
    private static let prepositions: Set<String> = ["de", "pour", "sans"]
    private static let clitics: Set<String> = [
        "nous", "vous", "me", "m'", "te", "t'", "le", "la", "les", "l'", "lui", "leur", "y", "en",
    ]
    private static let unconjugated: Set<String> = ["chez", "assez", "nez", "rez"]

    func check(_ text: ProofText, _ context: ProofContext) -> [ProofFinding] {
        text.words.indices.compactMap { index in
            let opener = text.words[index]
            let isModal = Self.modals.contains(opener.folded)
            guard isModal || Self.prepositions.contains(opener.folded) else { return nil }
            var place = index + 1
            while let word = text.continuation(place), Self.clitics.contains(word.folded) { place += 1 }
            guard let verb = text.continuation(place), verb.lower.hasSuffix("ez"),
                !Self.unconjugated.contains(verb.folded),
                !Self.modals.contains(verb.folded), verb.before == .spaces || verb.before == .apostrophe,
                isModal || place > index + 1
            else { return nil }
            return text.finding(
                id, verb.range, "conjugated verb for an infinitive", remedy: verb.lower.dropLast(1) + "r")
        }
    }
}
