import IntentEngine

/// F13: a space after `, ; : ! ?`, and after a full stop before a capital.
struct SpaceAfterPunctuationRule: ProofRule {
    let id = "F13"
    let languages = RuleLanguages.french

    func check(_ text: ProofText, _ context: ProofContext) -> [ProofFinding] {
        text.scalars.indices.compactMap { mark in
            guard text.isLetter(mark + 1), !text.isAddress(mark), !text.isAddress(mark + 1), isGlued(mark, text),
                EmoticonScanner.emoticon(in: text, at: mark) == nil
            else { return nil }
            let right = "\(text.string(mark..<mark + 1)) \(text.string(mark + 1..<mark + 2))"
            return text.finding(id, mark..<mark + 2, "no space after the mark", remedy: right)
        }
    }

    private func isGlued(_ mark: Int, _ text: ProofText) -> Bool {
        if text.isOne(of: ",;:!?", mark) { return true }
        // « Merci.Bonne journée », neither « S.A.R.L. » nor « facture.PDF ».
        guard text[mark] == ".", text.isLetter(mark - 1), text.isLetter(mark - 2), text.isLetter(mark + 2) else {
            return false
        }
        return isLower(mark - 1, text) && !isLower(mark + 1, text) && isLower(mark + 2, text)
    }

    private func isLower(_ offset: Int, _ text: ProofText) -> Bool { text[offset]?.isSmall ?? false }
}
