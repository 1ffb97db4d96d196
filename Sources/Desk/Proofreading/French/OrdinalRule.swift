import IntentEngine

/// F29: `2e`, `1re`, `1er`; neither `2ème` nor `1ère`.
struct OrdinalRule: ProofRule {
    let id = "F29"
    let languages = RuleLanguages.french
    private static let endings: Set<String> = ["eme", "emes", "ieme", "iemes", "è", "ème"]
    private static let firsts: [String: String] = [
        "ere": "re", "eres": "res", "iere": "re", "ier": "er", "iers": "ers",
    ]

    func check(_ text: ProofText, _ context: ProofContext) -> [ProofFinding] {
        text.words.indices.compactMap { index in
            let word = text.words[index]
            guard word.kind == .number, let ending = text.word(index + 1),
                ending.before == .direct || ending.before == .spaces
            else { return nil }
            let digits = text.string(word.range)
            if word.folded == "1", let right = Self.firsts[ending.folded] {
                return text.finding(id, text.span(index..<index + 2), "ordinal", remedy: digits + right)
            }
            let isShort = ending.before == .direct && ending.lower == "è"
            guard Self.endings.contains(ending.folded) || isShort else { return nil }
            let plural = ending.folded.hasSuffix("s") ? "s" : ""
            return text.finding(id, text.span(index..<index + 2), "ordinal", remedy: "\(digits)e\(plural)")
        }
    }
}
