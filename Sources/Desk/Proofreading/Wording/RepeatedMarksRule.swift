import IntentEngine

/// One `!` or `?` at a time: F16 in French, E09 in English.
struct RepeatedMarksRule: ProofRule {
    let id: ID
    let languages: Set<Language>
    /// E09 is not among the rules that mend.
    let mends: Bool

    static let french = RepeatedMarksRule(id: "F16", languages: RuleLanguages.french, mends: true)
    static let english = RepeatedMarksRule(id: "E09", languages: RuleLanguages.english, mends: false)

    func check(_ text: ProofText, _ context: ProofContext) -> [ProofFinding] {
        var findings: [ProofFinding] = []
        var offset = 0
        while offset < text.scalars.count {
            guard isMark(offset, text) else {
                offset += 1
                continue
            }
            var end = offset + 1
            while true {
                let next = text.gap(at: end).upperBound
                guard isMark(next, text) else { break }
                end = next + 1
            }
            if end - offset > 1 {
                let right = text.string(offset..<end).contains("?") ? "?" : "!"
                findings.append(
                    mends
                        ? text.mending(id, offset..<end, "repeated mark", right)
                        : text.finding(id, offset..<end, "repeated mark", remedy: right))
            }
            offset = end
        }
        return findings
    }

    private func isMark(_ offset: Int, _ text: ProofText) -> Bool {
        text.isOne(of: "!?", offset) && !text.isAddress(offset)
    }
}
