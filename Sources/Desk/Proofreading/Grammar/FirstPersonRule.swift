import IntentEngine

/// The present behind `je` ends in -s: `je transmets`, not `je transmet`.
struct FirstPersonRule: ProofRule {
    let id = "grammar.first_person"
    let languages = RuleLanguages.french
    private static let right: [String: String] = [
        "transmet": "transmets", "met": "mets", "permet": "permets", "promet": "promets", "fait": "fais",
        "suit": "suis", "dit": "dis", "voit": "vois", "reçoit": "reçois", "revient": "reviens", "tient": "tiens",
        "peut": "peux", "comprend": "comprends", "prend": "prends", "attend": "attends", "veut": "veux",
        "doit": "dois", "remet": "remets", "répond": "réponds", "écrit": "écris", "vient": "viens",
        "connait": "connais", "sait": "sais",
    ]
    private static let clitics: Set<String> = [
        "ne", "n'", "vous", "te", "t'", "le", "la", "les", "l'", "lui", "leur", "y", "en", "me", "m'",
    ]

    func check(_ text: ProofText, _ context: ProofContext) -> [ProofFinding] {
        text.words.indices.compactMap { index in
            guard text.words[index].lower == "je" || text.words[index].lower == "j'" else { return nil }
            var place = index + 1
            while let word = text.continuation(place), Self.clitics.contains(word.folded) { place += 1 }
            guard let verb = text.continuation(place), verb.before != .hyphen, let right = Self.right[verb.lower] else {
                return nil
            }
            return text.finding(id, verb.range, "third person behind je", remedy: right)
        }
    }
}
