import IntentEngine

/// F09: a time is `14 h 30` with no-break spaces, neither `14h30` nor `14:30`.
struct FrenchTimeRule: ProofRule {
    let id = "F09"
    let languages = RuleLanguages.french

    func check(_ text: ProofText, _ context: ProofContext) -> [ProofFinding] {
        let space = context.typography.fixedSpace
        return text.words.compactMap { word in
            guard word.kind == .number, word.range.count <= 3, !text.isLetter(word.range.lowerBound - 1) else {
                return nil
            }
            guard let (end, right) = hours(word, text, space) ?? digital(word, text, space) else { return nil }
            let span = word.range.lowerBound..<end
            return text.string(span) == right ? nil : text.finding(id, span, "time not in French form", remedy: right)
        }
    }

    /// `14h30`, `9 h`, `48h`
    private func hours(_ word: ProofWord, _ text: ProofText, _ space: Unicode.Scalar) -> (Int, String)? {
        let sign = text.gap(at: word.range.upperBound).upperBound
        guard text.isOne(of: "hH", sign), !text.isLetter(sign + 1), !text.isApostrophe(sign + 1), !text.isAddress(sign)
        else {
            return nil
        }
        let hours = "\(text.string(word.range))\(space)h"
        let minutes = text.gap(at: sign + 1).upperBound
        let end = text.digitsEnd(from: minutes)
        guard end == minutes + 2, text.isOne(of: "012345", minutes), !text.isLetter(end) else {
            return (sign + 1, hours)
        }
        return (end, "\(hours)\(space)\(text.string(minutes..<end))")
    }

    /// `14:30`
    private func digital(_ word: ProofWord, _ text: ProofText, _ space: Unicode.Scalar) -> (Int, String)? {
        let colon = word.range.upperBound
        let end = text.digitsEnd(from: colon + 1)
        guard word.range.count <= 2, text[colon] == ":", end == colon + 3, text.isOne(of: "012345", colon + 1),
            word.range.count == 1 || text.isOne(of: "012", word.range.lowerBound), text[end] != ":",
            !text.isOne(of: ":.,-", word.range.lowerBound - 1), !text.isLetter(end), !text.isAddress(colon)
        else { return nil }
        return (end, "\(text.string(word.range))\(space)h\(space)\(text.string(colon + 1..<end))")
    }
}
