import IntentEngine

/// F30: a sentence starts with a capital and ends with a stop; greetings, closings, signatures and lists need none.
struct SentenceFormRule: ProofRule {
    let id = "F30"
    let languages = RuleLanguages.french

    func check(_ text: ProofText, _ context: ProofContext) -> [ProofFinding] {
        text.sentences.indices.flatMap { index in
            [start(text, index), end(text, index)].compactMap(\.self)
        }
    }

    private func start(_ text: ProofText, _ index: Int) -> ProofFinding? {
        let sentence = text.sentences[index]
        guard sentence.role == .body, let first = sentence.range.first, text.isLetter(first),
            text[first]?.isSmall == true, !text.isAddress(first),
            let word = text.word(sentence.words.lowerBound),
            !continues(text, index)
        else { return nil }
        // A brand that writes itself so, such as iDéal, has a capital further on.
        guard text.scalars[word.range].allSatisfy({ !$0.isCapital }) else { return nil }
        let right = text.string(word.range)
        return text.finding(
            id, word.range, "sentence without a capital", remedy: right.prefix(1).uppercased() + right.dropFirst())
    }

    /// Whether the sentence goes on from the line above, which has not ended.
    private func continues(_ text: ProofText, _ index: Int) -> Bool {
        guard index > 0 else { return false }
        let before = text.sentences[index - 1]
        guard before.role == .body || before.role == .item else { return false }
        return before.stop == nil || before.stop == "…"
    }

    private func end(_ text: ProofText, _ index: Int) -> ProofFinding? {
        let sentence = text.sentences[index]
        guard sentence.role == .body, sentence.stop == nil, let last = sentence.range.last, !text.isAddress(last),
            text.isLetter(last) || text.isDigit(last) || text.kind(last) == .mark && text.isLetter(last - 1),
            let word = text.word(sentence.words.upperBound - 1), word.range.upperBound == last + 1,
            !isGoingOn(text, index)
        else { return nil }
        return text.finding(id, word.range, "sentence without a stop", remedy: text.string(word.range) + ".")
    }

    /// Whether the next line goes on with this sentence.
    private func isGoingOn(_ text: ProofText, _ index: Int) -> Bool {
        guard text.sentences.indices.contains(index + 1) else { return false }
        let next = text.sentences[index + 1]
        guard next.role == .body, let first = next.range.first else { return false }
        return text[first]?.isSmall ?? false
    }
}
