import IntentEngine

/// One « n’hésitez pas » in a reply.
struct InvitationRule: ProofRule {
    let id = "count.invitation"
    let languages = RuleLanguages.both
    private static let french = PhraseTable(phrases: ["n' hesitez|hesite ?surtout pas"])
    private static let english = PhraseTable(phrases: ["don't hesitate", "do not hesitate", "feel free"])

    static func count(in text: ProofText) -> Int { table(text).matches(in: text).count }

    private static func table(_ text: ProofText) -> PhraseTable<Bool> { text.language == .french ? french : english }

    func check(_ text: ProofText, _ context: ProofContext) -> [ProofFinding] {
        Self.table(text).matches(in: text).dropFirst().map { match in
            text.finding(id, text.span(match.words), "second invitation", remedy: "leave out")
        }
    }
}
