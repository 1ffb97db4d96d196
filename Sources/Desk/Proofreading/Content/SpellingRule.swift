import IntentEngine

/// Words the dictionary does not know; names, codes and addresses are not asked for.
struct SpellingRule: ProofRule {
    let id = "spelling"
    let languages = RuleLanguages.both
    let dictionary: any SpellingDictionary

    func check(_ text: ProofText, _ context: ProofContext) -> [ProofFinding] {
        var findings: [ProofFinding] = []
        var index = 0
        while index < text.words.count {
            var end = index + 1
            while end < text.words.count, text.words[end].before == .hyphen { end += 1 }
            findings += check(text, index..<end)
            index = end
        }
        return findings
    }

    /// Checks words joined by hyphens: the compound as a whole, or each of its parts.
    private func check(_ text: ProofText, _ compound: Range<Int>) -> [ProofFinding] {
        let words = text.words[compound]
        // A word that touches a figure is a code or a measure.
        guard words.allSatisfy({ $0.kind == .letters && $0.before != .direct }),
            text.word(compound.upperBound)?.before != .direct
        else {
            return []
        }
        if compound.count > 1, accepts(text, text.span(compound), isStart: text.isSentenceStart(compound.lowerBound)) {
            return []
        }
        return compound.compactMap { index in
            let word = text.words[index]
            let isStart = startsProse(text, index)
            guard word.range.count > 1, word.range.allSatisfy({ text.isLetter($0) || text.kind($0) == .mark }),
                !word.isAllCapitals, !word.isCapitalised || isStart, !accepts(text, word.range, isStart: isStart),
                text.sentence(ofWord: index)?.role != .signature
            else { return nil }
            return text.finding(id, word.range, "unknown word", remedy: "a word of the dictionary")
        }
    }

    /// Whether a capital is due to the place of the word, so that it says nothing about a name.
    private func startsProse(_ text: ProofText, _ index: Int) -> Bool {
        guard text.isSentenceStart(index), let word = text.word(index) else { return false }
        return text.sentence(ofWord: index)?.range.lowerBound == word.range.lowerBound
    }

    private func accepts(_ text: ProofText, _ span: Range<Int>, isStart: Bool) -> Bool {
        let written = text.string(span)
        if dictionary.accepts(written, text.language) { return true }
        return isStart && dictionary.accepts(written.prefix(1).lowercased() + written.dropFirst(), text.language)
    }
}
