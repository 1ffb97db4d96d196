import IntentEngine

/// One apology in a reply: more sound hollow.
struct ApologyRule: ProofRule {
    let id = "count.apology"
    let languages = RuleLanguages.both
    private static let french = PhraseTable(phrases: ["desole*", "navre*", "regrett*", "excus*", "pardon"])
    private static let english = PhraseTable(phrases: ["sorry", "apolog*", "regret|regrets|regretted"])

    func check(_ text: ProofText, _ context: ProofContext) -> [ProofFinding] {
        let table = text.language == .french ? Self.french : Self.english
        return table.matches(in: text).dropFirst().map { match in
            text.finding(id, text.span(match.words), "second apology", remedy: "leave out")
        }
    }
}
