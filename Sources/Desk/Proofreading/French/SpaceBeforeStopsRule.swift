import IntentEngine

/// F01: a narrow no-break space, and nothing else, before `; ! ?`.
struct SpaceBeforeStopsRule: ProofRule {
    let id = "F01"
    let languages = RuleLanguages.french

    func check(_ text: ProofText, _ context: ProofContext) -> [ProofFinding] {
        text.scalars.indices.compactMap { mark in
            guard text.isOne(of: ";!?", mark), !text.isAddress(mark) else { return nil }
            let gap = text.gap(before: mark)
            // A mark behind an opening bracket, or behind another mark (F16), takes no space of its own.
            guard !text.isLineEdge(gap.lowerBound - 1), !text.isOne(of: "!?¿¡([«“", gap.lowerBound - 1),
                EmoticonScanner.emoticon(in: text, at: mark) == nil
            else { return nil }
            let space = context.typography.spaceBeforeStops
            guard !text.holds(gap, space) else { return nil }
            let right = (space.map { String($0) } ?? "") + text.string(mark..<mark + 1)
            return text.mending(id, gap.lowerBound..<mark + 1, "wrong space before the mark", right)
        }
    }
}
