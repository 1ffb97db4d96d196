import IntentEngine

/// E01: no space before `; : ! ? , .` in English.
struct NoSpaceBeforeMarksRule: ProofRule {
    let id = "E01"
    let languages = RuleLanguages.english

    func check(_ text: ProofText, _ context: ProofContext) -> [ProofFinding] {
        text.scalars.indices.compactMap { mark in
            guard text.isOne(of: ";:!?,.", mark), !text.isAddress(mark) else { return nil }
            let gap = text.gap(before: mark)
            // « .5 » and « :) » keep their space, as does « .NET ».
            guard !gap.isEmpty, !text.isLineEdge(gap.lowerBound - 1), !text.isDigit(mark + 1), text[mark + 1] != ")",
                !text.isOne(of: ".,", mark) || !text.isLetter(mark + 1),
                EmoticonScanner.emoticon(in: text, at: mark) == nil
            else { return nil }
            return text.mending(id, gap.lowerBound..<mark + 1, "space before the mark", text.string(mark..<mark + 1))
        }
    }
}
