import IntentEngine

/// One exclamation mark in a reply, and none to an unhappy customer.
struct ExclamationRule: ProofRule {
    let id = "count.exclamation"
    let languages = RuleLanguages.any

    /// Exclamation marks. Those in a row are one: F16 and E09 deal with them.
    static func marks(in text: ProofText) -> [Int] {
        text.scalars.indices.filter { mark in
            text.scalars[mark] == "!" && !text.isAddress(mark) && text[text.gap(before: mark).lowerBound - 1] != "!"
        }
    }

    static func allowed(_ context: ProofContext) -> Int { context.isDissatisfied ? 0 : 1 }

    func check(_ text: ProofText, _ context: ProofContext) -> [ProofFinding] {
        let cause = context.isDissatisfied ? "exclamation mark to an unhappy customer" : "second exclamation mark"
        return Self.marks(in: text).dropFirst(Self.allowed(context)).map { text.finding(id, $0..<$0 + 1, cause, remedy: ".") }
    }
}
