import IntentEngine

/// No conditional behind the `si` of a condition: `Si vous aviez`, not `Si vous auriez`.
///
/// Behind a verb of asking, « dites-nous si vous auriez… », `si` is a question and may have one.
struct ConditionalRule: ProofRule {
    let id = "grammar.conditional"
    let languages = RuleLanguages.french
    private static let subjects: Set<String> = [
        "vous", "nous", "je", "j'", "tu", "il", "elle", "on", "ils", "elles", "cela",
    ]
    private static let clitics: Set<String> = [
        "ne", "n'", "le", "la", "les", "l'", "me", "m'", "te", "t'", "se", "s'", "nous", "vous", "lui", "leur", "y",
        "en",
    ]
    private static let stems: Set<String> = [
        "aur", "ser", "pourr", "voudr", "devr", "fer", "ir", "viendr", "reviendr", "verr", "recevr", "saur", "prendr",
        "faudr", "tiendr", "mettr", "dir", "comprendr", "attendr", "repondr", "transmettr", "permettr",
    ]
    private static let endings = ["iez", "ions", "aient", "ais", "ait"]
    private static let right: [String: String] = [
        "auriez": "avez", "seriez": "êtes", "pourriez": "pouvez", "voudriez": "voulez", "devriez": "devez",
        "aurait": "a", "serait": "est", "pourrait": "peut", "aurais": "ai",
    ]

    func check(_ text: ProofText, _ context: ProofContext) -> [ProofFinding] {
        text.words.indices.compactMap { index in
            let word = text.words[index]
            guard word.folded == "si" || word.folded == "s'", opensClause(text, index) else { return nil }
            guard let subject = text.continuation(index + 1), Self.subjects.contains(subject.folded) else { return nil }
            var place = index + 2
            while let clitic = text.continuation(place), Self.clitics.contains(clitic.folded) { place += 1 }
            guard let verb = text.continuation(place), isConditional(verb) else { return nil }
            let remedy = Self.right[verb.folded] ?? "le présent ou l’imparfait"
            return text.finding(id, verb.range, "conditional behind si", remedy: remedy)
        }
    }

    private func opensClause(_ text: ProofText, _ index: Int) -> Bool {
        let word = text.words[index]
        if text.isSentenceStart(index) || word.before == .other || word.before == .lineStart { return true }
        return text.word(index - 1).map { ["et", "mais", "car", "donc", "que"].contains($0.folded) } ?? true
    }

    private func isConditional(_ verb: ProofWord) -> Bool {
        guard let ending = Self.endings.first(where: { verb.lower.hasSuffix("r\($0)") }) else { return false }
        let stem = verb.folded.dropLast(ending.count)
        // « préfériez » and « gériez » are imperfects: the e before their r has an accent.
        return Self.stems.contains(String(stem)) || verb.lower.dropLast(ending.count).hasSuffix("er") && stem.count > 4
    }
}
