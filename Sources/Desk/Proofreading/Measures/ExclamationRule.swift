import IntentEngine

/// One exclamation mark in a reply, and none to an unhappy customer.
struct ExclamationRule: ProofRule {
    let id = "count.exclamation"
    let languages = RuleLanguages.any

    func check(_ text: ProofText, _ context: ProofContext) -> [ProofFinding] {
        let marks = text.scalars.indices.filter { text.scalars[$0] == "!" && !text.isAddress($0) }
        // Marks in a row are one: F16 and E09 deal with them.
        let first = marks.filter { mark in text[text.gap(before: mark).lowerBound - 1] != "!" }
        let allowed = context.isDissatisfied ? 0 : 1
        let cause = context.isDissatisfied ? "exclamation mark to an unhappy customer" : "second exclamation mark"
        return first.dropFirst(allowed).map { text.finding(id, $0..<$0 + 1, cause, remedy: ".") }
    }
}
