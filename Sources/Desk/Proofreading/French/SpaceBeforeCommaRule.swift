import IntentEngine

/// F12: no space before `, . …`.
struct SpaceBeforeCommaRule: ProofRule {
    let id = "F12"
    let languages = RuleLanguages.french

    func check(_ text: ProofText, _ context: ProofContext) -> [ProofFinding] {
        text.scalars.indices.compactMap { mark in
            guard text.isOne(of: ",.…", mark), !text.isAddress(mark) else { return nil }
            let gap = text.gap(before: mark)
            // « .5 » is a number, and an ellipsis may open a quotation or a bracket.
            guard !gap.isEmpty, !text.isDigit(mark + 1), !text.isLineEdge(gap.lowerBound - 1),
                !text.isOne(of: "«“([", gap.lowerBound - 1)
            else { return nil }
            return text.mending(id, gap.lowerBound..<mark + 1, "space before the mark", text.string(mark..<mark + 1))
        }
    }
}
