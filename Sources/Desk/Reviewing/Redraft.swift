/// What the rules write when a colleague says what the customer wants.
public struct Redraft: Sendable, Hashable {
    /// nil where nothing was recognised, as before the first draft of a colleague’s choice.
    public let intent: String?
    public let draft: Draft
    /// Whether the intent calls for a second reader.
    public let isSensitive: Bool

    public init(intent: String?, draft: Draft, isSensitive: Bool) {
        self.intent = intent
        self.draft = draft
        self.isSensitive = isSensitive
    }
}

extension Redraft {
    /// Puts a draft of the rules back that another has replaced, as it was.
    public init(backTo draft: CaseDraft, intent: String?) {
        let scalars = Array(draft.text.unicodeScalars)
        let findings = draft.findings.map { finding in
            ProofFinding(
                rule: finding.rule, span: finding.span,
                text: String(String.UnicodeScalarView(scalars[finding.span.clamped(to: 0..<scalars.count)])), cause: finding.cause,
                remedy: finding.remedy)
        }
        let written = Draft(
            text: draft.text, language: draft.language, visibility: draft.visibility, template: draft.template ?? "", findings: findings)
        self.init(intent: intent, draft: written, isSensitive: false)
    }
}
