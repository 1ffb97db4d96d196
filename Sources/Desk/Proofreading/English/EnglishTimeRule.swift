import IntentEngine

/// E12: `2.30 pm` or `14:30`, with a space before am and pm; the h is French.
struct EnglishTimeRule: ProofRule {
    let id = "E12"
    let languages = RuleLanguages.english

    func check(_ text: ProofText, _ context: ProofContext) -> [ProofFinding] {
        text.words.indices.compactMap { index in
            let word = text.words[index]
            guard word.kind == .number, word.range.count <= 2, let unit = text.word(index + 1), unit.before == .direct
            else { return nil }
            let digits = text.string(word.range)
            switch unit.folded {
            case "am", "pm":
                return text.finding(
                    id, text.span(index..<index + 2), "no space before am or pm", remedy: "\(digits) \(unit.lower)")
            case "h":
                guard let minutes = text.word(index + 2), minutes.kind == .number, minutes.before == .direct else {
                    return text.finding(
                        id, text.span(index..<index + 2), "French form of a time", remedy: "\(digits) hours")
                }
                let right = "\(digits):\(text.string(minutes.range))"
                return text.finding(id, text.span(index..<index + 3), "French form of a time", remedy: right)
            default: return nil
            }
        }
    }
}
