import IntentEngine

/// F26: an en dash, not a hyphen, between spaces; the hyphen that opens an entry of a list stays.
struct DashRule: ProofRule {
    let id = "F26"
    let languages = RuleLanguages.french

    func check(_ text: ProofText, _ context: ProofContext) -> [ProofFinding] {
        guard !context.typography.allowsTypewriterCharacters else { return [] }
        return text.scalars.indices.compactMap { mark in
            guard text.scalars[mark] == "-", text.isSpace(mark - 1),
                text.isSpace(mark + 1) || text.isLineEdge(mark + 1),
                !text.isLineEdge(text.gap(before: mark).lowerBound - 1), !text.isAddress(mark)
            else { return nil }
            return text.finding(id, mark..<mark + 1, "hyphen for a dash", remedy: "–")
        }
    }
}
