/// French words that elide before them, and those that do not.
enum HAspire {
    /// Folded beginnings of words with an aspirated h.
    private static let beginnings = [
        "hac", "hai", "halal", "halet", "hall", "halo", "halt", "hamac", "hamb", "hame", "hamm", "hams", "han", "hap",
        "harc", "hard", "harg", "hari", "harn", "harp", "hasard", "hash", "hat", "hau", "hav", "hay", "heler",
        "heraut", "heriss", "hernie", "heron", "herse", "hertz", "hetre", "heurt", "hibou", "hideu", "hierarch",
        "hifi", "high", "hip", "hiss", "hob", "hoch", "hock", "hold", "holland", "homard", "home", "hong", "hont",
        "hoquet", "horde", "hors", "hott", "hou", "hub", "huch", "ht", "hood", "head", "huee", "huguenot", "hurl",
        "huss", "husk", "hutt", "hyen",
    ]
    /// Whole words with an aspirated h whose beginnings have a mute one as well: `huit` and `huître`.
    private static let words: Set<String> = [
        "heros", "hit", "hits", "hot", "huit", "huitaine", "huitieme", "huitiemes", "huis", "hue", "huer", "hep", "hop",
    ]
    /// Words with a mute h, or none at all, that the beginnings above would catch.
    private static let mute = [
        "hallucin", "halogen", "halter", "hameco", "haleine", "harmon", "hippo", "hipp", "homeop", "haplo",
    ]
    /// Words that start with a vowel and take no elision.
    private static let unelided: Set<String> = [
        "onze", "onzieme", "onziemes", "oui", "ouistiti", "uhlan", "ululement", "un-deux", "ou", "et", "ok",
    ]
    private static let elidedY: Set<String> = ["y", "yeux", "yonne", "yves", "yvelines", "yvette", "yvon", "yvonne"]

    /// Whether a word in `e`, `a` or `i` before `word` loses its vowel.
    static func takesElision(_ word: ProofWord) -> Bool {
        guard word.kind == .letters, let first = word.folded.unicodeScalars.first else { return false }
        switch first {
        case "a", "e", "i", "o", "u": return !unelided.contains(word.folded)
        case "y": return elidedY.contains(word.folded)
        case "h":
            if mute.contains(where: { word.folded.hasPrefix($0) }) { return true }
            return !words.contains(word.folded) && !beginnings.contains { word.folded.hasPrefix($0) }
        default: return false
        }
    }
}
