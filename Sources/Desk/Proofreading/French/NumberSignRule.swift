import IntentEngine

/// F22: a number is announced by `n°` and a no-break space; neither `N°`, `no`, `nº` nor `#`.
struct NumberSignRule: ProofRule {
    let id = "F22"
    let languages = RuleLanguages.french

    func check(_ text: ProofText, _ context: ProofContext) -> [ProofFinding] {
        let sign = "n°\(context.typography.fixedSpace)"
        return text.words.indices.compactMap { announced(text, $0, sign, context) } + hashes(text, sign)
    }

    private func announced(_ text: ProofText, _ index: Int, _ sign: String, _ context: ProofContext) -> ProofFinding? {
        let word = text.words[index]
        let gap = text.gap(at: word.range.upperBound)
        let span = word.range.lowerBound..<gap.upperBound
        guard word.folded == "n°" else {
            guard word.folded == "no", text.word(index + 1)?.kind == .number, text.word(index + 1)?.before == .spaces
            else { return nil }
            return text.finding(id, span, "not the abbreviation of « numéro »", remedy: sign)
        }
        let isCapitalAllowed = text.isSentenceStart(index)
        if text[word.range.upperBound - 1] != "°" || word.isCapitalised && !isCapitalAllowed {
            return text.finding(id, span, "not the abbreviation of « numéro »", remedy: sign)
        }
        let next = gap.upperBound
        guard text.isDigit(next) || text.isLetter(next) || text.isOne(of: "{#", next), !text.holds(gap, context.typography.fixedSpace)
        else { return nil }
        return text.mending(id, span, "wrong space behind n°", text.cased(sign, like: index))
    }

    private func hashes(_ text: ProofText, _ sign: String) -> [ProofFinding] {
        text.scalars.indices.compactMap { hash in
            guard text.scalars[hash] == "#", text.digitsEnd(from: hash + 1) >= hash + 4, !text.isAddress(hash) else {
                return nil
            }
            return text.finding(id, hash..<hash + 1, "not the abbreviation of « numéro »", remedy: sign)
        }
    }
}
