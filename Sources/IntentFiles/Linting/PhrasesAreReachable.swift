import IntentEngine

/// For each phrase a message exists that it matches: one is written from the phrase itself and read back.
struct PhrasesAreReachable: LintRule {
    func findings(in subject: LintSubject) -> [RuleFinding] {
        var recognizer = Recognizer(subject.rulebook)
        let sample = PhraseSample(lists: subject.source.lists)
        var findings: [RuleFinding] = []
        for number in 0..<subject.rulebook.patternCount {
            let pattern = subject.rulebook.pattern(UInt32(number))
            guard pattern.role != .hint, let phrase = try? PhraseParser.parse(pattern.text) else { continue }
            let message = sample.message(for: phrase, pattern.language)
            if recognizer.matches(pattern: UInt32(number), in: message) { continue }
            let words = recognizer.reading(of: message, pattern.language)
            findings.append(
                RuleFinding(
                    place: pattern.place, cause: "no message can reach “\(pattern.text)”: its words are read as “\(words)”",
                    remedy: "write it with the words that spelling.yaml leaves, or remove it"))
        }
        return findings
    }
}
