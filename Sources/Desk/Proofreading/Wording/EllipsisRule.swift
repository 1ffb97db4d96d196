import IntentEngine

/// Dots in a row are one ellipsis character: F15 in French, half of E13 in English.
struct EllipsisRule: ProofRule {
    let id: ID
    let languages: Set<Language>

    static let french = EllipsisRule(id: "F15", languages: RuleLanguages.french)
    static let english = EllipsisRule(id: "E13", languages: RuleLanguages.english)

    func check(_ text: ProofText, _ context: ProofContext) -> [ProofFinding] {
        let right = context.typography.allowsTypewriterCharacters ? "..." : "…"
        var findings: [ProofFinding] = []
        var offset = 0
        while offset < text.scalars.count {
            var end = offset
            while text.isOne(of: ".…", end), !text.isAddress(end) { end += 1 }
            if end - offset > 1, text[end] != "/" {
                let dots = text.string(offset..<end)
                if dots == ".." {
                    // A slip for one stop as often as an unfinished ellipsis.
                    findings.append(
                        text.finding(
                            id, offset..<end, "two full stops",
                            remedy: text.language == .french ? "« . » ou « … »" : "“.” or “…”"))
                } else if dots != right {
                    findings.append(text.mending(id, offset..<end, "dots instead of an ellipsis", right))
                }
            }
            offset = max(end, offset) + 1
        }
        return findings
    }
}
