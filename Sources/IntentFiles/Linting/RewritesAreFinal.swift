import IntentEngine

/// What a rewrite gives is not rewritten again: reading a message twice must change nothing.
struct RewritesAreFinal: TextRule {
    func findings(in texts: LintTexts) -> [RuleFinding] {
        var findings: [RuleFinding] = []
        for language in Language.ruled {
            let rewrites = texts.source.rewrites.filter { $0.language == language }
            var first: [String: RewriteSource] = [:]
            for rewrite in rewrites {
                let from = Folding.fold(rewrite.from)
                if let other = first[from] {
                    findings.append(
                        RuleFinding(
                            place: rewrite.place, cause: "“\(rewrite.from)” is read as “\(other.to)” already (line \(other.place.line))",
                            remedy: "keep one of the two"))
                }
                first[from] = first[from] ?? rewrite
            }
            for rewrite in rewrites {
                for written in Folding.fold(rewrite.to).split(whereSeparator: { $0 == " " || $0 == "-" }) {
                    // What stands before an apostrophe is an elided word, which is read in full.
                    let word = written.split(separator: "'").last ?? written
                    guard let next = first[String(word)], !next.from.hasPrefix("^"), Folding.fold(next.to) != word else { continue }
                    findings.append(
                        RuleFinding(
                            place: rewrite.place,
                            cause: "“\(rewrite.from)” is read as “\(rewrite.to)”, whose “\(word)” is read as “\(next.to)”",
                            remedy: "write the last form here"))
                }
            }
        }
        return findings
    }
}
