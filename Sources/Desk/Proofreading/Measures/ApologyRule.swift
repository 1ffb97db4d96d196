import IntentEngine

/// One apology in a reply: more sound hollow.
struct ApologyRule: ProofRule {
    let id = "count.apology"
    let languages = RuleLanguages.both
    private static let french = PhraseTable(phrases: ["desole*", "navre*", "regrett*", "excus*", "pardon"])
    private static let english = PhraseTable(phrases: ["sorry", "apolog*", "regret|regrets|regretted"])

    static func count(in text: ProofText) -> Int { table(text).matches(in: text).count }

    private static func table(_ text: ProofText) -> PhraseTable<Bool> { text.language == .french ? french : english }

    func check(_ text: ProofText, _ context: ProofContext) -> [ProofFinding] {
        Self.table(text).matches(in: text).dropFirst().map { match in
            text.finding(id, text.span(match.words), "second apology", remedy: "leave out")
        }
    }
}
