import IntentEngine

/// For each phrase a message exists that it matches: one is written from the phrase itself and read back.
struct PhrasesAreReachable: ReadingRule {
    func findings(in subject: LintSubject) -> [RuleFinding] {
        let sample = PhraseSample(lists: subject.texts.source.lists)
        return AllProcessors.flatMap(subject.rulebook.patternCount) { piece in
            var recognizer = Recognizer(subject.rulebook)
            return piece.compactMap { number in
                let pattern = subject.rulebook.pattern(UInt32(number))
                guard pattern.role != .hint, let phrase = try? PhraseParser.parse(pattern.text) else { return nil }
                let message = sample.message(for: phrase, pattern.language)
                if recognizer.matches(pattern: UInt32(number), in: message) { return nil }
                let words = recognizer.reading(of: message, pattern.language)
                return RuleFinding(
                    place: pattern.place, cause: "no message can reach “\(pattern.text)”: its words are read as “\(words)”",
                    remedy: "write it with the words that spelling.yaml leaves, or remove it")
            }
        }
    }
}
