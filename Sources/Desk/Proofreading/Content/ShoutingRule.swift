import IntentEngine

/// No words shouted in capitals: F25 in French, half of E14 in English.
struct ShoutingRule: ProofRule {
    let id: ID
    let languages: Set<Language>

    static let french = ShoutingRule(id: "F25", languages: RuleLanguages.french)
    static let english = ShoutingRule(id: "E14", languages: RuleLanguages.english)

    /// Initials people know, which may stand side by side.
    private static let initials: Set<String> = [
        "rgpd", "gdpr", "iban", "sepa", "cnil", "dgccrf", "siret", "siren", "urssaf",
    ]
    private static let shortest = 4

    func check(_ text: ProofText, _ context: ProofContext) -> [ProofFinding] {
        var findings: [ProofFinding] = []
        var index = 0
        while index < text.words.count {
            var end = index
            while let word = text.word(end), isShouted(word), end == index || word.before == .spaces { end += 1 }
            if end - index >= 2 {
                let words = index..<end
                let right = text.string(text.span(words)).lowercased()
                findings.append(
                    text.finding(
                        id, text.span(words), "words in capitals",
                        remedy: right.prefix(1).uppercased() + right.dropFirst()))
            }
            index = max(end, index + 1)
        }
        return findings
    }

    private func isShouted(_ word: ProofWord) -> Bool {
        word.kind == .letters && word.isAllCapitals && word.range.count >= Self.shortest
            && !Self.initials.contains(word.folded)
    }
}
