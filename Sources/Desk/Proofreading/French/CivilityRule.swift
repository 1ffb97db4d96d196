import IntentEngine

/// F21: `M.` and `Mme`, with a no-break space before the name; neither `Mr` nor `Mlle`.
struct CivilityRule: ProofRule {
    let id = "F21"
    let languages = RuleLanguages.french

    func check(_ text: ProofText, _ context: ProofContext) -> [ProofFinding] {
        text.words.indices.compactMap { index in
            let word = text.words[index]
            guard word.isCapitalised else { return nil }
            let dot = text[word.range.upperBound] == "." ? 1 : 0
            let written = word.range.lowerBound..<word.range.upperBound + dot
            switch word.folded {
            case "mr": return text.finding(id, written, "English form", remedy: "M.")
            case "mlle": return text.finding(id, written, "no longer used", remedy: "Mme")
            case "mme" where dot == 1 && text.isSpace(written.upperBound) && startsName(text, index + 1):
                return text.finding(id, written, "no full stop after Mme", remedy: "Mme")
            case "mme" where dot == 0, "m" where dot == 1 && word.range.count == 1:
                return spacing(text, index, written, context)
            default: return nil
            }
        }
    }

    private func startsName(_ text: ProofText, _ index: Int) -> Bool {
        guard let name = text.word(index) else { return false }
        return name.isCapitalised && name.before != .lineStart
    }

    private func spacing(_ text: ProofText, _ index: Int, _ written: Range<Int>, _ context: ProofContext)
        -> ProofFinding?
    {
        let gap = text.gap(at: written.upperBound)
        let space = context.typography.fixedSpace
        guard let name = text.word(index + 1), name.isCapitalised, name.range.lowerBound == gap.upperBound,
            !text.holds(gap, space)
        else { return nil }
        let span = written.lowerBound..<name.range.upperBound
        let right = "\(text.string(written))\(space)\(text.string(name.range))"
        return text.mending(id, span, "wrong space before the name", right)
    }
}
