import IntentEngine

/// One « n’hésitez pas » in a reply.
struct InvitationRule: ProofRule {
    let id = "count.invitation"
    let languages = RuleLanguages.both
    private static let french = PhraseTable(phrases: ["n' hesitez|hesite ?surtout pas"])
    private static let english = PhraseTable(phrases: ["don't hesitate", "do not hesitate", "feel free"])

    func check(_ text: ProofText, _ context: ProofContext) -> [ProofFinding] {
        let table = text.language == .french ? Self.french : Self.english
        return table.matches(in: text).dropFirst().map { match in
            text.finding(id, text.span(match.words), "second invitation", remedy: "leave out")
        }
    }
}
