import IntentEngine

/// E11: `it’s` and `its`, `you’re` and `your`, `could have` and not `could of`.
struct EnglishConfusionsRule: ProofRule {
    let id = "E11"
    let languages = RuleLanguages.english
    private static let table = PhraseTable<String>([
        "could of": "could have", "should of": "should have", "would of": "would have", "must of": "must have",
        "might of": "might have", "your welcome": "you’re welcome", "its been": "it’s been", "its a": "it’s a",
        "its not": "it’s not", "it's own": "its own", "your right": "you’re right",
        "you're order": "your order", "you're parcel": "your parcel", "you're account": "your account",
        "you're message": "your message", "you're refund": "your refund", "you're request": "your request",
        "you're patience": "your patience", "their is": "there is", "their are": "there are", "loose your": "lose your",
        "more then": "more than", "less then": "less than",
    ])

    func check(_ text: ProofText, _ context: ProofContext) -> [ProofFinding] {
        Self.table.matches(in: text).compactMap { match in
            // « Your welcome pack », « would of course », « your right to cancel » are right.
            let next = text.continuation(match.words.upperBound)?.folded
            guard next != "course",
                next == nil || !["welcome", "right"].contains(text.words[match.words.upperBound - 1].folded)
            else { return nil }
            return text.finding(id, text.span(match.words), "one word for another", remedy: match.payload)
        }
    }
}
