import IntentEngine

/// F28: no `tu` in a reply that says `vous`.
struct FamiliarFormRule: ProofRule {
    let id = "F28"
    let languages = RuleLanguages.french
    private static let pronouns: [String: String] = [
        "tu": "vous", "te": "vous", "t'": "vous", "toi": "vous", "ton": "votre", "ta": "votre", "tes": "vos",
        "tien": "vôtre", "tienne": "vôtre", "tiens": "vôtres", "tiennes": "vôtres",
    ]
    /// What makes `ton` the noun: « le ton de votre message ».
    private static let beforeTone: Set<String> = [
        "le", "un", "ce", "du", "au", "quel", "meme", "bon", "autre", "d'un", "mauvais", "votre", "notre", "son", "de",
    ]
    /// Imperatives of the second person singular, accents counted, and what they are in the plural.
    private static let imperatives: [String: String] = [
        "hésite": "hésitez", "écris": "écrivez", "envoie": "envoyez", "contacte": "contactez", "indique": "indiquez",
        "réponds": "répondez", "clique": "cliquez", "vérifie": "vérifiez", "précise": "précisez",
        "consulte": "consultez", "oublie": "oubliez", "inquiète": "inquiétez", "laisse": "laissez", "donne": "donnez",
        "dis": "dites", "transmets": "transmettez", "regarde": "regardez", "rends": "rendez", "appelle": "appelez",
        "attends": "attendez", "communique": "communiquez", "rappelle": "rappelez",
    ]
    private static let clitics: Set<String> = ["nous", "moi", "le", "la", "les", "lui", "leur", "y", "en"]
    /// Endings of the future of the second person singular: no other form has them.
    private static let futures = ["eras", "iras", "dras", "vras", "auras", "seras", "verras", "pourras"]

    func check(_ text: ProofText, _ context: ProofContext) -> [ProofFinding] {
        guard context.register == .vous else { return [] }
        return text.words.indices.compactMap { index in
            guard let remedy = pronoun(text, index) ?? imperative(text, index) ?? future(text, index) else {
                return nil
            }
            return text.finding(id, text.words[index].range, "tu in a vous reply", remedy: remedy)
        }
    }

    private func pronoun(_ text: ProofText, _ index: Int) -> String? {
        let word = text.words[index]
        guard let remedy = Self.pronouns[word.folded], word.lower != "tés", !word.isAllCapitals else { return nil }
        if word.folded == "ton", let before = text.word(index - 1), word.before.continuesPhrase,
            Self.beforeTone.contains(before.folded)
        {
            return nil
        }
        // « a-t'il » is a matter of hyphens (F20); « Tiens » on its own is a word of surprise.
        if word.folded == "t'", word.before == .hyphen { return nil }
        if word.folded == "tiens", text.word(index - 1)?.folded != "les" { return nil }
        return remedy
    }

    private func imperative(_ text: ProofText, _ index: Int) -> String? {
        let word = text.words[index]
        guard let remedy = Self.imperatives[word.lower] else { return nil }
        let next = text.word(index + 1)
        if let next, next.before == .hyphen, Self.clitics.contains(next.folded) { return remedy }
        if next?.folded == "pas", let before = text.word(index - 1),
            before.folded == "n'" || before.folded == "ne" || before.folded == "t'"
        {
            // « elle n’indique pas » has its subject.
            let subject = text.word(index - 2)
            return text.isSentenceStart(index - 1) || subject == nil || text.words[index - 1].before == .other
                || subject?.folded == "ne" ? remedy : nil
        }
        return text.isSentenceStart(index) && next?.before == .spaces && word.folded != "indique" ? remedy : nil
    }

    private func future(_ text: ProofText, _ index: Int) -> String? {
        let word = text.words[index]
        guard !word.isCapitalised, word.range.count > 4, Self.futures.contains(where: { word.lower.hasSuffix($0) })
        else { return nil }
        return String(word.lower.dropLast(2)) + (text.word(index - 1)?.folded == "vous" ? "ez" : "a")
    }
}
