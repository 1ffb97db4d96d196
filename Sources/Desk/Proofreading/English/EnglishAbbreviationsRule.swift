import IntentEngine

/// E10: no texting abbreviations.
struct EnglishAbbreviationsRule: ProofRule {
    let id = "E10"
    let languages = RuleLanguages.english
    private static let words: [String: String] = [
        "pls": "please", "plz": "please", "thx": "thank you", "tks": "thank you", "asap": "a day or a delay",
        "u": "you", "ur": "your", "btw": "by the way", "fyi": "for your information", "thru": "through",
        "gonna": "going to", "wanna": "want to", "omg": "leave out", "tbh": "leave out", "imo": "in our opinion",
        "rn": "now", "ty": "thank you", "msg": "message", "ppl": "people", "cuz": "because",
    ]

    func check(_ text: ProofText, _ context: ProofContext) -> [ProofFinding] {
        text.words.compactMap { word in
            guard let right = Self.words[word.folded], word.before != .direct,
                !text.isOne(of: ".-", word.range.upperBound),
                word.before != .hyphen || word.range.count > 2
            else { return nil }
            return text.finding(id, word.range, "texting abbreviation", remedy: right)
        }
    }
}
