import IntentEngine

/// One question in a reply: customers answer the first only.
struct QuestionRule: ProofRule {
    let id = "count.question"
    let languages = RuleLanguages.any

    /// Question marks, those in a row as one.
    static func marks(in text: ProofText) -> [Int] {
        text.scalars.indices.filter { mark in
            text.scalars[mark] == "?" && !text.isAddress(mark)
                && !text.isOne(of: "!?", text.gap(before: mark).lowerBound - 1)
        }
    }

    func check(_ text: ProofText, _ context: ProofContext) -> [ProofFinding] {
        Self.marks(in: text).dropFirst().map { text.finding(id, $0..<$0 + 1, "second question", remedy: "one question") }
    }
}
