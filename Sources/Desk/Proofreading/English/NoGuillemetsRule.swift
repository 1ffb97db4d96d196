import IntentEngine

/// E03: no French guillemets in English.
struct NoGuillemetsRule: ProofRule {
    let id = "E03"
    let languages = RuleLanguages.english

    func check(_ text: ProofText, _ context: ProofContext) -> [ProofFinding] {
        text.scalars.indices.compactMap { mark in
            guard text.isOne(of: "«»", mark), !text.isAddress(mark) else { return nil }
            let right = text.scalars[mark] == "«" ? "“" : "”"
            return text.finding(id, mark..<mark + 1, "French quotation mark", remedy: right)
        }
    }
}
