import IntentEngine

/// F02: a no-break space before a colon that ends a group of words; times, addresses and emoticons have none.
struct SpaceBeforeColonRule: ProofRule {
    let id = "F02"
    let languages = RuleLanguages.french

    func check(_ text: ProofText, _ context: ProofContext) -> [ProofFinding] {
        text.scalars.indices.compactMap { mark in
            guard text[mark] == ":", !text.isAddress(mark), text[mark - 1] != ":", text[mark + 1] != ":" else {
                return nil
            }
            let gap = text.gap(before: mark)
            guard isEndOfWords(text, gap.lowerBound - 1), EmoticonScanner.emoticon(in: text, at: mark) == nil,
                !gap.isEmpty || text.isSpace(mark + 1) || text.isLineEdge(mark + 1)
            else { return nil }
            let space = context.typography.spaceBeforeColon
            guard !text.holds(gap, space) else { return nil }
            let right = (space.map { String($0) } ?? "") + ":"
            return text.mending(id, gap.lowerBound..<mark + 1, "wrong space before the colon", right)
        }
    }

    private func isEndOfWords(_ text: ProofText, _ offset: Int) -> Bool {
        text.isLetter(offset) || text.isDigit(offset) || text.kind(offset) == .mark
            || text.isOne(of: "»)]%€°”\"", offset)
    }
}
