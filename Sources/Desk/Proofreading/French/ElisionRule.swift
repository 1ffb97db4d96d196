import IntentEngine

/// F19: `que`, `le`, `de` and their like lose their vowel before another and before a mute h.
struct ElisionRule: ProofRule {
    let id = "F19"
    let languages = RuleLanguages.french
    /// Words that elide, accents counted, and their elided form. `ce` does so before forms of être only.
    private static let elided: [String: String] = [
        "que": "qu", "jusque": "jusqu", "lorsque": "lorsqu", "puisque": "puisqu", "quoique": "quoiqu", "le": "l",
        "la": "l", "de": "d", "ne": "n", "je": "j", "me": "m", "te": "t", "se": "s",
    ]
    /// Those that do so before any word; `lorsque` and its like only before the words below.
    private static let beforeAny: Set<String> = ["que", "jusque", "le", "la", "de", "ne", "je", "me", "te", "se"]
    private static let afterConjunction: Set<String> = [
        "il", "elle", "ils", "elles", "on", "un", "une", "en", "a", "aucun", "aucune",
    ]
    private static let pronounVerbs: Set<String> = ["ne", "je", "me", "te", "se", "que", "jusque"]

    func check(_ text: ProofText, _ context: ProofContext) -> [ProofFinding] {
        text.words.indices.compactMap { index in
            let word = text.words[index]
            guard let next = text.continuation(index + 1), next.before == .spaces else { return nil }
            if word.lower == "si", next.lower == "il" || next.lower == "ils" { return finding(text, index, "s", next) }
            if word.lower == "ce", next.lower == "est" || next.lower == "était" {
                return finding(text, index, "c", next)
            }
            guard let elided = Self.elided[word.lower], !word.isAllCapitals, word.before != .hyphen else { return nil }
            guard isElidable(word, next, text, index) else { return nil }
            return finding(text, index, elided, next)
        }
    }

    private func isElidable(_ word: ProofWord, _ next: ProofWord, _ text: ProofText, _ index: Int) -> Bool {
        guard HAspire.takesElision(next), !next.isAllCapitals else { return false }
        // A foreign name in H is left to its owner: « de Harvard ».
        if next.isCapitalised, next.folded.hasPrefix("h"), !text.isSentenceStart(index + 1) { return false }
        guard Self.beforeAny.contains(word.lower) else { return Self.afterConjunction.contains(next.folded) }
        // « de A à Z », « le a », yet « je y vais » and « que à ».
        if next.folded.utf8.count == 1 {
            return Self.pronounVerbs.contains(word.lower) && (next.folded == "y" || next.folded == "a")
        }
        if next.folded == "un" || next.folded == "une" { return isArticle(text, index, word) }
        return true
    }

    /// Whether `un` behind the word at `index` is an article, not a figure (« de un à dix ») or a page (« la une »).
    private func isArticle(_ text: ProofText, _ index: Int, _ word: ProofWord) -> Bool {
        guard word.lower != "le", word.lower != "la" else { return false }
        return text.word(index + 2)?.lower != "à" && text.continuation(index + 2) != nil
    }

    private func finding(_ text: ProofText, _ index: Int, _ elided: String, _ next: ProofWord) -> ProofFinding {
        text.finding(
            id, text.span(index..<index + 2), "elision missing",
            remedy: text.cased(elided, like: index) + "\u{2019}" + text.string(next.range))
    }
}
