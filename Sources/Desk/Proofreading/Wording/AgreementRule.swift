import IntentEngine

/// Words that agree with a customer whose gender and number nobody knows (language study § 6.5).
struct AgreementRule: ProofRule {
    let id = "agreement"
    let languages = RuleLanguages.french

    /// Openings behind which a participle agrees with the customer.
    private static let openings = PhraseTable(phrases: [
        "vous serez|seriez|etes|etiez|soyez", "vous n' etes|etiez", "vous ne serez|seriez|soyez", "soyez",
        "vous avez|aviez|aurez|auriez|ayez ete", "vous n' avez|aviez|ayez pas ete", "tu seras|serais|es|etais|sois",
        "tu as|avais|auras|aies ete", "sois",
    ])
    /// Openings with the customer as object; only verbs that take a person as direct object agree then.
    private static let objects = PhraseTable(phrases: [
        "nous|j'|je vous|t' avons|ai|avions|avais|aurons|aurai", "vous avons|ont|a|avait", "nous t' avons", "je t' ai",
    ])
    private static let directVerbs = [
        "contacte", "recontacte", "rembourse", "informe", "prevenu", "averti", "appele", "invite", "oublie",
        "inscrit", "decu", "servi", "avise",
    ]
    private static let keeping = PhraseTable(phrases: [
        "vous|te|t' tiendr*|tenons|tenir|tiens|tient|tenions informe|informee|informes|informees"
    ])
    private static let greetings = PhraseTable(phrases: ["cher|chere|chers|cheres client|cliente|clients|clientes"])
    private static let adverbs: Set<String> = [
        "pas", "plus", "bien", "tres", "pleinement", "entierement", "toujours", "egalement", "ainsi", "donc",
        "encore", "deja", "jamais", "aussi", "totalement", "actuellement", "le", "la", "les", "immediatement", "tout",
        "tous",
    ]
    /// Folded beginnings of words that agree without ending in é.
    private static let adjectives = [
        "satisfait", "decu", "tenu", "inscrit", "prevenu", "averti", "bienvenu", "content", "certain", "seul", "pret",
        "servi", "heureux", "heureuse", "mecontent", "absent", "parvenu", "convaincu", "gele", "recu", "surpris",
    ]
    private static let remedies: [(beginning: String, remedy: String)] = [
        ("rembours", "le remboursement sera effectué"), ("inform", "nous vous tiendrons au courant"),
        ("tenu", "nous vous tiendrons au courant"), ("satisf", "cela vous convient"),
        ("assur", "vous pouvez compter sur nous pour"),
        ("decu", "cette expérience a été décevante"), ("contact", "nous avons essayé de vous joindre"),
        ("inscrit", "votre inscription est enregistrée"), ("interess", "si cela vous intéresse"),
        ("abonn", "votre abonnement est actif"), ("tromp", "une erreur s’est glissée dans l’adresse"),
        ("bienvenu", "nous serons heureux de vous accueillir"), ("cher", "Bonjour,"), ("client", "Bonjour,"),
    ]

    func check(_ text: ProofText, _ context: ProofContext) -> [ProofFinding] {
        var findings: [ProofFinding] = []
        var covered = 0
        for index in text.words.indices where index >= covered {
            guard let words = participle(text, index) ?? object(text, index) ?? phrase(text, index) else { continue }
            findings.append(finding(text, words))
            covered = words.upperBound
        }
        let spans = findings.map(\.span)
        return findings + brackets(text).filter { mark in !spans.contains { $0.overlaps(mark.span) } }
    }

    private func finding(_ text: ProofText, _ words: Range<Int>) -> ProofFinding {
        let last = text.words[words.upperBound - 1].folded
        let remedy = Self.remedies.first { last.hasPrefix($0.beginning) }?.remedy
        return text.finding(
            id, text.span(words), "agrees with an unknown customer",
            remedy: remedy ?? "une tournure sans accord avec « vous »")
    }

    private func participle(_ text: ProofText, _ index: Int) -> Range<Int>? {
        guard let opening = Self.openings.match(in: text, at: index) else { return nil }
        var end = opening.words.upperBound
        while let word = text.continuation(end), Self.adverbs.contains(word.folded) { end += 1 }
        guard let word = text.continuation(end), agrees(word) else { return nil }
        return index..<end + 1
    }

    private func agrees(_ word: ProofWord) -> Bool {
        if Self.adjectives.contains(where: { word.folded.hasPrefix($0) }) { return true }
        let stem = word.lower.hasSuffix("s") ? word.lower.dropLast() : word.lower[...]
        return stem.count > 3 && (stem.hasSuffix("é") || stem.hasSuffix("ée"))
    }

    private func object(_ text: ProofText, _ index: Int) -> Range<Int>? {
        guard let opening = Self.objects.match(in: text, at: index) else { return nil }
        var end = opening.words.upperBound
        while let word = text.continuation(end), Self.adverbs.contains(word.folded) { end += 1 }
        guard let word = text.continuation(end) else { return nil }
        let isParticiple = Self.directVerbs.contains { verb in
            word.folded.hasPrefix(verb) && ["", "e", "s", "es"].contains(String(word.folded.dropFirst(verb.count)))
        }
        return isParticiple && !hasOtherObject(text, end, word) ? index..<end + 1 : nil
    }

    /// « Nous vous avons remboursé la somme » has another object, and agrees with nothing.
    private func hasOtherObject(_ text: ProofText, _ index: Int, _ participle: ProofWord) -> Bool {
        guard participle.folded.hasPrefix("rembours"), let next = text.continuation(index + 1) else { return false }
        if next.kind == .number { return true }
        // « le 3 mars » is a day.
        return ["le", "la", "les", "l'", "un", "une", "votre", "vos", "ce", "cette", "ces"].contains(next.folded)
            && text.continuation(index + 2)?.kind != .number
    }

    private func phrase(_ text: ProofText, _ index: Int) -> Range<Int>? {
        (Self.keeping.match(in: text, at: index) ?? Self.greetings.match(in: text, at: index))?.words
    }

    /// `(e)`, `·e`: an agreement that gives up.
    private func brackets(_ text: ProofText) -> [ProofFinding] {
        text.words.indices.dropFirst().compactMap { index in
            let word = text.words[index]
            let stem = text.words[index - 1]
            let opener = text[stem.range.upperBound]
            guard ["e", "es", "ne", "le", "ive", "se"].contains(word.folded),
                word.range.lowerBound == stem.range.upperBound + 1,
                opener == "(" && text[word.range.upperBound] == ")" || opener == "·"
            else { return nil }
            let end = word.range.upperBound + (opener == "(" ? 1 : 0)
            let remedy = Self.remedies.first { stem.folded.hasPrefix($0.beginning) }?.remedy
            return text.finding(
                id, stem.range.lowerBound..<end, "agrees with an unknown customer",
                remedy: remedy ?? "une tournure sans accord")
        }
    }
}
