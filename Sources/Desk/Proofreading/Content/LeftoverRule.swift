import IntentEngine

/// Nothing a hurried author or a program left: fillers, null values, doubled words and marks, empty brackets.
struct LeftoverRule: ProofRule {
    let id = "leftover"
    let languages = RuleLanguages.any
    private static let fillers: Set<String> = ["todo", "fixme", "tbd", "tbc", "lorem", "ipsum"]
    /// Values of programming languages, in their own case.
    private static let values: Set<String> = ["null", "nil", "undefined", "NaN", "None", "NULL", "nullptr", "Optional"]
    private static let suspects = fillers.union(values.map(LetterFold.fold))
    /// Words that come in pairs in good prose.
    private static let pairs: Set<String> = ["nous", "vous", "faire", "had", "that", "ha", "bla", "tic", "toc", "is"]

    func check(_ text: ProofText, _ context: ProofContext) -> [ProofFinding] {
        words(text) + doubles(text) + marks(text) + guillemets(text)
    }

    private func words(_ text: ProofText) -> [ProofFinding] {
        text.words.indices.compactMap { index in
            let word = text.words[index]
            guard word.kind == .letters else { return nil }
            // Few words need a second look.
            guard Self.suspects.contains(word.folded) || word.folded.utf8.first == UInt8(ascii: "x") else { return nil }
            let written = text.string(word.range)
            let isFiller =
                Self.fillers.contains(word.folded) && (word.isAllCapitals || word.folded.count > 4)
                || word.folded.utf8.count >= 3 && word.folded.allSatisfy { $0 == "x" }
            guard isFiller || Self.values.contains(written) && !isProse(text, index, written) else { return nil }
            return text.finding(id, word.range, "filler", remedy: "the words meant here, or nothing")
        }
    }

    /// « None of our… » is English, and « Optional extras » may be.
    private func isProse(_ text: ProofText, _ index: Int, _ written: String) -> Bool {
        switch written {
        case "None": text.language == .english && text.isSentenceStart(index)
        case "Optional": text[text.words[index].range.upperBound] != "("
        default: false
        }
    }

    private func doubles(_ text: ProofText) -> [ProofFinding] {
        text.words.indices.dropFirst().compactMap { index in
            let word = text.words[index]
            let before = text.words[index - 1]
            guard word.kind == .letters, word.folded == before.folded, word.lower == before.lower,
                word.before == .spaces,
                !Self.pairs.contains(word.folded), !(word.isCapitalised && before.isCapitalised)
            else { return nil }
            return text.finding(
                id, text.span(index - 1..<index + 1), "word written twice", remedy: text.string(before.range))
        }
    }

    private func marks(_ text: ProofText) -> [ProofFinding] {
        text.scalars.indices.compactMap { offset in
            guard !text.isAddress(offset) else { return nil }
            let next = text.gap(at: offset + 1).upperBound
            switch text.scalars[offset] {
            case "(" where text[next] == ")", "[" where text[next] == "]", "«" where text[next] == "»",
                "“" where text[next] == "”":
                return text.finding(id, offset..<next + 1, "nothing inside", remedy: "leave out")
            case "," where text.isOne(of: ",.;", next), ";" where text.isOne(of: ",.;", next):
                return text.finding(id, offset..<next + 1, "two marks", remedy: text.string(next..<next + 1))
            case ":" where text.isOne(of: ".,;", next), ":" where text[offset + 1] == ":":
                return text.finding(id, offset..<next + 1, "two marks", remedy: ":")
            default: return nil
            }
        }
    }

    private func guillemets(_ text: ProofText) -> [ProofFinding] {
        var opened: [Int] = []
        var findings: [ProofFinding] = []
        for offset in text.scalars.indices where !text.isAddress(offset) {
            if text.scalars[offset] == "«" { opened.append(offset) }
            if text.scalars[offset] == "»", opened.popLast() == nil { findings.append(unbalanced(text, offset)) }
        }
        return findings + opened.map { unbalanced(text, $0) }
    }

    private func unbalanced(_ text: ProofText, _ offset: Int) -> ProofFinding {
        text.finding(id, offset..<offset + 1, "guillemet without its pair", remedy: "« »")
    }
}
