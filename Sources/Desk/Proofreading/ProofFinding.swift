/// One thing the proofreader holds against a text.
public struct ProofFinding: Sendable, Hashable {
    /// Which rule, such as `F01` or `never_say.blame`.
    public let rule: ProofRule.ID
    /// Where, as offsets of Unicode scalars of the text. Never empty.
    public let span: Range<Int>
    /// The characters at fault.
    public let text: String
    /// What is wrong, in English and short.
    public let cause: String
    /// What to write instead: the words themselves, in the language of the text, wherever there are any.
    public let remedy: String
    /// What `Proofreader.corrected` puts in place of `text`; nil when only a person can tell.
    let replacement: String?

    /// A finding that only a person can mend; `span` counts Unicode scalars.
    public init(rule: ProofRule.ID, span: Range<Int>, text: String, cause: String, remedy: String) {
        self.init(rule: rule, span: span, text: text, cause: cause, remedy: remedy, replacement: nil)
    }

    init(rule: ProofRule.ID, span: Range<Int>, text: String, cause: String, remedy: String, replacement: String?) {
        self.rule = rule
        self.span = span
        self.text = text
        self.cause = cause
        self.remedy = remedy
        self.replacement = replacement
    }
}

extension ProofFinding {
    /// The order findings are given in: by start, then end, then rule, then wording.
    static func precedes(_ left: ProofFinding, _ right: ProofFinding) -> Bool {
        if left.span.lowerBound != right.span.lowerBound { return left.span.lowerBound < right.span.lowerBound }
        if left.span.upperBound != right.span.upperBound { return left.span.upperBound < right.span.upperBound }
        return (left.rule, left.cause, left.remedy) < (right.rule, right.cause, right.remedy)
    }
}
