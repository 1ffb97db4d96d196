import IntentEngine

/// F03: a no-break space inside « and », on both sides of nested ones as well.
struct GuillemetSpacesRule: ProofRule {
    let id = "F03"
    let languages = RuleLanguages.french

    func check(_ text: ProofText, _ context: ProofContext) -> [ProofFinding] {
        let space = context.typography.fixedSpace
        return text.scalars.indices.compactMap { mark in
            guard !text.isAddress(mark) else { return nil }
            switch text.scalars[mark] {
            case "«":
                let gap = text.gap(at: mark + 1)
                // Nothing inside: not a matter of spaces.
                guard !text.isLineEdge(gap.upperBound), text[gap.upperBound] != "»", !text.holds(gap, space) else {
                    return nil
                }
                return text.mending(id, mark..<gap.upperBound, "wrong space behind «", "«\(space)")
            case "»":
                let gap = text.gap(before: mark)
                guard !text.isLineEdge(gap.lowerBound - 1), text[gap.lowerBound - 1] != "«", !text.holds(gap, space)
                else {
                    return nil
                }
                return text.mending(id, gap.lowerBound..<mark + 1, "wrong space before »", "\(space)»")
            default: return nil
            }
        }
    }
}
