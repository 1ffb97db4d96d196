import IntentEngine

/// F27: no texting abbreviations.
struct FrenchAbbreviationsRule: ProofRule {
    let id = "F27"
    let languages = RuleLanguages.french
    private static let words: [String: String] = [
        "svp": "s’il vous plaît", "stp": "s’il te plaît", "bcp": "beaucoup", "slt": "salut", "bjr": "bonjour",
        "bsr": "bonsoir", "rdv": "rendez-vous", "cdlt": "cordialement", "cdt": "cordialement", "msg": "message",
        "asap": "dès que nous le pourrons", "pb": "problème", "pbs": "problèmes", "mdp": "mot de passe", "mdr": "",
        "dsl": "désolés", "qqn": "quelqu’un", "qqch": "quelque chose", "pcq": "parce que", "tjs": "toujours",
        "ptdr": "", "jsp": "je ne sais pas", "auj": "aujourd’hui",
    ]

    func check(_ text: ProofText, _ context: ProofContext) -> [ProofFinding] {
        text.words.compactMap { word in
            guard word.kind == .letters, let right = Self.words[word.folded] else { return nil }
            return text.finding(id, word.range, "texting abbreviation", remedy: right.isEmpty ? "leave out" : right)
        }
    }
}
