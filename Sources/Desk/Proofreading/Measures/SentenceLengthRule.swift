import IntentEngine

/// Sentences of 25 words at most; a colon or a semicolon ends one as far as a reader's breath goes.
///
/// A word is what stands between two ordinary spaces: `l’équipe`, `pourriez-vous` and `n° 48213` are one each.
struct SentenceLengthRule: ProofRule {
    static let most = 25
    let id = "sentence_length"
    let languages = RuleLanguages.both

    func check(_ text: ProofText, _ context: ProofContext) -> [ProofFinding] {
        text.sentences.flatMap { sentence in
            parts(of: sentence, text).compactMap { part in
                let count = words(in: part, text)
                guard count > Self.most else { return nil }
                return text.finding(id, part, "\(count) words in a sentence", remedy: "two sentences")
            }
        }
    }

    private func parts(of sentence: ProofSentence, _ text: ProofText) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = sentence.range.lowerBound
        for offset in sentence.range
        where text.isOne(of: ":;", offset) && text.isSpace(offset + 1) && !text.isAddress(offset) {
            parts.append(start..<offset + 1)
            start = text.gap(at: offset + 1).upperBound
        }
        if start < sentence.range.upperBound { parts.append(start..<sentence.range.upperBound) }
        return parts
    }

    private func words(in part: Range<Int>, _ text: ProofText) -> Int {
        var count = 0
        var isInWord = false
        for offset in part {
            let isBreak = text.isSpace(offset) && !text.isOne(of: "\u{A0}\u{202F}", offset)
            if isBreak {
                isInWord = false
            } else if !isInWord, text.isLetter(offset) || text.isDigit(offset) {
                isInWord = true
                count += 1
            }
        }
        return count
    }
}
