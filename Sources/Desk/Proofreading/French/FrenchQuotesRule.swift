import IntentEngine

/// F04: « » and no straight or English quotation marks, save “ ” for a quotation inside another.
struct FrenchQuotesRule: ProofRule {
    let id = "F04"
    let languages = RuleLanguages.french

    func check(_ text: ProofText, _ context: ProofContext) -> [ProofFinding] {
        guard !context.typography.allowsTypewriterCharacters else { return [] }
        return text.lines.flatMap { findings(in: $0.range, text, context) }
    }

    private func findings(in line: Range<Int>, _ text: ProofText, _ context: ProofContext) -> [ProofFinding] {
        var findings: [ProofFinding] = []
        var depth = 0
        var opened: Int?
        for offset in line where !text.isAddress(offset) {
            switch text.scalars[offset] {
            case "«": depth += 1
            case "»": depth = max(0, depth - 1)
            case "“", "”", "„", "\"":
                if depth > 0, text[offset] != "\"" { continue }
                guard depth == 0 else {
                    findings.append(unpaired(text, offset))
                    continue
                }
                guard let start = opened else {
                    opened = offset
                    continue
                }
                findings.append(paired(text, start, offset, context))
                opened = nil
            default: continue
            }
            // A pair that straddles a guillemet is left to a person.
            if depth > 0, let start = opened {
                findings.append(unpaired(text, start))
                opened = nil
            }
        }
        if let start = opened { findings.append(unpaired(text, start)) }
        return findings
    }

    private func unpaired(_ text: ProofText, _ offset: Int) -> ProofFinding {
        text.finding(id, offset..<offset + 1, "not a French quotation mark", remedy: "« »")
    }

    private func paired(_ text: ProofText, _ start: Int, _ end: Int, _ context: ProofContext) -> ProofFinding {
        let first = text.gap(at: start + 1).upperBound
        let last = text.gap(before: end).lowerBound
        guard first < last else { return unpaired(text, start) }
        let space = context.typography.fixedSpace
        let right = "«\(space)\(text.string(first..<last))\(space)»"
        return text.mending(id, start..<end + 1, "not French quotation marks", right)
    }
}
