import IntentEngine

/// E08: one spelling, that of British English.
struct BritishSpellingRule: ProofRule {
    let id = "E08"
    let languages = RuleLanguages.english
    private static let words: [String: String] = [
        "color": "colour", "colors": "colours", "colored": "coloured", "favor": "favour", "favors": "favours",
        "favorite": "favourite", "favorites": "favourites", "center": "centre", "centers": "centres",
        "canceled": "cancelled", "canceling": "cancelling", "traveled": "travelled", "traveling": "travelling",
        "labeled": "labelled", "behavior": "behaviour", "honor": "honour", "honored": "honoured", "gray": "grey",
        "jewelry": "jewellery", "analyze": "analyse", "fulfill": "fulfil", "enroll": "enrol", "labor": "labour",
        "neighbor": "neighbour", "flavor": "flavour", "flavors": "flavours", "aluminum": "aluminium",
    ]
    /// Stems of verbs written with an s: the ending follows.
    private static let stems = [
        "apologi", "organi", "reali", "recogni", "customi", "personali", "finali", "prioriti", "minimi", "maximi",
        "summari", "authori", "emphasi", "utili", "speciali", "standardi", "categori",
    ]
    private static let endings: Set<String> = ["ze", "zes", "zed", "zing", "zation", "zations"]

    func check(_ text: ProofText, _ context: ProofContext) -> [ProofFinding] {
        text.words.indices.compactMap { index in
            let word = text.words[index]
            guard let right = Self.words[word.folded] ?? british(word.folded) else { return nil }
            return text.finding(id, word.range, "American spelling", remedy: text.cased(right, like: index))
        }
    }

    private func british(_ word: String) -> String? {
        guard let stem = Self.stems.first(where: { word.hasPrefix($0) }) else { return nil }
        let ending = String(word.dropFirst(stem.count))
        return Self.endings.contains(ending) ? "\(stem)s\(ending.dropFirst())" : nil
    }
}
