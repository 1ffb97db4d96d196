import IntentEngine

/// One space at a time: F14 in French, half of E13 in English.
struct SingleSpaceRule: ProofRule {
    let id: ID
    let languages: Set<Language>

    static let french = SingleSpaceRule(id: "F14", languages: RuleLanguages.french)
    static let english = SingleSpaceRule(id: "E13", languages: RuleLanguages.english)

    func check(_ text: ProofText, _ context: ProofContext) -> [ProofFinding] {
        var findings: [ProofFinding] = []
        var offset = 0
        while offset < text.scalars.count {
            let gap = text.gap(at: offset)
            // What indents a line is not a doubled space.
            if gap.count > 1, !text.isLineEdge(gap.lowerBound - 1), !gap.contains(where: { text.isAddress($0) }) {
                let kept = gap.first { text.isOne(of: "\u{A0}\u{202F}", $0) }.map { text.string($0..<$0 + 1) } ?? " "
                findings.append(text.mending(id, gap, "more than one space", kept))
            }
            offset = gap.upperBound + 1
        }
        return findings
    }
}
