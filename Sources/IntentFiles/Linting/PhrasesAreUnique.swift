import IntentEngine

/// No phrase stands twice: in one file it adds nothing, in two files it speaks for both intents.
struct PhrasesAreUnique: TextRule {
    func findings(in texts: LintTexts) -> [RuleFinding] {
        var findings: [RuleFinding] = []
        var seen: [String: PatternSource] = [:]
        for (isSignal, owners) in [(false, texts.source.intents), (true, texts.source.signals)] {
            for owner in owners {
                for pattern in owner.patterns where pattern.role == .phrase {
                    // A signal and an intent may well listen to the same words.
                    let key = "\(isSignal) \(pattern.language.rawValue) \(pattern.text)"
                    if let first = seen[key] {
                        findings.append(
                            RuleFinding(
                                place: pattern.place, cause: "“\(pattern.text)” stands at \(first.place.file):\(first.place.line) already",
                                remedy: "keep one of the two"))
                    } else {
                        seen[key] = pattern
                    }
                }
            }
        }
        return findings
    }
}
