/// What the proofreader holds against a draft, as it is kept with it: without the characters at fault, which the draft has.
public struct DraftFinding: Sendable, Hashable {
    public let rule: String
    /// Offsets of Unicode scalars of the draft.
    public let span: Range<Int>
    public let cause: String
    public let remedy: String

    public init(rule: String, span: Range<Int>, cause: String, remedy: String) {
        self.rule = rule
        self.span = span
        self.cause = cause
        self.remedy = remedy
    }

    public init(_ finding: ProofFinding) {
        self.init(rule: finding.rule, span: finding.span, cause: finding.cause, remedy: finding.remedy)
    }

    /// Whether no colleague can let it pass: something is unfilled, or left over from writing.
    public var isFinal: Bool { ["F24", "E14", "leftover"].contains(rule) }
}
